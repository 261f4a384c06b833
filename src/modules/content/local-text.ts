import { z } from 'zod';
import { fallbacksOf, type Locale, parseLocale } from '../../kernel/index.ts';

/** Words in the shop's own language, and in others by their tag. */
export type LocalText = { readonly text: string; readonly translations: Readonly<Record<string, string>> };

/** What may be given for a `LocalText`: plain text is the same in every language. */
export type LocalTextDraft =
  | string
  | { readonly text: string; readonly translations?: Readonly<Record<string, string>> };

/** The same value with each `LocalText` in it as text in one language. */
export type Localised<Value> = Value extends LocalText
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly Localised<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Localised<Value[Key]> }
      : Value;

/** The words in this language, else in the nearest that there is (`de` for `de-AT`), else in the shop's own. */
export function wordsIn(words: LocalText, locale: Locale): string {
  for (const tag of fallbacksOf(locale)) {
    const found = words.translations[tag];
    if (found !== undefined) return found;
  }
  return words.text;
}

/** Every text in `value`, however deep, in one language. */
export function localised<Value>(value: Value, locale: Locale): Localised<Value>;
export function localised(value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) return value.map((item) => localised<unknown>(item, locale));
  if (typeof value !== 'object' || value === null) return value;
  const words = value;
  if (isLocalText(words)) return wordsIn(words, locale);
  return Object.fromEntries(
    Object.entries(words).map(([key, item]) => [key, localised<unknown>(item, locale)]),
  );
}

function isLocalText(value: object): value is LocalText {
  return 'translations' in value && 'text' in value;
}

/** Parses a `LocalTextDraft` of up to `limit` characters a language; `clean` is done to each text. */
export function localText(limit: number, options: { readonly min?: number; readonly clean?: Clean } = {}) {
  const { min = 0, clean = (text: string) => text } = options;
  const text = z.string().trim().min(min).max(limit).transform(clean);
  const tag = z.string().transform((given, context) => {
    const locale = parseLocale(given);
    if (locale === undefined) context.addIssue({ code: 'custom', message: `"${given}" is no language tag` });
    return String(locale ?? given);
  });
  const whole = z.strictObject({ text, translations: z.record(tag, text).default({}) });
  const plain = text.transform((given): LocalText => ({ text: given, translations: {} }));
  return z.union([plain, whole.transform((given): LocalText => given)]);
}

type Clean = (text: string) => string;
