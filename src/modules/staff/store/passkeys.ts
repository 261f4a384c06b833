import { sql } from 'kysely';
import type { NewCredential } from '../../../platform/auth/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Passkey, PasskeyId } from '../credentials/passkey.ts';
import type { MemberId } from '../member.ts';

/** Keeps a key unless it is somebody's already; whether it did. */
export async function insertPasskey(
  tx: Tx,
  input: { readonly memberId: MemberId; readonly passkey: Passkey; readonly credential: NewCredential },
): Promise<boolean> {
  const { memberId, passkey, credential } = input;
  const { rows } = await sql`
    insert into staff.passkey (id, member_id, credential_id, public_key, sign_count, transports, is_backed_up, name,
      created_at)
    values (${passkey.id}, ${memberId}, ${credential.id}, ${Buffer.from(credential.publicKey)},
      ${credential.counter}, ${credential.transports ?? []}::text[], ${passkey.isBackedUp}, ${passkey.name},
      ${passkey.createdAt.toString()})
    on conflict on constraint passkey_taken do nothing returning id`.execute(tx);
  return rows.length > 0;
}

export type ListedPasskey = Passkey & { readonly credentialId: string };

/** A member's keys, the oldest first. */
export async function selectPasskeys(db: Db, memberId: MemberId): Promise<ListedPasskey[]> {
  const { rows } = await sql<{
    id: PasskeyId;
    credential_id: string;
    name: string;
    is_backed_up: boolean;
    created_at: Temporal.Instant;
    last_used_at: Temporal.Instant | null;
  }>`
    select id, credential_id, name, is_backed_up, created_at, last_used_at from staff.passkey
    where member_id = ${memberId} order by created_at, id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    credentialId: row.credential_id,
    name: row.name,
    isBackedUp: row.is_backed_up,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at ?? undefined,
  }));
}

export type KeptPasskey = {
  readonly id: PasskeyId;
  readonly memberId: MemberId;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly signCount: number;
};

/** The key of one who works here, locked, so that its count is compared and raised by one at a time. */
export async function findPasskey(tx: Tx, credentialId: string): Promise<KeptPasskey | undefined> {
  const { rows } = await sql<{ id: PasskeyId; member_id: MemberId; public_key: Buffer; sign_count: bigint }>`
    select passkey.id, member_id, public_key, sign_count
    from staff.passkey join staff.member on member.id = passkey.member_id
    where credential_id = ${credentialId} and removed_at is null for update of passkey`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    memberId: row.member_id,
    publicKey: new Uint8Array(row.public_key),
    signCount: Number(row.sign_count),
  }))[0];
}

export async function noteUse(
  tx: Tx,
  input: { readonly id: PasskeyId; readonly signCount: number; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    update staff.passkey set sign_count = ${input.signCount}, last_used_at = ${input.now.toString()}
    where id = ${input.id}`.execute(tx);
}

export async function deletePasskey(
  tx: Tx,
  input: { readonly memberId: MemberId; readonly passkeyId: PasskeyId },
): Promise<boolean> {
  const { rows } = await sql`
    delete from staff.passkey where id = ${input.passkeyId} and member_id = ${input.memberId}
    returning id`.execute(tx);
  return rows.length > 0;
}
