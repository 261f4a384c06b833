/** A number that can be aimed at, and how it is made of numbers that can be asked for day by day. */
export type Kpi = {
  readonly id: string;
  readonly unit: 'money' | 'count' | 'share';
  /** Not more than that, instead of at least that. */
  readonly isCeiling?: true;
  /** It can go down again, as sales do by what comes back. */
  readonly mayFall?: true;
  /** It tells what goods cost: not for everybody. */
  readonly hasCosts?: true;
  /** Nobody knows it by market. */
  readonly isOfAllMarkets?: true;
  /** Measures that are added and taken away; of a share or a mean those of its part and of its whole. */
  readonly part: readonly Term[];
  readonly whole?: readonly Term[];
};
export type Term = { readonly measure: string; readonly sign: 1 | -1 };

const plus = (measure: string): Term => ({ measure, sign: 1 });
const minus = (measure: string): Term => ({ measure, sign: -1 });

export const KPIS = [
  { id: 'net_sales', unit: 'money', mayFall: true, part: [plus('net_sales')] },
  { id: 'orders', unit: 'count', part: [plus('orders')] },
  { id: 'new_customers', unit: 'count', part: [plus('new_customers')] },
  { id: 'conversion_rate', unit: 'share', part: [plus('sessions_bought')], whole: [plus('sessions')] },
  {
    ...({ id: 'average_order_value', unit: 'money' } as const),
    ...{ part: [plus('gross_sales'), minus('discounts')], whole: [plus('orders')] },
  },
  {
    ...({ id: 'contribution_margin_1', unit: 'money', mayFall: true, hasCosts: true } as const),
    part: [plus('contribution_margin_1')],
  },
  { id: 'ad_spend', unit: 'money', isCeiling: true, isOfAllMarkets: true, part: [plus('ad_spend')] },
] as const satisfies readonly Kpi[];

export type KpiId = (typeof KPIS)[number]['id'];

export function kpiOf(id: KpiId): Kpi {
  const kpi = KPIS.find((one) => one.id === id);
  if (kpi === undefined) throw new RangeError(`${id} is nothing to aim at`);
  return kpi;
}

/** The measures that a number is made of. */
export function measuresOf({ part, whole = [] }: Kpi): readonly string[] {
  return [...part, ...whole].map(({ measure }) => measure);
}
