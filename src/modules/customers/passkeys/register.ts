import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { ok, type Result, refuse } from '../../../kernel/index.ts';
import {
  checkRegistration,
  newToken,
  type RelyingParty,
  registrationOptions,
} from '../../../platform/auth/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import type { CustomerId } from '../customer.ts';
import { lockCustomers, readCustomer } from '../store/customers.ts';
import { insertChallenge, insertPasskey, selectPasskeys, takeChallenge } from '../store/passkeys.ts';
import { NOT_ACCEPTED } from './not-accepted.ts';
import type { Passkey, PasskeyRefusal } from './passkey.ts';

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
  const options = await registrationOptions({
    ...{ relyingParty, handle: customerId, userName: customer.email, displayName: customer.name },
    known: known.map(({ credentialId }) => credentialId),
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
  const { customerId, now, relyingParty, response } = input;
  const challenge = await takeChallenge(tx, { ...input, purpose: 'register' });
  const credential = challenge && (await checkRegistration({ response, challenge, relyingParty }));
  if (!credential) return NOT_ACCEPTED;
  const [customer] = await lockCustomers(tx, [customerId]);
  if (customer === undefined) return refuse('not_found', 'no such customer', 'customerId');
  if ((await selectPasskeys(tx, customerId)).length >= PASSKEYS) {
    return refuse('too_many', `at most ${PASSKEYS} passkeys`);
  }
  const { isBackedUp } = credential;
  const name = input.name.replace(/\p{C}/gu, '').trim().slice(0, 60) || 'Passkey';
  const passkey: Passkey = { id: newId(), name, isBackedUp, createdAt: now, lastUsedAt: undefined };
  return (await insertPasskey(tx, { customerId, passkey, credential })) ? ok(passkey) : NOT_ACCEPTED;
}
