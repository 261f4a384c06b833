import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { ok, type Result } from '../../../kernel/index.ts';
import {
  assertionOptions,
  checkAssertion,
  newToken,
  type RelyingParty,
  readAssertion,
} from '../../../platform/auth/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { openSession } from '../sign-in/open-session.ts';
import type { SignedIn } from '../sign-in/session.ts';
import { readCustomer } from '../store/customers.ts';
import { findPasskey, insertChallenge, noteUse, takeChallenge } from '../store/passkeys.ts';
import { NOT_ACCEPTED } from './not-accepted.ts';
import type { PasskeyRefusal } from './passkey.ts';

/**
 * What the browser needs to ask for a key of this shop. It names nobody: which accounts there are and which have keys is
 * not told.
 */
export async function passkeyAuthentication(
  db: Db,
  input: { readonly relyingParty: RelyingParty; readonly now: Temporal.Instant },
): Promise<{ readonly options: PublicKeyCredentialRequestOptionsJSON; readonly challengeToken: string }> {
  const options = await assertionOptions(input.relyingParty);
  const challengeToken = newToken();
  const { challenge } = options;
  await insertChallenge(db, {
    ...{ challengeToken, challenge, purpose: 'sign_in', customerId: undefined },
    now: input.now,
  });
  return { options, challengeToken };
}

/** Signs in the owner of the key that answered the challenge, once, within five minutes. */
export async function signInWithPasskey(
  tx: Tx,
  input: {
    readonly challengeToken: string;
    /** AuthenticationResponseJSON, as the browser gave it. */
    readonly response: unknown;
    readonly relyingParty: RelyingParty;
    readonly ip: string;
    readonly userAgent: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<SignedIn, PasskeyRefusal>> {
  const { now, relyingParty } = input;
  const challenge = await takeChallenge(tx, { ...input, purpose: 'sign_in', customerId: undefined });
  const assertion = readAssertion(input.response);
  if (challenge === undefined || assertion === undefined) return NOT_ACCEPTED;
  const known = await findPasskey(tx, assertion.credentialId);
  if (known === undefined || assertion.handle !== known.handleId) return NOT_ACCEPTED;
  const { publicKey, signCount } = known;
  const used = await checkAssertion({ assertion, challenge, relyingParty, publicKey, signCount });
  if (used === undefined) return NOT_ACCEPTED;
  await noteUse(tx, { id: known.id, signCount: used.signCount, now });
  const customer = await readCustomer(tx, known.customerId);
  if (customer === undefined) return NOT_ACCEPTED;
  const opened = await openSession(tx, { ...input, customerId: customer.id, method: 'passkey' });
  return ok({ customer, ...opened, isNew: false });
}
