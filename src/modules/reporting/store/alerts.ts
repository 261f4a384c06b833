import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Alert, AlertGrain, AlertId } from '../alert/alert.ts';
import type { Rule } from '../alert/rule.ts';
import { LANGUAGES } from '../words/words.ts';
import { recipientsWire } from './documents.ts';

type Row = {
  id: AlertId;
  version: bigint;
  name: string;
  query: string;
  language: string;
  rule: unknown;
  grain: AlertGrain;
  grace_minutes: number;
  quiet_from: number;
  quiet_to: number;
  recipients: unknown;
  has_webhooks: boolean;
  is_muted: boolean;
  snoozed_until: Temporal.Instant | null;
  may_see_costs: boolean;
  created_by: string;
  created_at: Temporal.Instant;
  judged_to: string;
  judged_at: Temporal.Instant | null;
  problem: string;
};

const direction = z.enum(['up', 'down', 'either']);
const ruleWire: z.ZodType<Rule> = z.union([
  z.object({
    kind: z.literal('threshold'),
    above: z.number().exactOptional(),
    below: z.number().exactOptional(),
  }),
  z.object({ kind: z.literal('change'), direction, percent: z.number() }),
  z.object({ kind: z.literal('anomaly'), falseAlarms: z.enum(['month', 'quarter', 'year']), direction }),
]);

const COLUMNS = sql`id, version, name, query, language, rule, grain, grace_minutes, quiet_from, quiet_to, recipients,
  has_webhooks, is_muted, snoozed_until, may_see_costs, created_by, created_at, judged_to, judged_at, problem`;

export async function selectAlerts(db: Db): Promise<readonly Alert[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from reporting.alert order by lower(name), id limit 500`.execute(db);
  return rows.map(alertOf);
}

export async function selectAlert(db: Db, id: AlertId): Promise<Alert | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from reporting.alert where id = ${id}`.execute(db);
  return rows.map(alertOf)[0];
}

export async function lockAlert(tx: Tx, id: AlertId): Promise<Alert | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from reporting.alert where id = ${id} for update`.execute(
    tx,
  );
  return rows.map(alertOf)[0];
}

/** Makes it, or makes it what it is now. */
export async function writeAlert(tx: Tx, alert: Alert): Promise<void> {
  await sql`
    insert into reporting.alert (id, version, name, query, language, rule, grain, grace_minutes, quiet_from, quiet_to,
      recipients, has_webhooks, is_muted, snoozed_until, may_see_costs, created_by, created_at, judged_to)
    values (${alert.id}, ${alert.version}, ${alert.name}, ${alert.query}, ${alert.language},
      ${JSON.stringify(alert.rule)}::jsonb, ${alert.grain}, ${alert.graceMinutes}, ${alert.quiet.from}, ${alert.quiet.to},
      ${JSON.stringify(alert.recipients)}::jsonb, ${alert.hasWebhooks}, ${alert.isMuted},
      ${alert.snoozedUntil?.toString() ?? null}::timestamptz, ${alert.maySeeCosts}, ${alert.createdBy},
      ${alert.createdAt.toString()}::timestamptz, ${alert.judgedTo})
    on conflict (id) do update set (version, name, query, language, rule, grain, grace_minutes, quiet_from, quiet_to,
      recipients, has_webhooks, is_muted, snoozed_until, may_see_costs, judged_to) = (excluded.version, excluded.name,
      excluded.query, excluded.language, excluded.rule, excluded.grain, excluded.grace_minutes, excluded.quiet_from,
      excluded.quiet_to, excluded.recipients, excluded.has_webhooks, excluded.is_muted, excluded.snoozed_until,
      excluded.may_see_costs, excluded.judged_to)`.execute(tx);
}

/** How far it was judged, or why it could not be. */
export async function noteJudged(
  db: Db,
  id: AlertId,
  judged: { readonly to: string; readonly at: Temporal.Instant; readonly problem: string },
): Promise<void> {
  await sql`
    update reporting.alert set judged_to = ${judged.to}, judged_at = ${judged.at.toString()}::timestamptz,
      problem = ${judged.problem.slice(0, 500)}
    where id = ${id}`.execute(db);
}

export async function deleteAlert(tx: Tx, id: AlertId): Promise<boolean> {
  const { rows } = await sql`delete from reporting.alert where id = ${id} returning 1`.execute(tx);
  return rows.length > 0;
}

export async function countAlerts(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from reporting.alert`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

function alertOf(row: Row): Alert {
  const { id, version, name, query, grain, problem } = row;
  const language = LANGUAGES.find((one) => one === row.language);
  if (language === undefined) throw new TypeError(`${row.language} is no language of reports`);
  return {
    ...{ id, version, name, query, grain, problem, language, rule: ruleWire.parse(row.rule) },
    ...{ graceMinutes: row.grace_minutes, quiet: { from: row.quiet_from, to: row.quiet_to } },
    recipients: recipientsWire.parse(row.recipients),
    ...{ hasWebhooks: row.has_webhooks, isMuted: row.is_muted, maySeeCosts: row.may_see_costs },
    ...{ snoozedUntil: row.snoozed_until ?? undefined, createdBy: row.created_by, createdAt: row.created_at },
    ...{ judgedTo: row.judged_to, judgedAt: row.judged_at ?? undefined },
  };
}
