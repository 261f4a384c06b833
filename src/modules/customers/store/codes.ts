import { sql } from 'kysely';
import { tokenHash } from '../../../platform/auth/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { CustomerId } from '../customer.ts';
import { type Asked, TRIES } from '../sign-in/limits.ts';

export type CodePurpose = 'sign_in' | 'change_email';

/**
 * How many codes were asked for. The address and the network stay locked until the commit, always in this order: of those
 * who ask at once nobody gets in beyond the limit.
 */
export async function countAsked(
  tx: Tx,
  input: { readonly email: string; readonly network: string; readonly now: Temporal.Instant },
): Promise<Asked> {
  const { email, network } = input;
  await sql`select pg_advisory_xact_lock(hashtextextended('customers.code.email ' || lower(${email}), 0))`.execute(
    tx,
  );
  await sql`select pg_advisory_xact_lock(hashtextextended('customers.code.network ' || ${network}, 0))`.execute(
    tx,
  );
  const [hour, quarter] = [input.now.subtract({ hours: 1 }), input.now.subtract({ minutes: 15 })];
  const { rows } = await sql<{
    by_pair: number;
    by_email: number;
    by_network: number;
    is_known: boolean;
  }>`
    select
      (select count(*)::int from customers.sign_in_code where lower(email) = lower(${email})
        and network = ${network} and created_at > ${quarter.toString()}::timestamptz) as by_pair,
      (select count(*)::int from customers.sign_in_code where lower(email) = lower(${email})
        and created_at > ${hour.toString()}::timestamptz) as by_email,
      (select count(*)::int from customers.sign_in_code where network = ${network}
        and created_at > ${hour.toString()}::timestamptz) as by_network,
      exists (select from customers.sign_in_code where lower(email) = lower(${email})
        and network = ${network} and used_at is not null) as is_known`.execute(tx);
  const [row] = rows;
  return {
    byPair: row?.by_pair ?? 0,
    byEmail: row?.by_email ?? 0,
    byNetwork: row?.by_network ?? 0,
    isKnownNetwork: row?.is_known ?? false,
  };
}

export async function insertCode(
  tx: Tx,
  input: {
    readonly id: string;
    readonly challenge: string;
    readonly codeHash: Buffer;
    readonly purpose: CodePurpose;
    readonly customerId: CustomerId | undefined;
    readonly email: string;
    readonly network: string;
    readonly now: Temporal.Instant;
    readonly expiresAt: Temporal.Instant;
  },
): Promise<void> {
  await sql`
    insert into customers.sign_in_code (id, challenge_hash, code_hash, purpose, customer_id, email, network,
      created_at, expires_at)
    values (${input.id}, ${tokenHash(input.challenge)}, ${input.codeHash}, ${input.purpose},
      ${input.customerId ?? null}, ${input.email}, ${input.network}, ${input.now.toString()},
      ${input.expiresAt.toString()})`.execute(tx);
}

export type TriedCode = { readonly id: string; readonly codeHash: Buffer; readonly email: string };

/**
 * Counts a try against a code that can still be used, and returns what to compare with. One statement, committed whatever
 * becomes of the try: of many guesses at once only as many are compared as there are tries.
 */
export async function takeTry(
  db: Db,
  input: {
    readonly challenge: string;
    readonly purpose: CodePurpose;
    readonly customerId: CustomerId | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<TriedCode | undefined> {
  const challengeHash = tokenHash(input.challenge);
  if (challengeHash === undefined) return undefined;
  const { rows } = await sql<{ id: string; code_hash: Buffer; email: string }>`
    update customers.sign_in_code set tries = tries + 1
    where challenge_hash = ${challengeHash} and purpose = ${input.purpose} and used_at is null
      and customer_id is not distinct from ${input.customerId ?? null}::uuid
      and tries < ${TRIES} and expires_at > ${input.now.toString()}::timestamptz
    returning id, code_hash, email`.execute(db);
  return rows.map((row) => ({ id: row.id, codeHash: row.code_hash, email: row.email }))[0];
}

/** Uses the code up; of several at once one gets `true`. */
export async function useCode(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update customers.sign_in_code set used_at = ${now.toString()} where id = ${id} and used_at is null`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

const USED_KEPT_DAYS = 90;

/** Forgets codes that are out of every limit's sight; those that signed in are remembered longer, by their network. */
export async function deleteOldCodes(db: Db, now: Temporal.Instant): Promise<void> {
  const [day, quarter] = [now.subtract({ hours: 24 }), now.subtract({ hours: 24 * USED_KEPT_DAYS })];
  await sql`
    delete from customers.sign_in_code where created_at < ${day.toString()}::timestamptz
      and (used_at is null or created_at < ${quarter.toString()}::timestamptz)`.execute(db);
}
