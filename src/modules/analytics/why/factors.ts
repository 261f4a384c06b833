import { productChange } from '../../../statistics/index.ts';
import { exactParts } from './exact-parts.ts';

/** What can be explained. */
export type Explained = 'net_sales' | 'contribution_margin_1' | 'orders';

/** What a period came to; money in minor units of one currency. */
export type PeriodSums = {
  readonly sessions: bigint;
  readonly orders: bigint;
  /** Of them, those whose visit is known. */
  readonly trackedOrders: bigint;
  /** Gross sales − discounts. */
  readonly soldMinor: bigint;
  readonly returnsMinor: bigint;
  /** Net sales − cost of goods; where it is explained. */
  readonly marginMinor?: bigint;
};

export const FACTORS = [
  ...(['sessions', 'conversion', 'untracked_orders', 'orders'] as const),
  ...(['order_value', 'returns', 'margin_rate', 'other'] as const),
];
export type Factor = (typeof FACTORS)[number];

export type FactorChange = {
  readonly factor: Factor;
  /** A count, a share of one, or minor units; `undefined` where there is nothing to divide by. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** Its part of the change: minor units, or orders. */
  readonly change: bigint;
};

type Values = Readonly<Partial<Record<Factor, number | undefined>>>;

/**
 * What each factor made of a change, exactly: the parts are whole minor units (or orders) that add up to it. Sales are
 *
 *     (visits × orders with a visit ÷ visits + orders without a known visit) × order value − returns
 *
 * and the margin is that times margin ÷ net sales. Each product is decomposed by itself; as Shapley values are linear, the
 * sums are those of the whole. Orders whose visit is not known are a term of their own: nobody knows how many visits
 * they took. Where one of the periods has no visits at all, orders are one factor. What follows from none of them, such
 * as costs of a period that sold nothing, is `other`.
 */
export function explainFactors(
  of: Explained,
  before: PeriodSums,
  after: PeriodSums,
): readonly FactorChange[] {
  const hasVisits = before.sessions > 0n && after.sessions > 0n;
  const [was, is] = [valuesOf(before, hasVisits), valuesOf(after, hasVisits)];
  const effects = new Map<Factor, number>();
  for (const term of termsOf(of, hasVisits)) {
    const known = term.map((factor) => {
      // What is not known of one period is taken from the other, so that it did not change.
      const [start, end] = [was[factor] ?? is[factor] ?? 0, is[factor] ?? was[factor] ?? 0];
      return factor === 'returns' ? ([-start, -end] as const) : ([start, end] as const);
    });
    const parts = productChange(
      known.map(([start]) => start),
      known.map(([, end]) => end),
    );
    for (const [index, factor] of term.entries()) {
      effects.set(factor, (effects.get(factor) ?? 0) + (parts[index] ?? 0));
    }
  }
  const total = amountOf(of, after) - amountOf(of, before);
  const known = [...effects.values()].reduce((sum, effect) => sum + effect, 0);
  const factors: readonly Factor[] = [...effects.keys(), 'other'];
  const whole = exactParts([...effects.values(), Number(total) - known], total);
  return factors.flatMap((factor, index) => {
    const change = whole[index] ?? 0n;
    if (factor === 'other' && change === 0n) return [];
    return { factor, before: was[factor], after: is[factor], change };
  });
}

export function amountOf(of: Explained, sums: PeriodSums): bigint {
  if (of === 'orders') return sums.orders;
  if (of === 'net_sales') return netOf(sums);
  if (sums.marginMinor === undefined) throw new RangeError('the margin is not among the sums');
  return sums.marginMinor;
}

/** What is multiplied; the products are added. */
function termsOf(of: Explained, hasVisits: boolean): readonly (readonly Factor[])[] {
  const ways: readonly (readonly Factor[])[] = hasVisits
    ? [['sessions', 'conversion'], ['untracked_orders']]
    : [['orders']];
  if (of === 'orders') return ways;
  const sales = [...ways.map((way): readonly Factor[] => [...way, 'order_value']), ['returns'] as const];
  return of === 'net_sales' ? sales : sales.map((term): readonly Factor[] => [...term, 'margin_rate']);
}

function valuesOf(sums: PeriodSums, hasVisits: boolean): Values {
  const [sessions, orders, tracked] = [sums.sessions, sums.orders, sums.trackedOrders].map(Number);
  const visits = hasVisits
    ? {
        sessions,
        conversion: ratio(tracked, sessions),
        untracked_orders: Number(sums.orders) - (tracked ?? 0),
      }
    : { orders };
  return {
    ...visits,
    order_value: ratio(Number(sums.soldMinor), orders),
    returns: Number(sums.returnsMinor),
    margin_rate:
      sums.marginMinor === undefined ? undefined : ratio(Number(sums.marginMinor), Number(netOf(sums))),
  };
}

function netOf({ soldMinor, returnsMinor }: PeriodSums): bigint {
  return soldMinor - returnsMinor;
}

function ratio(part = 0, whole = 0): number | undefined {
  return whole > 0 ? part / whole : undefined;
}
