import type { Locale } from '../../kernel/index.ts';

/** The languages to look in, nearest first (RFC 4647, section 3.4): `de-AT` gives `de-AT`, `de`. */
export function fallbacks(locale: Locale | undefined): string[] {
  if (locale === undefined) return [];
  const parts = locale.split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}
