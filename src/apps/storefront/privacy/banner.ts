import { message } from '../messages/index.ts';
import type { Site } from '../site.ts';

/** Another text is another version: whoever changes what the banner says changes this too. */
const VERSION = '2026-11-27';

/**
 * What was on the screen when somebody decided, for the proof of it (GDPR, article 7(1)): banner and page of choices show the
 * same.
 */
export function shownText({ locale, consentWords }: Pick<Site, 'locale' | 'consentWords'>) {
  const title = consentWords?.title ?? message(locale, 'consent.title');
  const text = consentWords?.text ?? message(locale, 'consent.text');
  const buttons = [message(locale, 'consent.reject'), message(locale, 'consent.accept')];
  const version = consentWords === undefined ? VERSION : 'own';
  return { version, locale, text: [title, text, ...buttons].join('\n') };
}
