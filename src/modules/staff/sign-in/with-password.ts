import { ok, type Refusal, type Result } from '../../../kernel/index.ts';
import { type Db, transactOrRefuse } from '../../../platform/database/index.ts';
import type { Secrets } from '../../../platform/secrets/index.ts';
import { hashPassword, isOutdated, isPassword } from '../credentials/password-hash.ts';
import { useCode } from '../credentials/use-code.ts';
import type { Browser } from '../sessions/browser.ts';
import { openSession } from '../sessions/open-session.ts';
import type { SignedIn } from '../sessions/session.ts';
import { keepChallenge, takeChallenge, tryChallenge } from '../store/challenges.ts';
import { findPassword, setPassword } from '../store/credentials.ts';
import { readMember } from '../store/members.ts';
import { CODE_NOT_ACCEPTED, isTryAllowed, NOT_ACCEPTED, TOO_MANY } from './try.ts';

/**
 * The first half of signing in without a passkey. An unknown address and a wrong password get the same answer and take as
 * long: a password is hashed for nobody, too.
 *
 * @returns the token that the code is to be brought with, within five minutes
 */
export async function signInWithPassword(
  db: Db,
  input: {
    readonly email: string;
    readonly password: string;
    readonly browser: Browser;
    readonly now: Temporal.Instant;
  },
): Promise<Result<{ readonly challengeToken: string }, Refusal<'not_accepted' | 'too_many_attempts'>>> {
  const { email, password, browser, now } = input;
  if (!(await isTryAllowed(db, { account: email, browser, now }))) return TOO_MANY;
  const kept = await findPassword(db, email);
  const isIt = await isPassword(password, kept?.passwordHash);
  if (!isIt || kept?.passwordHash === undefined || !kept.hasAuthenticator) return NOT_ACCEPTED;
  const { memberId, passwordHash } = kept;
  if (isOutdated(passwordHash)) {
    const hash = await hashPassword(password);
    await db.transaction().execute((tx) => setPassword(tx, { memberId, hash, now }));
  }
  return ok({ challengeToken: await keepChallenge(db, { purpose: 'code', memberId, now }) });
}

/** The second half: the authenticator's code, or a recovery code in its place. */
export async function signInWithCode(
  deps: { readonly db: Db; readonly secrets: Secrets },
  input: {
    readonly challengeToken: string;
    readonly code: string;
    readonly browser: Browser;
    readonly now: Temporal.Instant;
  },
): Promise<Result<SignedIn, Refusal<'code_not_accepted' | 'too_many_attempts'>>> {
  const { db, secrets } = deps;
  const { challengeToken: token, code, browser, now } = input;
  const memberId = await tryChallenge(db, { token, now });
  const member = memberId && (await readMember(db, memberId));
  if (!member) return CODE_NOT_ACCEPTED;
  // Who has the password and guesses codes asks for one challenge after the other.
  if (!(await isTryAllowed(db, { account: member.email, browser, now }))) return TOO_MANY;
  return transactOrRefuse(db, async (tx) => {
    const method = await useCode(tx, secrets, { member, code, now });
    if (method === undefined) return CODE_NOT_ACCEPTED;
    if (!(await takeChallenge(tx, { token, purpose: 'code', memberId: member.id, now })))
      return CODE_NOT_ACCEPTED;
    return ok(await openSession(tx, { member, method, browser, now }));
  });
}
