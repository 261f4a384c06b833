import type { CountryFormat } from './country-format.ts';
import { AFRICA } from './formats/africa.ts';
import { AMERICAS } from './formats/americas.ts';
import { ASIA } from './formats/asia.ts';
import { EUROPE } from './formats/europe.ts';
import { OCEANIA } from './formats/oceania.ts';

const FORMATS: ReadonlyMap<string, CountryFormat> = new Map(
  Object.entries({ ...AFRICA, ...AMERICAS, ...ASIA, ...EUROPE, ...OCEANIA }),
);

const ANYWHERE: CountryFormat = { lines: '%N|%O|%A|%C' };

/** The format of a country by its ISO 3166-1 code; name, street and city where nothing is known. */
export function countryFormat(country: string): CountryFormat {
  return FORMATS.get(country) ?? ANYWHERE;
}

/** ISO 3166-1 alpha-2 codes of all countries, and XK (Kosovo), which carriers use. */
export const COUNTRIES: readonly string[] = [...FORMATS.keys()].toSorted();

/** Whether this is the code of a country, in capitals. */
export function isCountry(code: string): boolean {
  return FORMATS.has(code);
}
