import { hash } from 'node:crypto';
import type { Id } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { insertConsent, keepConsentText } from '../store/consents.ts';
import type { Choices } from './rules.ts';

/** In a visitor's consent cookie: what their decisions are found by, and nothing else is. */
export type ConsentId = Id<'consent'>;

/** By which act somebody decided. `signal`: Global Privacy Control decided for them. */
export type ConsentMethod = 'accept_all' | 'reject_all' | 'choices' | 'withdrawal' | 'signal';

/** What was on the screen when somebody decided. */
export type ShownText = { readonly version: string; readonly locale: string; readonly text: string };

export type ConsentDecision = {
  /** A new one for somebody who has none yet: `newId()`. */
  readonly consentId: ConsentId;
  readonly choices: Choices;
  readonly method: ConsentMethod;
  readonly shown: ShownText;
  readonly hasGpc: boolean;
  readonly now: Temporal.Instant;
};

/**
 * Keeps a decision with all that proves it (GDPR, article 7(1)): what was agreed to and what not, when, how, and the very
 * text that was shown, which is kept once under its SHA-256. Nothing of it can be changed later, not by the shop either.
 */
export async function recordConsent(tx: Tx, decision: ConsentDecision): Promise<void> {
  const { shown, now } = decision;
  const sha256 = textHash(shown);
  await keepConsentText(tx, { ...shown, sha256, now });
  await insertConsent(tx, { ...decision, id: newId<'consent_record'>(), sha256 });
}

/** Of version, language and text together: the same words in another version are another text. */
export function textHash({ version, locale, text }: ShownText): string {
  return hash('sha256', JSON.stringify([version, locale, text]), 'hex');
}
