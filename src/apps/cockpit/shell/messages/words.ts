import { keepMessages, type Language, messagesOf } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

const SHELL = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
} satisfies Record<Language, () => Promise<unknown>>;

const KIT = {
  en: async () => (await import('../../../../platform/cockpit/messages/en.ts')).en,
  de: async () => (await import('../../../../platform/cockpit/messages/de.ts')).de,
  fr: async () => (await import('../../../../platform/cockpit/messages/fr.ts')).fr,
  es: async () => (await import('../../../../platform/cockpit/messages/es.ts')).es,
} satisfies Record<Language, () => Promise<unknown>>;

/** The frame's own words. */
export const shellWords = () => messagesOf<typeof en>('shell');

/** Loads what kit and frame say in a language; nothing is drawn before. */
export async function speak(language: Language): Promise<void> {
  const [shell, kit] = await Promise.all([SHELL[language](), KIT[language]()]);
  keepMessages('shell', shell);
  keepMessages('kit', kit);
  document.documentElement.lang = language;
}
