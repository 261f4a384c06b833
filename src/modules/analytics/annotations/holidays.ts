import type { Dated, Days } from './annotation.ts';
import { within } from './annotation.ts';

type Holiday = Dated<{
  readonly kind: 'holiday';
  readonly name: string;
  readonly countries: readonly string[];
}>;

/** More countries make a mark of every day: then those of the shop's own country are told. */
const MOST_COUNTRIES = 6;

/**
 * Public holidays of whole countries in these days, each day once with where it is one, named in a language. What only a region
 * has is not among them.
 */
export async function holidaysOf(
  days: Days,
  asked: {
    readonly countries: readonly string[];
    readonly home: string;
    readonly language: string;
    /** Public ones unless it is said. */
    readonly types?: readonly ('public' | 'bank')[];
  },
): Promise<Holiday[]> {
  const { countries, home, language, types = ['public'] } = asked;
  const shown = countries.length <= MOST_COUNTRIES ? countries : countries.filter((one) => one === home);
  // Its rules take a tenth of a second to read: whoever shows no chart does not wait for them.
  const { default: Holidays } = await import('date-holidays');
  const found = new Map<string, { day: Temporal.PlainDate; name: string; countries: string[] }>();
  for (const country of shown) {
    const rules = new Holidays(country, { languages: [language, 'en'], types: [...types] });
    for (let year = days.from.year; year <= days.to.year; year += 1) {
      for (const { date, name } of rules.getHolidays(year) ?? []) {
        const day = Temporal.PlainDate.from(date.slice(0, 10));
        if (within(days, day, day) === undefined) continue;
        const key = `${day} ${name}`;
        const known = found.get(key);
        if (known === undefined) found.set(key, { day, name, countries: [country] });
        else if (!known.countries.includes(country)) known.countries.push(country);
      }
    }
  }
  return [...found.values()]
    .toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day))
    .map(({ day, name, countries: where }) => ({
      kind: 'holiday',
      from: day,
      to: day,
      name,
      countries: where,
    }));
}
