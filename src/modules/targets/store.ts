import { sql } from 'kysely';
import { type CurrencyCode, currencyOf } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { KpiId } from './kpi.ts';
import type { TargetGrain } from './period.ts';
import type { Target, TargetChange, TargetId, TargetKey } from './target.ts';

type Row = {
  id: TargetId;
  kpi: KpiId;
  market: string;
  currency: string;
  grain: TargetGrain;
  starts_on: Temporal.PlainDate;
  amount: bigint;
  set_by: string;
  set_at: Temporal.Instant;
};

/** The targets of periods that begin in these days, in the order in which a sheet shows them. */
export async function readTargets(
  db: Db,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Promise<readonly Target[]> {
  const { rows } = await sql<Row>`
    select id, kpi, market, currency, grain, starts_on, amount, set_by, set_at from targets.target
    where starts_on between ${from.toString()}::date and ${to.toString()}::date
    order by kpi, market, currency, grain, starts_on`.execute(db);
  return rows.map(targetOf);
}

export async function findTarget(db: Db, id: TargetId): Promise<Target | undefined> {
  const { rows } = await sql<Row>`
    select id, kpi, market, currency, grain, starts_on, amount, set_by, set_at from targets.target
    where id = ${id}`.execute(db);
  return rows[0] && targetOf(rows[0]);
}

/** What became of a target, the latest first; also while there was none. */
export async function readTargetChanges(db: Db, key: TargetKey): Promise<readonly TargetChange[]> {
  type Change = {
    before: bigint | null;
    after: bigint | null;
    changed_by: string;
    changed_at: Temporal.Instant;
  };
  const { rows } = await sql<Change>`
    select before, after, changed_by, changed_at from targets.change
    where ${isOf(key)} order by id desc limit 200`.execute(db);
  return rows.map(({ before, after, changed_by: by, changed_at: at }) => {
    return { before: before ?? undefined, after: after ?? undefined, by, at };
  });
}

/** One after the other, so that what a change says was before it was. */
export async function lockTargets(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('targets', 0))`.execute(tx);
}

/** The target of a period, if there is one. */
export async function targetAt(tx: Tx, key: TargetKey): Promise<Pick<Target, 'id' | 'amount'> | undefined> {
  const { rows } = await sql<Pick<Row, 'id' | 'amount'>>`
    select id, amount from targets.target where ${isOf(key)}`.execute(tx);
  return rows[0];
}

export async function keepTarget(tx: Tx, target: Target): Promise<void> {
  await sql`
    insert into targets.target (id, kpi, market, currency, grain, starts_on, amount, set_by, set_at)
    values (${target.id}, ${target.kpi}, ${target.market}, ${target.currency ?? ''}, ${target.grain},
      ${target.startsOn.toString()}::date, ${target.amount}, ${target.setBy}, ${target.setAt.toString()}::timestamptz)
    on conflict on constraint one_target do update
      set amount = excluded.amount, set_by = excluded.set_by, set_at = excluded.set_at`.execute(tx);
}

export async function deleteTarget(tx: Tx, id: TargetId): Promise<void> {
  await sql`delete from targets.target where id = ${id}`.execute(tx);
}

export async function keepChange(tx: Tx, key: TargetKey, change: TargetChange): Promise<void> {
  await sql`
    insert into targets.change (kpi, market, currency, grain, starts_on, before, after, changed_by, changed_at)
    values (${key.kpi}, ${key.market}, ${key.currency ?? ''}, ${key.grain}, ${key.startsOn.toString()}::date,
      ${change.before ?? null}, ${change.after ?? null}, ${change.by}, ${change.at.toString()}::timestamptz)`.execute(
    tx,
  );
}

function isOf({ kpi, market, currency, grain, startsOn }: TargetKey) {
  return sql`kpi = ${kpi} and market = ${market} and currency = ${currency ?? ''} and grain = ${grain}
    and starts_on = ${startsOn.toString()}::date`;
}

function targetOf({ currency, starts_on: startsOn, set_by: setBy, set_at: setAt, ...row }: Row): Target {
  const code: { readonly currency?: CurrencyCode } =
    currency === '' ? {} : { currency: currencyOf(currency) };
  return { ...row, ...code, startsOn, setBy, setAt };
}
