import { sql } from 'kysely';
import { type Db, type Tx, toDocument } from '../../../platform/database/index.ts';
import type { Effects } from '../make/effects.ts';

export async function keepRun(
  tx: Tx,
  run: {
    readonly firstDay: Temporal.PlainDate;
    readonly beganAt: Temporal.Instant;
    readonly items: number;
    readonly made: number;
    readonly startedBy: string;
    readonly effects: Effects;
    readonly levelDoubt: number;
  },
): Promise<void> {
  const ended = Temporal.Now.instant().toString();
  await sql`
    insert into forecasting.run (began_at, ended_at, first_day, items, made, started_by, effects, level_doubt)
    values (${run.beganAt.toString()}::timestamptz, ${ended}::timestamptz, ${run.firstDay.toString()}::date,
      ${run.items}, ${run.made}, ${run.startedBy}, ${toDocument(run.effects)}::jsonb, ${run.levelDoubt})`.execute(
    tx,
  );
}

export type Learnt = {
  readonly effects: Effects;
  /** By what share the level of everything together may be off. */
  readonly levelDoubt: number;
};

/** What the last run of this week learnt; undefined where there was none. */
export async function readLearnt(db: Db, firstDay: Temporal.PlainDate): Promise<Learnt | undefined> {
  const { rows } = await sql<Learnt>`
    select effects, level_doubt as "levelDoubt" from forecasting.run where first_day = ${firstDay.toString()}::date
    order by id desc limit 1`.execute(db);
  return rows[0];
}
