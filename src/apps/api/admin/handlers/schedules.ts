import { ok, refuse } from '../../../../kernel/index.ts';
import {
  answersOf,
  changeSchedule,
  createSchedule,
  namesIn,
  previewReport,
  type Run,
  readLatestRuns,
  readRuns,
  readSchedule,
  readSchedules,
  readUnsubscribed,
  removeSchedule,
  type Schedule,
  sendNow,
} from '../../../../modules/reporting/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { scheduleEndpoints } from '../contract/schedules.ts';
import type { AdminDeps } from '../deps.ts';
import { may } from '../may.ts';

const SHOWN_RUNS = 30;
const NOT_FOUND = refuse('not_found', 'there is no such schedule', 'id');

/** Reports that are mailed again and again. */
export function scheduleHandlers({ db, reads, system }: AdminDeps): Handlers<typeof scheduleEndpoints> {
  const answers = answersOf(system.analytics);
  return {
    listReportNames: async ({ query: { language }, caller }) =>
      ok(namesIn(language, may(caller, 'costs:read'))),
    listReportSchedules: async () => {
      const [schedules, runs] = await Promise.all([readSchedules(reads), readLatestRuns(reads)]);
      return ok({ items: schedules.map((schedule) => scheduleAnswer(schedule, runs.get(schedule.id))) });
    },
    readReportSchedule: async ({ params: { id } }) => {
      const schedule = await readSchedule(reads, id);
      if (schedule === undefined) return NOT_FOUND;
      const [runs, gone] = await Promise.all([readRuns(reads, id, SHOWN_RUNS), readUnsubscribed(reads, id)]);
      const last = runs.find(({ onlyTo }) => onlyTo === '');
      return ok({ ...scheduleAnswer(schedule, last), runs: runs.map(runAnswer), unsubscribed: [...gone] });
    },
    createReportSchedule: async ({ body, caller, now, tx }) => {
      const saver = { by: actorOf(caller), maySeeCosts: may(caller, 'costs:read'), now };
      const made = await createSchedule(tx, { answers }, { ...body, ...saver });
      return made.ok ? ok(scheduleAnswer(made.value, undefined)) : made;
    },
    changeReportSchedule: async ({ params: { id }, body, caller, now }) => {
      const saver = { by: actorOf(caller), maySeeCosts: may(caller, 'costs:read'), now };
      const change = { ...body, ...saver, id, version: versionOf(body.version) };
      const saved = await transactOrRefuse(db, (tx) => changeSchedule(tx, { answers }, change));
      return saved.ok ? ok(scheduleAnswer(saved.value, undefined)) : saved;
    },
    removeReportSchedule: async ({ params: { id } }) => {
      const removed = await transactOrRefuse(db, (tx) => removeSchedule(tx, id));
      return removed.ok ? ok({ isRemoved: true }) : removed;
    },
    sendReportNow: async ({ params: { id }, caller, now, tx }) => {
      if (caller.kind !== 'staff') return refuse('not_a_member', 'a program has no mailbox');
      const queued = await sendNow(tx, { id, memberId: caller.id, now });
      return queued.ok ? ok({ isQueued: true }) : queued;
    },
    previewReportMail: async ({ body, caller, now }) =>
      previewReport(reads, answers, { ...body, maySeeCosts: may(caller, 'costs:read'), now }),
  };
}

/** What is no number is no version that there ever was. */
export function versionOf(text: string): bigint {
  return /^\d{1,18}$/.test(text) ? BigInt(text) : -1n;
}

function scheduleAnswer({ nextRunAt, createdAt, version, ...schedule }: Schedule, last: Run | undefined) {
  const { maySeeCosts: _, ...shown } = schedule;
  return {
    ...{ ...shown, version: version.toString(), createdAt: createdAt.toString() },
    nextRunAt: nextRunAt?.toString(),
    lastRun: last && runAnswer(last),
  };
}

function runAnswer({ id, dueAt, state, attempts, onlyTo, problem, mails, endedAt }: Run) {
  return {
    ...{ id, dueAt: dueAt.toString(), state, attempts, isTest: onlyTo !== '', problem, mails },
    endedAt: endedAt?.toString(),
  };
}
