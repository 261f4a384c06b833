declare const locale: unique symbol;

/** A BCP 47 language tag in canonical form: `en`, `de`, `en-GB`. */
export type Locale = string & { readonly [locale]: true };

export function parseLocale(text: string): Locale | undefined {
  if (text.length > 35) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0] as Locale | undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The locale of this tag; throws a RangeError when it is not well formed. */
export function localeOf(text: string): Locale {
  const parsed = parseLocale(text);
  if (parsed === undefined) throw new RangeError(`"${text}" is not a BCP 47 language tag`);
  return parsed;
}

/**
 * The languages to look for a text in, nearest first, by cutting subtags off the end (RFC 4647, section 3.4, lookup);
 * a single letter goes together with what it introduces.
 *
 * @example
 * fallbacksOf(localeOf('zh-Hant-TW')) // ['zh-Hant-TW', 'zh-Hant', 'zh']
 */
export function fallbacksOf(locale: Locale): Locale[] {
  const subtags = locale.split('-');
  return subtags.flatMap((_, index) => {
    const kept = subtags.slice(0, subtags.length - index);
    return index > 0 && kept.at(-1)?.length === 1 ? [] : [kept.join('-') as Locale];
  });
}
