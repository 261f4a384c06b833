import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { MemberId } from '../member.ts';

export type Kept = {
  readonly memberId: MemberId;
  readonly passwordHash: string | undefined;
  readonly hasAuthenticator: boolean;
};

/** What is kept of the one with this address, for signing in. */
export async function findPassword(db: Db, email: string): Promise<Kept | undefined> {
  const { rows } = await sql<{ id: MemberId; hash: string | null; has_totp: boolean }>`
    select member.id, password.hash, totp.member_id is not null as has_totp
    from staff.member left join staff.password on password.member_id = member.id
      left join staff.totp on totp.member_id = member.id
    where lower(email) = lower(${email}) and removed_at is null`.execute(db);
  return rows.map((row) => ({
    memberId: row.id,
    passwordHash: row.hash ?? undefined,
    hasAuthenticator: row.has_totp,
  }))[0];
}

export async function setPassword(
  tx: Tx,
  {
    memberId,
    hash,
    now,
  }: { readonly memberId: MemberId; readonly hash: string; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into staff.password (member_id, hash, changed_at) values (${memberId}, ${hash}, ${now.toString()})
    on conflict (member_id) do update set hash = excluded.hash, changed_at = excluded.changed_at`.execute(tx);
}

export async function findTotp(
  db: Db,
  memberId: MemberId,
): Promise<{ readonly sealedSecret: string; readonly lastStep: number } | undefined> {
  const { rows } = await sql<{ sealed_secret: string; last_step: bigint }>`
    select sealed_secret, last_step from staff.totp where member_id = ${memberId}`.execute(db);
  return rows.map((row) => ({ sealedSecret: row.sealed_secret, lastStep: Number(row.last_step) }))[0];
}

export async function setTotp(
  tx: Tx,
  input: {
    readonly memberId: MemberId;
    readonly sealedSecret: string;
    readonly step: number;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  await sql`
    insert into staff.totp (member_id, sealed_secret, last_step, added_at)
    values (${input.memberId}, ${input.sealedSecret}, ${input.step}, ${input.now.toString()})
    on conflict (member_id) do update set sealed_secret = excluded.sealed_secret, last_step = excluded.last_step,
      added_at = excluded.added_at`.execute(tx);
}

/** Whether the code of this step was not taken before: of two at once one is. */
export async function takeStep(tx: Tx, memberId: MemberId, step: number): Promise<boolean> {
  const { rows } = await sql`
    update staff.totp set last_step = ${step} where member_id = ${memberId} and last_step < ${step}
    returning member_id`.execute(tx);
  return rows.length > 0;
}

export async function replaceRecoveryCodes(
  tx: Tx,
  memberId: MemberId,
  hashes: readonly Buffer[],
): Promise<void> {
  await sql`delete from staff.recovery_code where member_id = ${memberId}`.execute(tx);
  await sql`
    insert into staff.recovery_code (member_id, code_hash)
    select ${memberId}, unnest(${[...hashes]}::bytea[])`.execute(tx);
}

/** Whether it was one of this member's that was not used before. */
export async function takeRecoveryCode(
  tx: Tx,
  input: { readonly memberId: MemberId; readonly codeHash: Buffer; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql`
    update staff.recovery_code set used_at = ${input.now.toString()}
    where member_id = ${input.memberId} and code_hash = ${input.codeHash} and used_at is null
    returning member_id`.execute(tx);
  return rows.length > 0;
}

export type Security = {
  readonly passwordChangedAt: Temporal.Instant | undefined;
  readonly authenticatorAddedAt: Temporal.Instant | undefined;
  readonly recoveryCodesLeft: number;
};

export async function readSecurity(db: Db, memberId: MemberId): Promise<Security> {
  const { rows } = await sql<{
    password_at: Temporal.Instant | null;
    totp_at: Temporal.Instant | null;
    codes: number;
  }>`
    select (select changed_at from staff.password where member_id = ${memberId}) as password_at,
      (select added_at from staff.totp where member_id = ${memberId}) as totp_at,
      (select count(*)::int from staff.recovery_code where member_id = ${memberId} and used_at is null) as codes
    `.execute(db);
  const [row] = rows;
  return {
    passwordChangedAt: row?.password_at ?? undefined,
    authenticatorAddedAt: row?.totp_at ?? undefined,
    recoveryCodesLeft: row?.codes ?? 0,
  };
}

/** Everything by which this member could sign in: gone, for one who lost it. */
export async function deleteCredentials(tx: Tx, memberId: MemberId): Promise<void> {
  await sql`delete from staff.passkey where member_id = ${memberId}`.execute(tx);
  await sql`delete from staff.password where member_id = ${memberId}`.execute(tx);
  await sql`delete from staff.totp where member_id = ${memberId}`.execute(tx);
  await sql`delete from staff.recovery_code where member_id = ${memberId}`.execute(tx);
}
