import { sql } from 'kysely';
import type { Db } from '../database/index.ts';
import type { Reaction } from '../outbox/index.ts';
import { bury, type Died } from './dead-letter.ts';
import { distribute } from './distribute.ts';

/**
 * Puts what waits in line aside, as dead letters that a person has tried again or dismisses: for a database that was restored,
 * whose jobs may have been done by the shop that it is a copy of. Events that nobody has distributed become jobs first.
 *
 * @param isHeld of the name of a job or reaction
 * @param why shown with each: `Waited when …`
 * @returns how many
 */
export async function holdJobs(
  db: Db,
  input: {
    readonly reactions: readonly Reaction[];
    readonly isHeld: (name: string) => boolean;
    readonly why: string;
  },
): Promise<number> {
  while ((await distribute(db, input.reactions)) > 0);
  return db.transaction().execute(async (tx) => {
    // Whoever had them locked worked for the other shop.
    await sql`update graphile_worker._private_jobs set locked_by = null, locked_at = null`.execute(tx);
    await sql`update graphile_worker._private_job_queues set locked_by = null, locked_at = null`.execute(tx);
    const { rows: waiting } = await sql<Died & { reaction: string }>`
      select job.id::text as "jobId", task.identifier as job, job.payload, job.attempts, ${input.why} as error,
        coalesce(job.payload ->> 'reaction', '') as reaction
      from graphile_worker._private_jobs as job join graphile_worker._private_tasks as task on task.id = job.task_id
    `.execute(tx);
    const held = waiting.filter(({ job, reaction }) => input.isHeld(job === 'react' ? reaction : job));
    const ids = held.map(({ jobId }) => jobId);
    await sql`select graphile_worker.complete_jobs(${ids}::bigint[])`.execute(tx);
    await bury(
      tx,
      held.map(({ reaction: _, ...died }) => died),
    );
    return held.length;
  });
}
