import { ok, type Refusal, type Result } from '../../../kernel/index.ts';
import { newToken } from '../../../platform/auth/index.ts';
import { type Db, transactOrRefuse } from '../../../platform/database/index.ts';
import type { Secrets } from '../../../platform/secrets/index.ts';
import { PASSKEY_NOT_ACCEPTED } from '../credentials/passkey.ts';
import { isPassword } from '../credentials/password-hash.ts';
import { useCode } from '../credentials/use-code.ts';
import type { MemberId } from '../member.ts';
import { type Browser, triesOf } from '../sessions/browser.ts';
import type { SessionId } from '../sessions/session.ts';
import { noteSuccess } from '../store/attempts.ts';
import { findPassword } from '../store/credentials.ts';
import { readMember } from '../store/members.ts';
import { confirmSession } from '../store/sessions.ts';
import { CODE_NOT_ACCEPTED, isTryAllowed, NOT_ACCEPTED, TOO_MANY } from './try.ts';
import { holderOf, type PasskeyAnswer } from './with-passkey.ts';

export type Proof =
  | ({ readonly kind: 'passkey' } & Omit<PasskeyAnswer, 'now'>)
  | { readonly kind: 'password'; readonly password: string; readonly code: string };

export type StepUpRefusal = Refusal<
  'passkey_not_accepted' | 'not_accepted' | 'code_not_accepted' | 'too_many_attempts'
>;

/**
 * Confirms that it is still the member who sits at this session, for ten minutes. The session gets another token: one
 * that was copied before confirms nothing.
 */
export async function stepUp(
  deps: { readonly db: Db; readonly secrets: Secrets },
  input: {
    readonly memberId: MemberId;
    readonly sessionId: SessionId;
    readonly proof: Proof;
    readonly browser: Browser;
    readonly now: Temporal.Instant;
  },
): Promise<Result<{ readonly token: string }, StepUpRefusal>> {
  const { db, secrets } = deps;
  const { memberId, sessionId, proof, browser, now } = input;
  const member = await readMember(db, memberId);
  if (member === undefined) return NOT_ACCEPTED;
  const account = proof.kind === 'passkey' ? '' : member.email;
  if (!(await isTryAllowed(db, { account, browser, now }))) return TOO_MANY;
  if (proof.kind === 'password') {
    const kept = await findPassword(db, member.email);
    if (!(await isPassword(proof.password, kept?.passwordHash))) return NOT_ACCEPTED;
  }
  return transactOrRefuse(db, async (tx): Promise<Result<{ readonly token: string }, StepUpRefusal>> => {
    if (proof.kind === 'passkey') {
      const holder = await holderOf(tx, { ...proof, now }, memberId);
      if (holder === undefined) return PASSKEY_NOT_ACCEPTED;
    } else if ((await useCode(tx, secrets, { member, code: proof.code, now })) !== 'password') {
      return CODE_NOT_ACCEPTED;
    }
    const token = newToken();
    if (!(await confirmSession(tx, { id: sessionId, token, now }))) return NOT_ACCEPTED;
    await noteSuccess(tx, triesOf(member.email, browser, now));
    return ok({ token });
  });
}
