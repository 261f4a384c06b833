import { ok, type Refusal, type Result } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { upsertConsentRules } from '../store/consents.ts';
import { type ConsentRules, checkRules } from './rules.ts';

/** Saves the shop's rules of consent, all of them. */
export async function saveConsentRules(
  tx: Tx,
  input: { readonly rules: ConsentRules; readonly now: Temporal.Instant },
): Promise<Result<ConsentRules, Refusal<'invalid'>>> {
  const checked = checkRules(input.rules);
  if (!checked.ok) return checked;
  await upsertConsentRules(tx, checked.value, input.now);
  return ok(checked.value);
}
