import { sql } from 'kysely';
import { currencyOf } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { AlertId, Firing, FiringId } from '../alert/alert.ts';
import type { Kind } from '../digest/number-text.ts';

type Row = {
  id: FiringId;
  alert_id: AlertId;
  began: string;
  value: number;
  expected: number | null;
  low: number | null;
  high: number | null;
  kind: Kind;
  currency: string | null;
  length: number;
  began_at: Temporal.Instant;
  ended: string | null;
  ended_at: Temporal.Instant | null;
  tell_at: Temporal.Instant | null;
  told_at: Temporal.Instant | null;
  ending_told_at: Temporal.Instant | null;
};

const COLUMNS = sql`id, alert_id, began, value, expected, low, high, kind, currency, length, began_at, ended, ended_at,
  tell_at, told_at, ending_told_at`;

export async function selectOpenFiring(db: Db, alertId: AlertId): Promise<Firing | undefined> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from reporting.firing where alert_id = ${alertId} and ended_at is null`.execute(db);
  return rows.map(firingOf)[0];
}

export async function selectFiring(db: Db, id: FiringId): Promise<Firing | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from reporting.firing where id = ${id}`.execute(db);
  return rows.map(firingOf)[0];
}

/** The latest first, of one alert or of all. */
export async function selectFirings(
  db: Db,
  { alertId, limit }: { readonly alertId?: AlertId; readonly limit: number },
): Promise<readonly Firing[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from reporting.firing
    where ${alertId ?? null}::uuid is null or alert_id = ${alertId ?? null}::uuid
    order by began_at desc, id desc limit ${limit}`.execute(db);
  return rows.map(firingOf);
}

/** Those of which somebody is to be told now, locked: that they began, or that they are over. */
export async function lockUntold(tx: Tx, now: Temporal.Instant): Promise<readonly Firing[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from reporting.firing
    where (told_at is null and tell_at <= ${now.toString()}::timestamptz)
      or (told_at is not null and ended_at is not null and ending_told_at is null)
    order by began_at, id limit 50 for update skip locked`.execute(tx);
  return rows.map(firingOf);
}

/** `false`: this episode is known. */
export async function insertFiring(tx: Tx, firing: Firing): Promise<boolean> {
  const { rows } = await sql`
    insert into reporting.firing (id, alert_id, began, value, expected, low, high, kind, currency, length, began_at, ended,
      ended_at, tell_at)
    values (${firing.id}, ${firing.alertId}, ${firing.began}, ${firing.value}, ${firing.expected ?? null},
      ${firing.low ?? null}, ${firing.high ?? null}, ${firing.kind}, ${firing.currency ?? null}, ${firing.length},
      ${firing.beganAt.toString()}::timestamptz, ${firing.ended ?? null},
      ${firing.endedAt?.toString() ?? null}::timestamptz, ${firing.tellAt?.toString() ?? null}::timestamptz)
    on conflict do nothing returning 1`.execute(tx);
  return rows.length > 0;
}

/** What became of an episode that went on. */
export async function updateFiring(
  tx: Tx,
  { id, length, ended, endedAt, tellAt }: Pick<Firing, 'id' | 'length' | 'ended' | 'endedAt' | 'tellAt'>,
): Promise<void> {
  await sql`
    update reporting.firing set length = ${length}, ended = ${ended ?? null},
      ended_at = ${endedAt?.toString() ?? null}::timestamptz, tell_at = ${tellAt?.toString() ?? null}::timestamptz
    where id = ${id}`.execute(tx);
}

export async function noteTold(
  tx: Tx,
  { id, toldAt, endingToldAt }: Pick<Firing, 'id' | 'toldAt' | 'endingToldAt'>,
): Promise<void> {
  await sql`
    update reporting.firing set told_at = ${toldAt?.toString() ?? null}::timestamptz,
      ending_told_at = ${endingToldAt?.toString() ?? null}::timestamptz
    where id = ${id}`.execute(tx);
}

/** @returns how many went, at most `limit` */
export async function deleteFirings(db: Db, before: Temporal.Instant, limit: number): Promise<number> {
  const result = await sql`
    delete from reporting.firing where id in (
      select id from reporting.firing where ended_at < ${before.toString()}::timestamptz limit ${limit})`.execute(
    db,
  );
  return Number(result.numAffectedRows ?? 0n);
}

function firingOf(row: Row): Firing {
  const { id, began, value, kind, length } = row;
  return {
    ...{ id, alertId: row.alert_id, began, value, kind, length },
    ...{ expected: row.expected ?? undefined, low: row.low ?? undefined, high: row.high ?? undefined },
    currency: row.currency === null ? undefined : currencyOf(row.currency),
    ...{ beganAt: row.began_at, ended: row.ended ?? undefined, endedAt: row.ended_at ?? undefined },
    ...{ tellAt: row.tell_at ?? undefined, toldAt: row.told_at ?? undefined },
    endingToldAt: row.ending_told_at ?? undefined,
  };
}
