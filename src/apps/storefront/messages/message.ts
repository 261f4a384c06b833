import type { Locale } from '../../../kernel/index.ts';
import { de } from './de.ts';
import { en, type MessageKey } from './en.ts';
import type { Message } from './text.ts';

export type { MessageKey };
export type Values = Readonly<Record<string, string | number>>;

/**
 * The text of `key` in the locale's language (English where there is none), with its `{placeholders}` filled.
 * `message('de', 'listing.count', { count: 2 })` is `2 Produkte`. Numbers are written the locale's way.
 */
export function message(locale: Locale, key: MessageKey, values: Values = {}): string {
  const language = languageOf(locale);
  const found = LANGUAGES.get(language)?.[key] ?? en[key];
  const text = typeof found === 'string' ? found : found[pluralOf(locale, Number(values['count'] ?? 0))];
  if (!text.includes('{')) return text;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numberOf(locale).format(value) : value;
  });
}

const LANGUAGES: ReadonlyMap<string, Readonly<Record<MessageKey, Message>>> = new Map([
  ['en', en],
  ['de', de],
]);

function languageOf(locale: Locale): string {
  const end = locale.indexOf('-');
  return end === -1 ? locale : locale.slice(0, end);
}

function pluralOf(locale: Locale, count: number): 'one' | 'other' {
  return pluralsOf(locale).select(count) === 'one' ? 'one' : 'other';
}

const plurals = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

// Making an Intl object costs about 50 µs, a page asks dozens of times.
function pluralsOf(locale: Locale): Intl.PluralRules {
  const known = plurals.get(locale);
  if (known) return known;
  const made = new Intl.PluralRules(locale);
  plurals.set(locale, made);
  return made;
}

function numberOf(locale: Locale): Intl.NumberFormat {
  const known = numbers.get(locale);
  if (known) return known;
  const made = new Intl.NumberFormat(locale);
  numbers.set(locale, made);
  return made;
}
