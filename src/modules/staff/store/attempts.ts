import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import type { Tried } from '../sign-in/limits.ts';

type Where = {
  /** In lower case; '' for a passkey, which names nobody. */
  readonly account: string;
  readonly network: string;
  readonly device: string;
  readonly now: Temporal.Instant;
};

const DAYS_KEPT = 90;

/** Notes a try before it is looked at, so that many at once are counted. */
export async function insertAttempt(db: Db, { account, network, device, now }: Where): Promise<void> {
  await sql`
    insert into staff.sign_in_attempt (id, account, network, device, at)
    values (${newId<'sign_in_attempt'>()}, ${account}, ${network}, ${device}, ${now.toString()})`.execute(db);
}

/** What was refused lately, the try that was just noted among it. */
export async function countTries(db: Db, { account, network, now }: Where): Promise<Tried> {
  const quarter = now.subtract({ minutes: 15 }).toString();
  const hour = now.subtract({ hours: 1 }).toString();
  const known = now.subtract({ hours: 24 * DAYS_KEPT }).toString();
  const { rows } = await sql<{
    by_pair: number;
    by_account: number;
    by_network: number;
    is_known: boolean;
  }>`
    select
      (select count(*)::int from staff.sign_in_attempt where outcome = 'refused' and account = ${account}
        and account <> '' and network = ${network} and at > ${quarter}::timestamptz) as by_pair,
      (select count(*)::int from staff.sign_in_attempt where outcome = 'refused' and account = ${account}
        and account <> '' and at > ${hour}::timestamptz) as by_account,
      (select count(*)::int from staff.sign_in_attempt where outcome = 'refused' and network = ${network}
        and at > ${hour}::timestamptz) as by_network,
      exists (select from staff.sign_in_attempt where outcome = 'succeeded' and account = ${account}
        and network = ${network} and at > ${known}::timestamptz) as is_known`.execute(db);
  const [row] = rows;
  return {
    byPair: row?.by_pair ?? 0,
    byAccount: row?.by_account ?? 0,
    byNetwork: row?.by_network ?? 0,
    isKnownNetwork: row?.is_known ?? false,
  };
}

/** Whether this account signed in with this browser from this network in the last ninety days. */
export async function seenBefore(db: Db, { account, network, device, now }: Where): Promise<boolean> {
  const since = now.subtract({ hours: 24 * DAYS_KEPT }).toString();
  const { rows } = await sql<{ seen: boolean }>`
    select exists (select from staff.sign_in_attempt where outcome = 'succeeded' and account = ${account}
      and network = ${network} and device = ${device} and at > ${since}::timestamptz) as seen`.execute(db);
  return rows[0]?.seen ?? false;
}

/** What was mistyped from here before is forgotten. */
export async function noteSuccess(tx: Tx, where: Where): Promise<void> {
  const { account, network, device, now } = where;
  await sql`
    delete from staff.sign_in_attempt
    where outcome = 'refused' and account in (${account}, '') and network = ${network} and device = ${device}
      and at > ${now.subtract({ minutes: 15 }).toString()}::timestamptz`.execute(tx);
  await sql`
    insert into staff.sign_in_attempt (id, account, network, device, outcome, at)
    values (${newId<'sign_in_attempt'>()}, ${account}, ${network}, ${device}, 'succeeded', ${now.toString()})
    `.execute(tx);
}

export async function deleteOldAttempts(db: Db, now: Temporal.Instant): Promise<void> {
  const before = now.subtract({ hours: 24 * DAYS_KEPT }).toString();
  await sql`delete from staff.sign_in_attempt where at < ${before}::timestamptz`.execute(db);
}
