import { type Id, parseId } from '../../kernel/index.ts';

export type MemberId = Id<'member'>;

/** The languages that the cockpit speaks. */
export const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];
export const THEMES = ['light', 'dark', 'auto'] as const;
export type Theme = (typeof THEMES)[number];

/** A person who works in the shop. */
export type Member = {
  readonly id: MemberId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly theme: Theme;
  readonly createdAt: Temporal.Instant;
  /** Names of built-in roles, ids of the shop's own. */
  readonly roles: readonly string[];
};

export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}

export function memberIdOf(text: string): MemberId | undefined {
  return parseId<'member'>(text);
}

/** A name as it is kept, or `undefined` for what is none. */
export function parseName(text: string): string | undefined {
  const name = text.replace(/\p{C}/gu, '').trim();
  return name === '' || name.length > 100 ? undefined : name;
}
