import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

export async function keepRun(
  tx: Tx,
  run: {
    readonly firstDay: Temporal.PlainDate;
    readonly beganAt: Temporal.Instant;
    readonly items: number;
    readonly made: number;
    readonly startedBy: string;
  },
): Promise<void> {
  const ended = Temporal.Now.instant().toString();
  await sql`
    insert into forecasting.run (began_at, ended_at, first_day, items, made, started_by)
    values (${run.beganAt.toString()}::timestamptz, ${ended}::timestamptz, ${run.firstDay.toString()}::date,
      ${run.items}, ${run.made}, ${run.startedBy})`.execute(tx);
}
