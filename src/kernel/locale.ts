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
