import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import type { CustomerId } from '../customer.ts';
import { newToken } from '../sign-in/token.ts';
import { lockCustomers, readCustomer } from '../store/customers.ts';
import { insertChallenge, insertPasskey, selectPasskeys, takeChallenge } from '../store/passkeys.ts';
import { NOT_ACCEPTED } from './not-accepted.ts';
import type { Passkey, PasskeyRefusal, RelyingParty } from './passkey.ts';
import { knownTransports, REGISTRATION } from './response.ts';
import { userHandleOf } from './user-handle.ts';
import { webauthn } from './webauthn.ts';

const PASSKEYS = 20;

/** What the browser needs to make a key for a customer who is signed in, and the token to bring back with the answer. */
export async function passkeyRegistration(
  db: Db,
  input: {
    readonly customerId: CustomerId;
    readonly relyingParty: RelyingParty;
    readonly now: Temporal.Instant;
  },
): Promise<
  Result<
    { readonly options: PublicKeyCredentialCreationOptionsJSON; readonly challengeToken: string },
    PasskeyRefusal
  >
> {
  const { customerId, relyingParty } = input;
  const customer = await readCustomer(db, customerId);
  if (customer === undefined) return refuse('not_found', 'no such customer', 'customerId');
  const known = await selectPasskeys(db, customerId);
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpID: relyingParty.id,
    rpName: relyingParty.name,
    userName: customer.email,
    userDisplayName: customer.name,
    userID: userHandleOf(customerId),
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const challengeToken = newToken();
  const { challenge } = options;
  await insertChallenge(db, { challengeToken, purpose: 'register', customerId, challenge, now: input.now });
  return ok({ options, challengeToken });
}

/** Keeps the key that the browser made. Only the customer who asked can bring it, once, within five minutes. */
export async function savePasskey(
  tx: Tx,
  input: {
    readonly customerId: CustomerId;
    readonly challengeToken: string;
    /** RegistrationResponseJSON, as the browser gave it. */
    readonly response: unknown;
    readonly name: string;
    readonly relyingParty: RelyingParty;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Passkey, PasskeyRefusal>> {
  const { customerId, now, relyingParty } = input;
  const challenge = await takeChallenge(tx, { ...input, purpose: 'register' });
  const parsed = REGISTRATION.safeParse(input.response);
  if (challenge === undefined || !parsed.success) return NOT_ACCEPTED;
  const { verifyRegistrationResponse } = await webauthn();
  const verified = await verifyRegistrationResponse({
    response: {
      ...parsed.data,
      response: { ...parsed.data.response, transports: knownTransports(parsed.data.response.transports) },
    },
    expectedChallenge: challenge,
    expectedOrigin: relyingParty.origin,
    expectedRPID: relyingParty.id,
    requireUserVerification: true,
    // The library throws at whatever is wrong with an answer; for whoever sent it that is a refusal.
  }).catch(() => undefined);
  if (!verified?.verified) return NOT_ACCEPTED;
  const [customer] = await lockCustomers(tx, [customerId]);
  if (customer === undefined) return refuse('not_found', 'no such customer', 'customerId');
  if ((await selectPasskeys(tx, customerId)).length >= PASSKEYS) {
    return refuse('too_many', `at most ${PASSKEYS} passkeys`);
  }
  const { credential, credentialBackedUp: isBackedUp } = verified.registrationInfo;
  const name = input.name.replace(/\p{C}/gu, '').trim().slice(0, 60) || 'Passkey';
  const passkey: Passkey = { id: newId(), name, isBackedUp, createdAt: now, lastUsedAt: undefined };
  return (await insertPasskey(tx, { customerId, passkey, credential })) ? ok(passkey) : NOT_ACCEPTED;
}
