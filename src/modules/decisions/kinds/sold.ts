import type { AnalyticsClient, Span } from '../../analytics/index.ts';
import type { VariantId } from '../../catalog/index.ts';

/** How many pieces of a variant were sold on each of some days, none left out; `undefined`: nobody can say now. */
export type Sold = (variantId: VariantId, days: Span) => Promise<readonly number[] | undefined>;

/** Asks the warehouse, where what was sold elsewhere counts too. */
export function soldIn(analytics: Pick<AnalyticsClient, 'runAsk'>): Sold {
  return async (variantId, span) => {
    const where = [{ dimension: 'variant', is: 'one_of', values: [variantId] }] as const;
    const answer = await analytics.runAsk({ measures: ['units'], by: [], span, where, grain: 'day' });
    if (!answer.ok) return undefined;
    const byDay = new Map<string, number>();
    // A row a currency and day.
    for (const { of, values } of answer.value.rows) {
      const day = of['time'] ?? '';
      byDay.set(day, (byDay.get(day) ?? 0) + Number(values['units'] ?? 0));
    }
    const length = span.from.until(span.to, { largestUnit: 'days' }).days + 1;
    return Array.from({ length }, (_, day) => byDay.get(span.from.add({ days: day }).toString()) ?? 0);
  };
}

export function piecesOf(days: readonly number[]): number {
  return days.reduce((sum, pieces) => sum + pieces, 0);
}
