import { type Locale, localeOf } from '../../../kernel/index.ts';
import { countryFormat } from './countries.ts';
import { countryName } from './country-name.ts';
import type { PostalAddress } from './postal-address.ts';
import { findRegion } from './region.ts';

const ENGLISH = localeOf('en');

/** Where a label has the region's code and not its name. */
const PRINTS_CODES: ReadonlySet<string> = new Set(['AS', 'AU', 'BR', 'CA', 'IT', 'US']);

/**
 * The lines of a label in the country's order, the country last in capitals (UPU S42, in the language asked for), but
 * not for an address in `homeCountry`. Without phone number.
 *
 * @example
 * formatAddress({ name: 'Ada', line1: '1 Main St', city: 'Reno', region: 'NV', postalCode: '89501', country: 'US' })
 * // ['Ada', '1 Main St', 'Reno NV 89501', 'UNITED STATES']
 */
export function formatAddress(
  address: PostalAddress,
  { locale = ENGLISH, homeCountry }: { readonly locale?: Locale; readonly homeCountry?: string } = {},
): string[] {
  const { country } = address;
  const { lines, latinLines } = countryFormat(country);
  const isLatin = !/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u.test(address.line1 + address.city);
  const pattern = isLatin ? (latinLines ?? lines) : lines;
  const region = address.region === undefined ? '' : printedRegion(address.region, country, isLatin);
  const written = pattern.split('|').flatMap((line) => {
    if (line === '%A') return [address.line1, address.line2 ?? ''];
    return [filled(line, { ...address, region })];
  });
  const last = country === homeCountry ? [] : [countryName(country, locale).toLocaleUpperCase(locale)];
  return [...written, ...last].filter((line) => line !== '');
}

function filled(line: string, address: PostalAddress): string {
  const { name, company = '', city, postalCode = '' } = address;
  const region = address.region === city ? '' : (address.region ?? '');
  const values: Readonly<Record<string, string>> = { N: name, O: company, C: city, S: region, Z: postalCode };
  // What stands between two fields goes with the one that is missing: 'C, S' without S is 'C'.
  const isEmpty = [...line.matchAll(/%([NOCSZ])/g)].every(([, letter = '']) => values[letter] === '');
  if (isEmpty && line.includes('%')) return '';
  return line
    .replace(/%([NOCSZ])/g, (_, letter: string) => values[letter] ?? '')
    .replace(/ {2,}/g, ' ')
    .replace(/^[\s,-]+|[\s,-]+$/g, '');
}

function printedRegion(text: string, country: string, isLatin: boolean): string {
  const region = findRegion(country, text);
  if (region === undefined || PRINTS_CODES.has(country)) return text;
  return isLatin ? region.name : (region.localName ?? region.name);
}
