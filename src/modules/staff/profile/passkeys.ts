import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { checkRegistration, type RelyingParty, registrationOptions } from '../../../platform/auth/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { PASSKEY_NOT_ACCEPTED, type Passkey, type PasskeyId } from '../credentials/passkey.ts';
import { namedPasskey } from '../credentials/passkey-name.ts';
import type { Member } from '../member.ts';
import { keepChallenge, takeChallenge } from '../store/challenges.ts';
import { lockMember } from '../store/members.ts';
import { deletePasskey, insertPasskey, selectPasskeys } from '../store/passkeys.ts';
import { countWays, noteSecurityChange, type Own } from './security.ts';

const PASSKEYS = 20;

/** What the browser needs to make another key for a member who is signed in. */
export async function offerNewPasskey(
  db: Db,
  input: { readonly member: Member; readonly relyingParty: RelyingParty; readonly now: Temporal.Instant },
) {
  const { member, relyingParty, now } = input;
  const known = await selectPasskeys(db, member.id);
  const options = await registrationOptions({
    ...{ relyingParty, handle: member.id, userName: member.email, displayName: member.name },
    known: known.map(({ credentialId }) => credentialId),
  });
  const { challenge } = options;
  const asked = { purpose: 'register', memberId: member.id, challenge, now } as const;
  return { options, challengeToken: await keepChallenge(db, asked) };
}

/** Keeps the key that the browser made. Only the member who asked can bring it, once, within five minutes. */
export async function addPasskey(
  tx: Tx,
  input: Own & {
    readonly challengeToken: string;
    /** RegistrationResponseJSON, as the browser gave it. */
    readonly response: unknown;
    readonly name: string;
    readonly relyingParty: RelyingParty;
  },
): Promise<Result<Passkey, Refusal<'passkey_not_accepted' | 'too_many'>>> {
  const { member, response, relyingParty, now } = input;
  const memberId = member.id;
  const asked = await takeChallenge(tx, { token: input.challengeToken, purpose: 'register', memberId, now });
  const credential =
    asked && (await checkRegistration({ response, challenge: asked.challenge, relyingParty }));
  if (!credential) return PASSKEY_NOT_ACCEPTED;
  await lockMember(tx, memberId);
  if ((await selectPasskeys(tx, memberId)).length >= PASSKEYS) {
    return refuse('too_many', `at most ${PASSKEYS} passkeys`);
  }
  const passkey = namedPasskey({ name: input.name, isBackedUp: credential.isBackedUp, now });
  if (!(await insertPasskey(tx, { memberId, passkey, credential }))) return PASSKEY_NOT_ACCEPTED;
  await noteSecurityChange(tx, input, 'passkey_added');
  return ok(passkey);
}

/** Takes one of the member's keys away, unless it is the last way in. */
export async function dropPasskey(
  tx: Tx,
  input: Own & { readonly passkeyId: PasskeyId },
): Promise<Result<undefined, Refusal<'not_found' | 'last_way_in'>>> {
  const { member, passkeyId } = input;
  // Of two that take away at once the second counts what the first left.
  await lockMember(tx, member.id);
  const isTheirs = (await selectPasskeys(tx, member.id)).some(({ id }) => id === passkeyId);
  if (!isTheirs) return refuse('not_found', 'you have no passkey with this id', 'id');
  if ((await countWays(tx, member.id)) <= 1) {
    return refuse('last_way_in', 'this is your last way to sign in: add another one first', 'id');
  }
  await deletePasskey(tx, { memberId: member.id, passkeyId });
  await noteSecurityChange(tx, input, 'passkey_removed');
  return ok(undefined);
}
