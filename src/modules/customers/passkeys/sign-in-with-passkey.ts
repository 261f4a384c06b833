import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { ok, type Result } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { openSession } from '../sign-in/open-session.ts';
import type { SignedIn } from '../sign-in/session.ts';
import { newToken } from '../sign-in/token.ts';
import { readCustomer } from '../store/customers.ts';
import { findPasskey, insertChallenge, noteUse, takeChallenge } from '../store/passkeys.ts';
import { NOT_ACCEPTED } from './not-accepted.ts';
import type { PasskeyRefusal, RelyingParty } from './passkey.ts';
import { AUTHENTICATION } from './response.ts';
import { customerOfHandle } from './user-handle.ts';
import { webauthn } from './webauthn.ts';

/**
 * What the browser needs to ask for a key of this shop. It names nobody: which accounts there are and which have keys is
 * not told.
 */
export async function passkeyAuthentication(
  db: Db,
  input: { readonly relyingParty: RelyingParty; readonly now: Temporal.Instant },
): Promise<{ readonly options: PublicKeyCredentialRequestOptionsJSON; readonly challengeToken: string }> {
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: input.relyingParty.id,
    userVerification: 'required',
  });
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
  const challenge = await takeChallenge(tx, { ...input, purpose: 'sign_in', customerId: undefined });
  const parsed = AUTHENTICATION.safeParse(input.response);
  if (challenge === undefined || !parsed.success) return NOT_ACCEPTED;
  const { data: response } = parsed;
  const known = await findPasskey(tx, response.id);
  if (known === undefined || customerOfHandle(response.response.userHandle) !== known.handleId) {
    return NOT_ACCEPTED;
  }
  const { verifyAuthenticationResponse } = await webauthn();
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: input.relyingParty.origin,
    expectedRPID: input.relyingParty.id,
    credential: { id: response.id, publicKey: known.publicKey, counter: known.signCount },
    requireUserVerification: true,
    // The library throws at whatever is wrong with an answer; for whoever sent it that is a refusal.
  }).catch(() => undefined);
  if (!verified?.verified) return NOT_ACCEPTED;
  await noteUse(tx, { id: known.id, signCount: verified.authenticationInfo.newCounter, now: input.now });
  const customer = await readCustomer(tx, known.customerId);
  if (customer === undefined) return NOT_ACCEPTED;
  const opened = await openSession(tx, { ...input, customerId: customer.id, method: 'passkey' });
  return ok({ customer, ...opened, isNew: false });
}
