import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { Kind } from './part.ts';

export type Thing = { readonly kind: Kind; readonly key: string };
export type Made = Thing & { readonly print: string };

/** Notes what was there before anything was made, once: a seeding that goes on after it was killed knows it still. */
export async function noteBegin(
  tx: Tx,
  { before, now }: { readonly before: readonly Thing[]; readonly now: Temporal.Instant },
): Promise<void> {
  const { rows } = await sql`
    insert into simulator.demo (begun_at) values (${now.toString()}::timestamptz)
    on conflict do nothing returning 1`.execute(tx);
  if (rows.length === 0) return;
  await sql`
    insert into simulator.found_before (kind, key)
    select kind, key from jsonb_to_recordset(${JSON.stringify(before)}::jsonb) as found (kind text, key text)
    on conflict do nothing`.execute(tx);
}

/** Notes what is there now and was not before. */
export async function noteMade(tx: Tx, made: readonly Made[]): Promise<void> {
  await sql`
    insert into simulator.made (kind, key, print)
    select kind, key, print
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as found (kind text, key text, print text)
    where not exists (
      select from simulator.found_before before where before.kind = found.kind and before.key = found.key)
    on conflict do nothing`.execute(tx);
  await sql`delete from simulator.found_before`.execute(tx);
}

export async function readMade(db: Db): Promise<readonly Made[]> {
  const { rows } = await sql<Made>`select kind, key, print from simulator.made order by kind, key`.execute(
    db,
  );
  return rows;
}

/** Whether somebody took the demo out: it is not put in again. */
export async function isRemoved(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from simulator.demo where removed_at is not null`.execute(db);
  return rows.length > 0;
}

export async function noteRemoval(tx: Tx, now: Temporal.Instant): Promise<void> {
  await sql`update simulator.demo set removed_at = coalesce(removed_at, ${now.toString()}::timestamptz)`.execute(
    tx,
  );
}

/** What stays is the owner's from then on, and what is gone is nobody's. */
export async function forget(tx: Tx, things: readonly Thing[]): Promise<void> {
  await sql`
    delete from simulator.made made
    using jsonb_to_recordset(${JSON.stringify(things)}::jsonb) as gone (kind text, key text)
    where made.kind = gone.kind and made.key = gone.key`.execute(tx);
}
