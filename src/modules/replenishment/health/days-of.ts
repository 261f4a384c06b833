import type { Item } from '../../forecasting/index.ts';

/**
 * Demand day by day, from the first day on which it could be bought on: what was wanted, 0, or NaN where there was nothing. What
 * was sold on a day without stock in the evening was there.
 */
export function daysOf({ days, pieces, outs, since }: Item, length: number): number[] {
  const all = new Array<number>(length).fill(0);
  for (const [index, day] of days.entries()) if (day < length) all[day] = pieces[index] ?? 0;
  for (const [from, to] of outs) {
    for (let day = Math.max(from, 0); day <= Math.min(to, length - 1); day += 1) {
      if (all[day] === 0) all[day] = Number.NaN;
    }
  }
  return all.slice(Math.min(Math.max(since, 0), length));
}
