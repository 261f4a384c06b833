import { at } from '../series.ts';

/** One purchase: when, in any unit counted from anywhere, and what it came to. */
export type Purchase = { readonly at: number; readonly value: number };

/** What the models of this folder know of a customer. Times are in the unit of the purchases. */
export type PurchaseHistory = {
  /** Purchases after the first: x of the papers. */
  readonly frequency: number;
  /** From the first purchase to the last, 0 where there is one: t_x. */
  readonly recency: number;
  /** From the first purchase to the end of what is known: T. */
  readonly age: number;
  /** Mean value of the purchases after the first, 0 where there are none: z̄. */
  readonly meanSpend: number;
};

/**
 * A customer's purchases up to `end` in four numbers: Fader and Hardie, "Creating an RFM summary using
 * Excel", technical note 022. Purchases at the same time are one: give whole days of the shop, as the note
 * does. Later ones are left out. Undefined where there is no purchase up to `end`.
 *
 * @example summarisePurchases([{ at: 3, value: 10 }, { at: 9, value: 20 }], 30)
 * // { frequency: 1, recency: 6, age: 27, meanSpend: 20 }
 */
export function summarisePurchases(purchases: Iterable<Purchase>, end: number): PurchaseHistory | undefined {
  const values = new Map<number, number>();
  for (const purchase of purchases) {
    if (purchase.at <= end) values.set(purchase.at, (values.get(purchase.at) ?? 0) + purchase.value);
  }
  if (values.size === 0) return undefined;
  const times = Float64Array.from(values.keys()).sort();
  const first = at(times, 0);
  const frequency = times.length - 1;
  const repeated = times.subarray(1).reduce((total, time) => total + (values.get(time) ?? 0), 0);
  return {
    frequency,
    recency: at(times, frequency) - first,
    age: end - first,
    meanSpend: frequency > 0 ? repeated / frequency : 0,
  };
}
