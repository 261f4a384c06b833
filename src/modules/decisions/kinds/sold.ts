import type { AnalyticsClient, Span } from '../../analytics/index.ts';
import type { VariantId } from '../../catalog/index.ts';

/** How many pieces of a variant were sold on some days; `undefined`: nobody can say now. */
export type Sold = (
  variantId: VariantId,
  days: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
) => Promise<number | undefined>;

/** Asks the warehouse, where what was sold elsewhere counts too. */
export function soldIn(analytics: Pick<AnalyticsClient, 'runAsk'>): Sold {
  return async (variantId, { from, to }) => {
    const span: Span = { from, to };
    const where = [{ dimension: 'variant', is: 'one_of', values: [variantId] }] as const;
    const answer = await analytics.runAsk({ measures: ['units'], by: ['variant'], span, where });
    if (!answer.ok) return undefined;
    // A row a currency.
    return answer.value.rows.reduce((sum, { values }) => sum + Number(values['units'] ?? 0), 0);
  };
}
