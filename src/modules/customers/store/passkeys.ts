import { sql } from 'kysely';
import { tokenHash } from '../../../platform/auth/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { CustomerId } from '../customer.ts';
import type { Passkey, PasskeyId } from '../passkeys/passkey.ts';

const CHALLENGE_MINUTES = 5;

export async function insertChallenge(
  db: Db,
  input: {
    readonly challengeToken: string;
    readonly purpose: 'register' | 'sign_in';
    readonly customerId: CustomerId | undefined;
    readonly challenge: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  await sql`
    insert into customers.passkey_challenge (token_hash, purpose, customer_id, challenge, expires_at)
    values (${tokenHash(input.challengeToken)}, ${input.purpose}, ${input.customerId ?? null}, ${input.challenge},
      ${input.now.add({ minutes: CHALLENGE_MINUTES }).toString()})`.execute(db);
}

/** The challenge of this token, purpose and customer, which is gone then: nothing is answered twice. */
export async function takeChallenge(
  tx: Tx,
  input: {
    readonly challengeToken: string;
    readonly purpose: 'register' | 'sign_in';
    readonly customerId: CustomerId | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<string | undefined> {
  const hash = tokenHash(input.challengeToken);
  if (hash === undefined) return undefined;
  const { rows } = await sql<{ challenge: string }>`
    delete from customers.passkey_challenge
    where token_hash = ${hash} and purpose = ${input.purpose}
      and customer_id is not distinct from ${input.customerId ?? null}::uuid
      and expires_at > ${input.now.toString()}::timestamptz
    returning challenge`.execute(tx);
  return rows[0]?.challenge;
}

export async function deleteOldChallenges(db: Db, now: Temporal.Instant): Promise<void> {
  await sql`
    delete from customers.passkey_challenge where expires_at < ${now.toString()}::timestamptz`.execute(db);
}

/** Keeps a key unless it is somebody's already; returns whether it did. */
export async function insertPasskey(
  tx: Tx,
  input: {
    readonly customerId: CustomerId;
    readonly passkey: Passkey;
    readonly credential: {
      readonly id: string;
      readonly publicKey: Uint8Array;
      readonly counter: number;
      readonly transports?: readonly string[] | undefined;
    };
  },
): Promise<boolean> {
  const { customerId, passkey, credential } = input;
  const { rows } = await sql`
    insert into customers.passkey (id, customer_id, user_handle, credential_id, public_key, sign_count, transports,
      is_backed_up, name, created_at)
    values (${passkey.id}, ${customerId}, ${customerId}, ${credential.id}, ${Buffer.from(credential.publicKey)},
      ${credential.counter}, ${credential.transports ?? []}::text[], ${passkey.isBackedUp}, ${passkey.name},
      ${passkey.createdAt.toString()})
    on conflict on constraint passkey_taken do nothing returning id`.execute(tx);
  return rows.length > 0;
}

export async function selectPasskeys(
  db: Db,
  customerId: CustomerId,
): Promise<{ readonly passkey: Passkey; readonly credentialId: string }[]> {
  const { rows } = await sql<{
    id: PasskeyId;
    credential_id: string;
    name: string;
    is_backed_up: boolean;
    created_at: Temporal.Instant;
    last_used_at: Temporal.Instant | null;
  }>`
    select id, credential_id, name, is_backed_up, created_at, last_used_at from customers.passkey
    where customer_id = ${customerId} order by created_at, id`.execute(db);
  return rows.map((row) => ({
    credentialId: row.credential_id,
    passkey: {
      id: row.id,
      name: row.name,
      isBackedUp: row.is_backed_up,
      createdAt: row.created_at,
      lastUsedAt: row.last_used_at ?? undefined,
    },
  }));
}

export type KeptPasskey = {
  readonly id: PasskeyId;
  readonly customerId: CustomerId;
  readonly handleId: CustomerId;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly signCount: number;
};

/** The key with this credential id, locked, so that its count is compared and raised by one at a time. */
export async function findPasskey(tx: Tx, credentialId: string): Promise<KeptPasskey | undefined> {
  const { rows } = await sql<{
    id: PasskeyId;
    customer_id: CustomerId;
    user_handle: CustomerId;
    public_key: Buffer;
    sign_count: bigint;
  }>`
    select id, customer_id, user_handle, public_key, sign_count from customers.passkey
    where credential_id = ${credentialId} for update`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    customerId: row.customer_id,
    handleId: row.user_handle,
    publicKey: new Uint8Array(row.public_key),
    signCount: Number(row.sign_count),
  }))[0];
}

export async function noteUse(
  tx: Tx,
  input: { readonly id: PasskeyId; readonly signCount: number; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    update customers.passkey set sign_count = ${input.signCount}, last_used_at = ${input.now.toString()}
    where id = ${input.id}`.execute(tx);
}

export async function deletePasskey(
  tx: Tx,
  input: { readonly customerId: CustomerId; readonly passkeyId: PasskeyId },
): Promise<void> {
  await sql`
    delete from customers.passkey
    where id = ${input.passkeyId} and customer_id = ${input.customerId}`.execute(tx);
}
