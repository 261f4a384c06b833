import type { Db } from '../../../platform/database/index.ts';
import { readMarkets, readShop } from '../../markets/index.ts';
import { type Days, within } from './annotation.ts';
import { holidaysOf } from './holidays.ts';
import { promotionSpans } from './promotion-spans.ts';
import { readAnnotations } from './store.ts';

/**
 * What goes on for longer, as a product that is out of stock, is judged: what days are like is learnt from the last two
 * weeks.
 */
const MOST_DAYS = 14;

/**
 * Days of the whole shop that nobody expects to be like others, each with why: holidays (those of banks too: Christmas Eve),
 * promotions and notes of up to two weeks. A note that was put on a day says so of it, whatever it says.
 *
 * @returns by day, `2026-12-25`
 */
export async function readKnownDays(
  db: Db,
  { language, ...days }: Days & { readonly language: string },
): Promise<ReadonlyMap<string, string>> {
  const [shop, markets] = await Promise.all([readShop(db), readMarkets(db)]);
  // A market without countries sells everywhere, and keeps the shop's holidays.
  const countries = [...new Set([shop.country, ...markets.flatMap((market) => market.countries)])];
  const about = { countries, home: shop.country, language };
  const [notes, promotions, holidays] = await Promise.all([
    readAnnotations(db, days),
    promotionSpans(db, ALL_OF_TIME),
    holidaysOf(days, { ...about, types: ['public', 'bank'] }),
  ]);
  const spans = [
    ...notes.filter(({ market }) => market === undefined).map(({ from, to, text }) => ({ from, to, text })),
    ...promotions.map(({ from, to, name: text }) => ({ from, to, text })),
    ...holidays.map(({ from, to, name: text }) => ({ from, to, text })),
  ];
  const known = new Map<string, string>();
  for (const { from, to, text } of spans) {
    const shown = within(days, from, to);
    if (shown === undefined || from.until(to).days + 1 > MOST_DAYS) continue;
    for (let day = shown.from; Temporal.PlainDate.compare(day, shown.to) <= 0; day = day.add({ days: 1 })) {
      known.set(day.toString(), text);
    }
  }
  return known;
}

/** So that how long a promotion lasts is known, and not only its part of the days that are asked for. */
const ALL_OF_TIME: Days = {
  from: Temporal.PlainDate.from('2000-01-01'),
  to: Temporal.PlainDate.from('9999-12-31'),
};
