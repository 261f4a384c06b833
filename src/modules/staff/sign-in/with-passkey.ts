import { ok, type Refusal, type Result } from '../../../kernel/index.ts';
import {
  assertionOptions,
  checkAssertion,
  type RelyingParty,
  readAssertion,
} from '../../../platform/auth/index.ts';
import { type Db, type Tx, transactOrRefuse } from '../../../platform/database/index.ts';
import { PASSKEY_NOT_ACCEPTED } from '../credentials/passkey.ts';
import type { MemberId } from '../member.ts';
import type { Browser } from '../sessions/browser.ts';
import { openSession } from '../sessions/open-session.ts';
import type { SignedIn } from '../sessions/session.ts';
import { keepChallenge, takeChallenge } from '../store/challenges.ts';
import { readMember } from '../store/members.ts';
import { findPasskey, noteUse } from '../store/passkeys.ts';
import { isTryAllowed, TOO_MANY } from './try.ts';

export type PasskeyAnswer = {
  readonly challengeToken: string;
  /** AuthenticationResponseJSON, as the browser gave it. */
  readonly response: unknown;
  readonly relyingParty: RelyingParty;
  readonly now: Temporal.Instant;
};

/** What the browser needs to ask for a key of this shop; `stepUpOf`: to confirm that it is still this member. */
export async function offerPasskey(
  db: Db,
  input: {
    readonly relyingParty: RelyingParty;
    readonly stepUpOf?: MemberId;
    readonly now: Temporal.Instant;
  },
) {
  const { stepUpOf: memberId, now } = input;
  const options = await assertionOptions(input.relyingParty);
  const { challenge } = options;
  const challengeToken = await keepChallenge(
    db,
    memberId === undefined
      ? { purpose: 'sign_in', challenge, now }
      : { purpose: 'step_up', memberId, challenge, now },
  );
  return { options, challengeToken };
}

/** Signs in the owner of the key that answered the challenge, once, within five minutes. */
export async function signInWithPasskey(
  db: Db,
  input: PasskeyAnswer & { readonly browser: Browser },
): Promise<Result<SignedIn, Refusal<'passkey_not_accepted' | 'too_many_attempts'>>> {
  const { browser, now } = input;
  if (!(await isTryAllowed(db, { account: '', browser, now }))) return TOO_MANY;
  return transactOrRefuse(db, async (tx) => {
    const memberId = await holderOf(tx, input, undefined);
    const member = memberId && (await readMember(tx, memberId));
    if (!member) return PASSKEY_NOT_ACCEPTED;
    return ok(await openSession(tx, { member, method: 'passkey', browser, now }));
  });
}

/** Whose key answered, noted as used; `undefined` when anything of it is not as it was asked for. */
export async function holderOf(
  tx: Tx,
  { challengeToken: token, response, relyingParty, now }: PasskeyAnswer,
  stepUpOf: MemberId | undefined,
): Promise<MemberId | undefined> {
  const purpose = stepUpOf === undefined ? 'sign_in' : 'step_up';
  const asked = await takeChallenge(tx, { token, purpose, memberId: stepUpOf, now });
  const assertion = readAssertion(response);
  const known = asked && assertion && (await findPasskey(tx, assertion.credentialId));
  if (!asked || !assertion || !known || assertion.handle !== known.memberId) return undefined;
  if (stepUpOf !== undefined && known.memberId !== stepUpOf) return undefined;
  const { publicKey, signCount, id } = known;
  const { challenge } = asked;
  const used = await checkAssertion({ assertion, challenge, relyingParty, publicKey, signCount });
  if (used === undefined) return undefined;
  await noteUse(tx, { id, signCount: used.signCount, now });
  return known.memberId;
}
