/** The languages the cockpit speaks; English is complete, the others are checked against it by the compiler. */
export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The first of a browser's languages that the cockpit speaks. */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = LANGUAGES.find((language) => tag.toLowerCase().startsWith(language));
    if (found) return found;
  }
  return 'en';
}

/**
 * The browser's own form of a language (`en-AU`), by which it writes dates and numbers; the language itself where the browser
 * names none that can be used: one without a locale calls itself `en-US@posix`.
 */
export function regionOf(language: Language, wanted: readonly string[]): string {
  return wanted.find((tag) => isForm(tag, language)) ?? language;
}

function isForm(tag: string, language: Language): boolean {
  try {
    return new Intl.Locale(tag).language === language;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
