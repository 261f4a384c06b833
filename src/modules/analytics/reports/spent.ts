import type { Asked } from './report.ts';

/** SQL: the rows of `spend` that are asked for; of a market none. */
export function spentIn({ during, within, ofMarket }: Asked): string {
  // Accounts do not say which market they advertise in.
  return ofMarket('spend') === '' ? `${during('day')}${within('spend')}` : 'false';
}

/** SQL: 1 where ad spend is known at all. */
export function spendKnown({ ofMarket }: Asked): string {
  return ofMarket('spend') === '' ? '(select cast(count(*) > 0 as integer) from spend)' : '0';
}
