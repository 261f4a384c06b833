import type { Db } from '../../../platform/database/index.ts';
import { readMarkets, readShop } from '../../markets/index.ts';
import { WEEKS_AHEAD } from '../forecast/forecast.ts';
import type { PublicHoliday } from '../make/calendar.ts';
import type { Past } from '../make/item.ts';

/** The part of the shop's own country; the rest is of all countries of its markets alike. */
const AT_HOME = 0.5;
/** Rules of more countries than these say little and take long to read. */
const MOST_COUNTRIES = 40;

/** Public holidays of whole countries that the shop sells to, of the past and of the weeks that are forecast. */
export async function readHolidays(db: Db, past: Past): Promise<PublicHoliday[]> {
  const [{ country: home }, markets] = [await readShop(db), await readMarkets(db)];
  const countries = [...new Set(markets.flatMap((market) => market.countries))].slice(0, MOST_COUNTRIES);
  const all = home !== '' && !countries.includes(home) ? [home, ...countries] : countries;
  const last = past.from.add({ days: 7 * (past.weeks + WEEKS_AHEAD) - 1 });
  // Its rules take a tenth of a second to read: whoever does not forecast does not wait for them.
  const { default: Holidays } = await import('date-holidays');
  return all.flatMap((country) => {
    const rules = new Holidays(country, { types: ['public'] });
    const weight = (country === home ? AT_HOME : 0) + (home === '' ? 1 : 1 - AT_HOME) / all.length;
    const years = Array.from({ length: last.year - past.from.year + 1 }, (_, year) => past.from.year + year);
    const days = new Set(
      years.flatMap((year) => (rules.getHolidays(year) ?? []).map(({ date }) => date.slice(0, 10))),
    );
    return [...days].map((day) => ({ day: Temporal.PlainDate.from(day), weight }));
  });
}
