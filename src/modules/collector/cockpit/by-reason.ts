import type { Reason, Tracking } from './words.ts';

type Sum = { readonly reason: Reason; readonly count: number; readonly held: number };

/** Days together, the reason with most first; of which nothing is left is left out. */
export function byReason(dropped: Tracking['dropped']): readonly Sum[] {
  const sums = new Map<Reason, Sum>();
  for (const { reason, count, held } of dropped) {
    const sum = sums.get(reason) ?? { reason, count: 0, held: 0 };
    sums.set(reason, { reason, count: sum.count + count, held: sum.held + held });
  }
  return [...sums.values()].filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
}
