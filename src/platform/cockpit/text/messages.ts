import type { Language } from './language.ts';

/** A text, or a text made of what it is about. */
export type Message = string | ((...about: never[]) => string);
export type Messages = { readonly [key: string]: Message | Messages };

/**
 * What a language must say where English says it: the same keys, texts for texts, functions of the same arguments.
 *
 * @example
 * export const de: Translated<typeof en> = { title: 'Bestellungen', shipped: (count: number) => `${count} verschickt` };
 */
export type Translated<English> = {
  readonly [Key in keyof English]: English[Key] extends string
    ? string
    : English[Key] extends (...about: infer About) => string
      ? (...about: About) => string
      : Translated<English[Key]>;
};

const known = new Map<string, unknown>();

/** Keeps a desk's messages; called by the shell before the desk's screens are drawn. */
export function keepMessages(desk: string, messages: unknown): void {
  known.set(desk, messages);
}

/**
 * The messages of a desk in the language of the person, typed by the English ones.
 *
 * @example
 * const t = messagesOf<typeof en>('orders');
 */
export function messagesOf<English>(desk: string): Translated<English> {
  const messages = known.get(desk);
  if (messages === undefined) throw new TypeError(`the messages of "${desk}" were not loaded`);
  return messages as Translated<English>;
}

/**
 * The form of a language for a count.
 *
 * @example
 * plural('en', 1, { one: 'order', other: 'orders' }); // order
 */
export function plural(
  language: Language,
  count: number,
  forms: { readonly one: string; readonly many?: string; readonly other: string },
): string {
  const rule = new Intl.PluralRules(language).select(count);
  return rule === 'one' ? forms.one : rule === 'many' ? (forms.many ?? forms.other) : forms.other;
}
