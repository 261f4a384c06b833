import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import type { VariantId } from '../catalog/index.ts';
import { WAITLIST_LIMITS, type Wait, type WaitId } from './wait.ts';

/** One at a time for each variant, until the end of `tx`: two would each give away the same piece. */
export async function lockVariant(tx: Tx, variantId: VariantId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('waitlist ' || ${variantId}::text, 0))`.execute(tx);
}

/** Writes it unless the address waits already or a limit is reached; whoever asked cannot see which. */
export async function insertWait(
  tx: Tx,
  { asked, ...wait }: Omit<Wait, 'id'> & { readonly asked: Temporal.Instant },
): Promise<void> {
  const { ofAddress, ofVariant } = WAITLIST_LIMITS;
  // Those at once would each count without the others.
  await sql`select pg_advisory_xact_lock(hashtextextended('waitlist of ' || lower(${wait.email}), 0))`.execute(
    tx,
  );
  await sql`
    insert into waitlist.wait (id, variant_id, email, customer_id, market, locale, leave_key, asked_at)
    select ${newId<'wait'>()}, ${wait.variantId}::uuid, ${wait.email}, ${wait.customerId ?? null}::uuid, ${wait.market},
      ${wait.locale}, ${wait.leaveKey},
      ${asked.toString()}::timestamptz
    where (select count(*) from waitlist.wait where lower(email) = lower(${wait.email})) < ${ofAddress}
      and (select count(*) from waitlist.wait where variant_id = ${wait.variantId}::uuid) < ${ofVariant}
    on conflict (variant_id, lower(email)) do nothing`.execute(tx);
}

/** How many were told since then. */
export async function countTurns(tx: Tx, variantId: VariantId, since: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from waitlist.turn
    where variant_id = ${variantId} and told_at > ${since.toString()}::timestamptz`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** In which markets somebody waits for it. */
export async function marketsOf(tx: Tx, variantId: VariantId): Promise<readonly string[]> {
  const { rows } = await sql<{ market: string }>`
    select distinct market from waitlist.wait where variant_id = ${variantId}`.execute(tx);
  return rows.map(({ market }) => market);
}

/** Those whose turn it is, the first who asked first; until the end of `tx` nobody else can take them out. */
export async function lockFirst(
  tx: Tx,
  input: { readonly variantId: VariantId; readonly markets: readonly string[]; readonly limit: number },
): Promise<readonly Wait[]> {
  const { variantId, markets, limit } = input;
  const { rows } = await sql<Omit<Wait, 'customerId'> & { customerId: string | null }>`
    select id, variant_id as "variantId", email, customer_id as "customerId", market, locale, leave_key as "leaveKey"
    from waitlist.wait where variant_id = ${variantId} and market = any(${markets}::text[])
    order by place limit ${limit} for update`.execute(tx);
  return rows.map((row) => ({ ...row, customerId: row.customerId ?? undefined }));
}

/** Notes that these were told; their addresses are kept nowhere here any more. */
export async function markTold(tx: Tx, ids: readonly WaitId[], now: Temporal.Instant): Promise<void> {
  await sql`
    with gone as (
      delete from waitlist.wait where id = any(${ids}::uuid[]) returning id, variant_id)
    insert into waitlist.turn (id, variant_id, told_at)
    select id, variant_id, ${now.toString()}::timestamptz from gone`.execute(tx);
}

/** The variants that somebody waits for, by id, after `after`. */
export async function listAwaited(
  db: Db,
  { after, limit }: { readonly after: VariantId | undefined; readonly limit: number },
): Promise<readonly VariantId[]> {
  const { rows } = await sql<{ id: VariantId }>`
    select distinct variant_id as id from waitlist.wait
    where ${after ?? null}::uuid is null or variant_id > ${after ?? null}::uuid
    order by variant_id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** How many wait for each; variants that nobody waits for are not in the map. */
export async function countWaiting(
  db: Db,
  variantIds: readonly string[],
): Promise<ReadonlyMap<VariantId, number>> {
  const { rows } = await sql<{ id: VariantId; count: number }>`
    select variant_id as id, count(*)::int as count from waitlist.wait
    where variant_id = any(${variantIds}::uuid[]) group by variant_id`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Forgets who waits for what is in the catalogue no more. */
export async function deleteGone(db: Db, gone: readonly VariantId[]): Promise<void> {
  if (gone.length === 0) return;
  await sql`delete from waitlist.wait where variant_id = any(${gone}::uuid[])`.execute(db);
}

/** Forgets who waited too long, and turns that are over. */
export async function deleteOld(db: Db, now: Temporal.Instant): Promise<void> {
  const { days, turnHours } = WAITLIST_LIMITS;
  const asked = now.subtract({ hours: 24 * days }).toString();
  const told = now.subtract({ hours: turnHours }).toString();
  await sql`delete from waitlist.wait where asked_at <= ${asked}::timestamptz`.execute(db);
  await sql`delete from waitlist.turn where told_at <= ${told}::timestamptz`.execute(db);
}
