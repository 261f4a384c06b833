import type { Locale } from '../../../kernel/index.ts';
import { COUNTRIES } from './countries.ts';

const names = new Map<Locale, Intl.DisplayNames>();

/** What the country is called in a language: `countryName('DE', 'fr')` is `Allemagne`. */
export function countryName(country: string, locale: Locale): string {
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  names.set(locale, known);
  return known.of(country) ?? country;
}

/** All countries, or these, in the alphabet of a language: what a country field offers. */
export function countriesBy(
  locale: Locale,
  codes: readonly string[] = COUNTRIES,
): { readonly code: string; readonly name: string }[] {
  const { compare } = new Intl.Collator(locale);
  return codes
    .map((code) => ({ code, name: countryName(code, locale) }))
    .toSorted((a, b) => compare(a.name, b.name));
}
