import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Economics } from '../economics.ts';
import { type Spent, WEEK_HOURS } from './check.ts';
import { type LostWhy, type Mandate, type MandateDraft, noMandate, type Rule } from './mandate.ts';

type Row = {
  kind: string;
  version: bigint;
  rule: Rule;
  most_minor: bigint | null;
  most_share_millionths: bigint | null;
  week_minor: bigint | null;
  week_count: number | null;
  least_value_minor: bigint | null;
  only_reversible: boolean;
  from_hour: number;
  to_hour: number;
  is_dry_run: boolean;
  set_by: string;
  set_at: Temporal.Instant;
  lost_at: Temporal.Instant | null;
  lost_why: LostWhy | '';
  counted_from: Temporal.Instant | null;
};

const COLUMNS = sql`kind, version, rule, most_minor, most_share_millionths, week_minor, week_count, least_value_minor,
  only_reversible, from_hour, to_hour, is_dry_run, set_by, set_at, lost_at, lost_why, counted_from`;

/** What was said of kinds, by kind; of one that nobody said anything of there is none. */
export async function readMandates(db: Db): Promise<Map<string, Mandate>> {
  const { rows } = await sql<Row>`select ${COLUMNS} from decisions.mandate order by kind`.execute(db);
  return new Map(rows.map((row) => [row.kind, mandateOf(row)]));
}

/**
 * The mandate of a kind, held until the transaction ends: whoever spends of its week does so one after the other. Of a
 * kind without one nobody spends.
 */
export async function lockMandate(tx: Tx, kind: string): Promise<Mandate> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from decisions.mandate where kind = ${kind} for update`.execute(tx);
  return rows.map(mandateOf)[0] ?? noMandate(kind);
}

/** What was done within the mandate in the last seven days; what was undone since was done all the same. */
export async function readSpent(db: Db, kind: string, now: Temporal.Instant): Promise<Spent> {
  const since = now.subtract({ hours: WEEK_HOURS });
  const { rows } = await sql<{ amount_minor: bigint; count: bigint }>`
    select coalesce(sum(amount_minor), 0)::bigint as amount_minor, count(*) as count from decisions.decision
    where kind = ${kind} and mandate <> '' and applied_at > ${since.toString()}::timestamptz`.execute(db);
  return { amountMinor: rows[0]?.amount_minor ?? 0n, count: Number(rows[0]?.count ?? 0n) };
}

/** Whoever gives a lost mandate back begins to count anew. */
export async function upsertMandate(
  tx: Tx,
  { kind, rule, limits, isDryRun }: MandateDraft,
  { by, now }: { readonly by: string; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into decisions.mandate as kept (kind, rule, most_minor, most_share_millionths, week_minor, week_count,
      least_value_minor, only_reversible, from_hour, to_hour, is_dry_run, set_by, set_at)
    values (${kind}, ${rule}, ${limits.mostMinor ?? null}, ${limits.mostShareMillionths ?? null},
      ${limits.weekMinor ?? null}, ${limits.weekCount ?? null}, ${limits.leastValueMinor ?? null},
      ${limits.onlyReversible}, ${limits.fromHour}, ${limits.toHour}, ${isDryRun}, ${by}, ${now.toString()}::timestamptz)
    on conflict (kind) do update set version = kept.version + 1, rule = excluded.rule, most_minor = excluded.most_minor,
      most_share_millionths = excluded.most_share_millionths, week_minor = excluded.week_minor,
      week_count = excluded.week_count, least_value_minor = excluded.least_value_minor,
      only_reversible = excluded.only_reversible, from_hour = excluded.from_hour, to_hour = excluded.to_hour,
      is_dry_run = excluded.is_dry_run, set_by = excluded.set_by, set_at = excluded.set_at,
      counted_from = case when kept.lost_at is null then kept.counted_from else excluded.set_at end,
      lost_at = null, lost_why = ''`.execute(tx);
}

/** @returns whether it was not lost before */
export async function loseMandate(
  tx: Tx,
  { kind, why, now }: { readonly kind: string; readonly why: LostWhy; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql`
    update decisions.mandate set lost_at = ${now.toString()}::timestamptz, lost_why = ${why}, version = version + 1
    where kind = ${kind} and rule = 'within' and lost_at is null returning kind`.execute(tx);
  return rows.length > 0;
}

/** As the owner says; where nothing is said of attention it is what is usual in the shop's currency. */
export type SaidEconomics = Omit<Economics, 'attentionMinor'> & {
  readonly attentionMinor: bigint | undefined;
};

/** Whether everything is stopped, since when and by whom, and what kinds reckon with. */
export type Setting = {
  readonly stopped: { readonly at: Temporal.Instant; readonly by: string } | undefined;
  readonly economics: SaidEconomics;
};

export async function readSetting(db: Db): Promise<Setting> {
  const { rows } = await sql<SettingRow>`
    select stopped_at, stopped_by, margin_floor_millionths, holding_millionths, salvage_millionths, slow_cover_days,
      attention_minor
    from decisions.setting`.execute(db);
  return settingOf(rows[0]);
}

/** The same, held so that nobody stops or starts meanwhile: who stops waits for what is just being done. */
export async function holdSetting(tx: Tx): Promise<Setting> {
  const { rows } = await sql<SettingRow>`
    select stopped_at, stopped_by, margin_floor_millionths, holding_millionths, salvage_millionths, slow_cover_days,
      attention_minor
    from decisions.setting for share`.execute(tx);
  return settingOf(rows[0]);
}

export async function updateStopped(
  tx: Tx,
  stopped: { readonly at: Temporal.Instant; readonly by: string } | undefined,
): Promise<void> {
  await sql`
    update decisions.setting set stopped_at = ${stopped?.at.toString() ?? null}::timestamptz,
      stopped_by = ${stopped?.by ?? ''}`.execute(tx);
}

export async function saveEconomics(tx: Tx, economics: Economics): Promise<void> {
  await sql`
    update decisions.setting set margin_floor_millionths = ${economics.marginFloorMillionths},
      holding_millionths = ${economics.holdingMillionths}, salvage_millionths = ${economics.salvageMillionths},
      slow_cover_days = ${economics.slowCoverDays}, attention_minor = ${economics.attentionMinor}`.execute(
    tx,
  );
}

type SettingRow = {
  stopped_at: Temporal.Instant | null;
  stopped_by: string;
  margin_floor_millionths: bigint;
  holding_millionths: bigint;
  salvage_millionths: bigint;
  slow_cover_days: number;
  attention_minor: bigint | null;
};

function settingOf(row: SettingRow | undefined): Setting {
  if (row === undefined) throw new TypeError('the setting of decisions has no row');
  return {
    stopped: row.stopped_at === null ? undefined : { at: row.stopped_at, by: row.stopped_by },
    economics: {
      marginFloorMillionths: Number(row.margin_floor_millionths),
      holdingMillionths: Number(row.holding_millionths),
      salvageMillionths: Number(row.salvage_millionths),
      slowCoverDays: row.slow_cover_days,
      attentionMinor: row.attention_minor ?? undefined,
    },
  };
}

function mandateOf(row: Row): Mandate {
  const { kind, version, rule, is_dry_run: isDryRun, set_by: setBy, set_at: setAt } = row;
  const share = row.most_share_millionths;
  return {
    ...{ kind, version, rule, isDryRun, setBy, setAt, countedFrom: row.counted_from ?? undefined },
    limits: {
      ...{ mostMinor: row.most_minor ?? undefined, weekMinor: row.week_minor ?? undefined },
      mostShareMillionths: share === null ? undefined : Number(share),
      ...{ weekCount: row.week_count ?? undefined, leastValueMinor: row.least_value_minor ?? undefined },
      ...{ onlyReversible: row.only_reversible, fromHour: row.from_hour, toHour: row.to_hour },
    },
    lost: row.lost_at === null || row.lost_why === '' ? undefined : { at: row.lost_at, why: row.lost_why },
  };
}
