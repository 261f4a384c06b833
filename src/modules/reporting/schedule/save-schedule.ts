import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { readShop } from '../../markets/index.ts';
import { checkBlocks } from '../question/check-blocks.ts';
import type { Answers } from '../question/question.ts';
import { countSchedules, deleteSchedule, lockSchedule, writeSchedule } from '../store/schedules.ts';
import { nextRun } from './cadence.ts';
import { checkRecipients } from './check-recipients.ts';
import {
  MOST_BLOCKS,
  type Schedule,
  type ScheduleId,
  type ScheduleInput,
  type ScheduleRefusal,
} from './schedule.ts';

const MOST_SCHEDULES = 100;
const LONGEST_NAME = 80;

type Saver = {
  /** Who says what it shows from now on. */
  readonly by: string;
  readonly maySeeCosts: boolean;
  readonly now: Temporal.Instant;
};

/** Has a report mailed from now on. */
export async function createSchedule(
  tx: Tx,
  { answers }: { readonly answers: Pick<Answers, 'about'> },
  input: ScheduleInput & Saver,
): Promise<Result<Schedule, ScheduleRefusal>> {
  const checked = await checkInput(tx, answers, input);
  if (!checked.ok) return checked;
  if ((await countSchedules(tx)) >= MOST_SCHEDULES) {
    return refuse('too_many', `there are ${MOST_SCHEDULES} schedules already: remove one first`);
  }
  const { by, now } = input;
  const schedule = {
    ...checked.value,
    id: newId<'report_schedule'>(),
    version: 1n,
    createdBy: by,
    createdAt: now,
  };
  await writeSchedule(tx, schedule);
  return ok(schedule);
}

/** Makes it another one; what is under way goes out as it was. */
export async function changeSchedule(
  tx: Tx,
  { answers }: { readonly answers: Pick<Answers, 'about'> },
  input: ScheduleInput & Saver & { readonly id: ScheduleId; readonly version: bigint },
): Promise<Result<Schedule, ScheduleRefusal>> {
  const known = await lockSchedule(tx, input.id);
  if (known === undefined) return NOT_FOUND;
  if (known.version !== input.version) {
    return refuse('version_changed', 'somebody else has changed it meanwhile: load it anew', 'version');
  }
  const checked = await checkInput(tx, answers, input);
  if (!checked.ok) return checked;
  const { id, createdBy, createdAt } = known;
  const schedule = { ...checked.value, id, createdBy, createdAt, version: known.version + 1n };
  await writeSchedule(tx, schedule);
  return ok(schedule);
}

/** Forgets it with its runs and links. */
export async function removeSchedule(tx: Tx, id: ScheduleId): Promise<Result<undefined, ScheduleRefusal>> {
  return (await deleteSchedule(tx, id)) ? ok(undefined) : NOT_FOUND;
}

type Checked = Omit<Schedule, 'id' | 'version' | 'createdBy' | 'createdAt'>;

async function checkInput(
  tx: Tx,
  answers: Pick<Answers, 'about'>,
  input: ScheduleInput & Saver,
): Promise<Result<Checked, ScheduleRefusal>> {
  const { language, blocks, cadence, isPaused, maySeeCosts, now } = input;
  const name = input.name.trim();
  if (name === '' || name.length > LONGEST_NAME) {
    return refuse('invalid_name', `a name has 1 to ${LONGEST_NAME} characters`, 'name');
  }
  const shown = checkBlocks(answers, blocks, { maySeeCosts, most: MOST_BLOCKS });
  if (!shown.ok) return shown;
  const recipients = await checkRecipients(tx, input.recipients);
  if (!recipients.ok) return recipients;
  const { timeZone } = await readShop(tx);
  const nextRunAt = isPaused ? undefined : nextRun(cadence, timeZone, now);
  return ok({
    name,
    language,
    blocks,
    cadence,
    isPaused,
    maySeeCosts,
    nextRunAt,
    recipients: recipients.value,
  });
}

const NOT_FOUND = refuse('not_found', 'there is no such schedule', 'id');
