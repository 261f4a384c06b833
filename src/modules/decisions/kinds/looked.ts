import type { AnalyticsClient, Ask, Span } from '../../analytics/index.ts';
import type { ProductId } from '../../catalog/index.ts';

/** Who looked at a product and at others of its category over some days, and what was sold of these. */
export type LookedAt = {
  /** As the warehouse calls it. */
  readonly category: string;
  readonly visits: number;
  /** Visits in which the product itself was looked at. */
  readonly own: number;
  /** Looks at the other products of its category, a visit counted with each. */
  readonly others: number;
  /** Pieces sold of these, and their net sales in minor units. */
  readonly pieces: number;
  readonly salesMinor: number;
};

/**
 * Asks the warehouse. `undefined`: nobody can say now; `unplaced`: the product has no category, so that nobody knows what is
 * like it.
 */
export type Looked = (
  asked: {
    readonly productId: ProductId;
    readonly currency: NonNullable<Ask['currency']>;
    /** Where nobody looks at the product any more its category is not told: as it was. */
    readonly category?: string;
  },
  span: Span,
) => Promise<LookedAt | 'unplaced' | undefined>;

export function lookedIn(analytics: Pick<AnalyticsClient, 'runAsk'>): Looked {
  return async ({ productId, currency, category: known }, span) => {
    const one = [{ dimension: 'product', is: 'one_of', values: [productId] }] as const;
    const named = await analytics.runAsk({ measures: ['product_views'], by: ['category'], span, where: one });
    if (!named.ok) return undefined;
    const category = known ?? named.value.rows[0]?.of['category'] ?? '';
    if (category === '') return 'unplaced';
    const others = [
      { dimension: 'category', is: 'one_of', values: [category] },
      { dimension: 'product', is: 'none_of', values: [productId] },
    ] as const;
    const [visits, looks, sales] = await Promise.all([
      analytics.runAsk({ measures: ['sessions'], by: [], span, where: [] }),
      analytics.runAsk({ measures: ['product_views'], by: [], span, where: others }),
      analytics.runAsk({ measures: ['units', 'net_sales'], by: [], span, where: others, currency }),
    ]);
    if (!visits.ok || !looks.ok || !sales.ok) return undefined;
    const total = (answer: typeof visits.value, measure: string) =>
      answer.totals.reduce((sum, { values }) => sum + Number(values[measure] ?? 0), 0);
    return {
      category,
      visits: total(visits.value, 'sessions'),
      own: total(named.value, 'product_views'),
      others: total(looks.value, 'product_views'),
      pieces: total(sales.value, 'units'),
      salesMinor: total(sales.value, 'net_sales'),
    };
  };
}
