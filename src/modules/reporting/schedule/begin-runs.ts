import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type Db, type Tx, transact } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { readShop } from '../../markets/index.ts';
import { readMember } from '../../staff/index.ts';
import { insertRun } from '../store/runs.ts';
import { lockDue, selectSchedule, setNextRun } from '../store/schedules.ts';
import { latestDue, nextRun } from './cadence.ts';
import type { RunId, ScheduleId } from './schedule.ts';

export const SEND = 'reporting.send';

/** Begins a run of every schedule whose time has come. What was missed while the shop was off is one run, the last of them. */
export async function beginDueRuns(db: Db, now: Temporal.Instant): Promise<number> {
  return transact(db, async (tx) => {
    const { timeZone } = await readShop(tx);
    let begun = 0;
    for (const { id, cadence, nextRunAt } of await lockDue(tx, now)) {
      if (nextRunAt === undefined) continue;
      const dueAt = latestDue(cadence, timeZone, { due: nextRunAt, now });
      await setNextRun(tx, id, nextRun(cadence, timeZone, now));
      begun += Number(await beginRun(tx, { scheduleId: id, dueAt, onlyTo: '' }, now));
    }
    return begun;
  });
}

/** Sends it now to the member who asks, and to nobody else; when it is due does not change. */
export async function sendNow(
  tx: Tx,
  input: { readonly id: ScheduleId; readonly memberId: string; readonly now: Temporal.Instant },
): Promise<Result<undefined, Refusal<'not_found'>>> {
  const { id, memberId, now } = input;
  const [schedule, member] = [await selectSchedule(tx, id), await readMember(tx, memberId)];
  if (schedule === undefined || member === undefined)
    return refuse('not_found', 'there is no such schedule', 'id');
  await beginRun(tx, { scheduleId: id, dueAt: now, onlyTo: member.email }, now);
  return ok(undefined);
}

async function beginRun(
  tx: Tx,
  run: { readonly scheduleId: ScheduleId; readonly dueAt: Temporal.Instant; readonly onlyTo: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const id: RunId = newId<'report_run'>();
  if (!(await insertRun(tx, { ...run, id }, now))) return false;
  await enqueue(tx, SEND, { runId: id });
  return true;
}
