import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { ImportRunId } from './import-run.ts';

/** An import of which something did not go in. */
export type TroubledRun = {
  readonly id: ImportRunId;
  readonly fileName: string;
  readonly errors: number;
  readonly finishedAt: Temporal.Instant;
};

/** Imports since a moment that failed or left rows out, the latest first. Trials are looked at by who makes them. */
export async function readTroubledRuns(
  db: Db,
  { since, limit }: { readonly since: Temporal.Instant; readonly limit: number },
): Promise<TroubledRun[]> {
  const { rows } = await sql<TroubledRun>`
    select * from (
      select id, file_name as "fileName", finished_at as "finishedAt", state, (
        select count(*)::int from exchange.import_issue i where i.run_id = import_run.id and i.severity = 'error'
      ) as errors
      from exchange.import_run
      where not is_dry_run and finished_at >= ${since.toString()}::timestamptz and state in ('done', 'failed')
    ) run where state = 'failed' or errors > 0
    order by "finishedAt" desc limit ${limit}`.execute(db);
  return rows.map(({ id, fileName, finishedAt, errors }) => ({ id, fileName, finishedAt, errors }));
}
