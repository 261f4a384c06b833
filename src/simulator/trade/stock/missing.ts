import type { TradeDate } from '../calendar.ts';
import type { Odds } from '../chance.ts';
import { isOut, type Shelf } from '../shelf.ts';
import type { Truths } from '../truths.ts';
import type { Storeroom } from './storeroom.ts';

/** The probability that who comes for something misses it, what is planted to be out left aside. */
export function missingOn(
  { goods }: Shelf,
  {
    demand: { sums },
    truths,
    date,
    room,
  }: {
    readonly demand: Odds;
    readonly truths: Truths;
    readonly date: TradeDate;
    readonly room: Pick<Storeroom, 'available'>;
  },
): number {
  let missed = 0;
  for (const [index, good] of goods.entries()) {
    const weight = (sums[index] ?? 0) - (sums[index - 1] ?? 0);
    if (weight === 0 || isOut(good, truths, date.daysBefore)) continue;
    const out = good.variants.filter((variant) => room.available(variant) === 0).length;
    missed += (weight * out) / good.variants.length;
  }
  return missed / (sums.at(-1) ?? 1);
}
