import { localeOf } from '../../../kernel/index.ts';
import { COUNTRIES, countryName, isCountry } from '../../markets/index.ts';

const MOST_CHARACTERS = 100;

// What tables call countries besides the names of CLDR.
const ALSO: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  usa: 'US',
  'u.s.a.': 'US',
  'united states of america': 'US',
  eire: 'IE',
  'republic of ireland': 'IE',
  rsa: 'ZA',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  korea: 'KR',
  'viet nam': 'VN',
};

let byName: ReadonlyMap<string, string> | undefined;

/**
 * The ISO 3166-1 code of a country's code or name (English, German, French or Spanish); else the text as it is, at most a
 * hundred characters of it, so that `Channel Islands` stays a place of its own. `undefined` for nothing.
 */
export function countryOf(text: string): string | undefined {
  const bare = text.trim().replace(/\s+/g, ' ');
  if (bare === '') return undefined;
  if (bare.length === 2 && isCountry(bare.toUpperCase())) return bare.toUpperCase();
  byName ??= names();
  return byName.get(plain(bare)) ?? bare.slice(0, MOST_CHARACTERS);
}

function names(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const locale of ['es', 'fr', 'de', 'en'].map(localeOf)) {
    for (const code of COUNTRIES) found.set(plain(countryName(code, locale)), code);
  }
  for (const [name, code] of Object.entries(ALSO)) found.set(name, code);
  return found;
}

/** Côte d’Ivoire is typed with either apostrophe. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll('’', "'");
}
