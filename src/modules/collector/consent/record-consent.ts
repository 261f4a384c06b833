import { hash } from 'node:crypto';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { insertConsent, keepConsentText } from '../store/consents.ts';
import type { ConsentDecision, ShownText } from './decision.ts';

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
