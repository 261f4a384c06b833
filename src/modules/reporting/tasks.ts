import { z } from 'zod';
import { parseId } from '../../kernel/index.ts';
import type { Cron, Job } from '../../platform/jobs/index.ts';
import { evaluateAlerts } from './alert/evaluate.ts';
import { tellFirings } from './alert/tell-firings.ts';
import type { Answers } from './question/question.ts';
import { beginDueRuns, SEND } from './schedule/begin-runs.ts';
import type { RunId } from './schedule/schedule.ts';
import { type SendDeps, sendRun } from './schedule/send-run.ts';
import { deleteFirings } from './store/firings.ts';
import { deleteLinks } from './store/links.ts';
import { deleteRuns } from './store/runs.ts';

export type ReportingDeps = SendDeps & { readonly answers: Answers };

const [BEGIN, WATCH, PRUNE] = ['reporting.begin_runs', 'reporting.watch', 'reporting.prune'];
const BATCH = 1_000;
/** Runs and firings are looked back on for as long as seasons are compared. */
const KEPT_DAYS = 400;
/** A link that is of no use any more says so for so long. */
const KEPT_LINK_DAYS = 90;

/** The work of reports that come by themselves. */
export function reportingJobs(deps: ReportingDeps): readonly Job[] {
  const begin: Job<typeof BEGIN, undefined> = {
    name: BEGIN,
    parse: () => undefined,
    run: async ({ db, now }) => void (await beginDueRuns(db, now)),
  };
  const send: Job<typeof SEND, RunId> = {
    name: SEND,
    parse: (payload) => runIdOf(payload),
    run: (context, id) => sendRun(deps, context, id),
  };
  const watch: Job<typeof WATCH, undefined> = {
    name: WATCH,
    parse: () => undefined,
    run: async ({ db, now, signal }) => {
      await evaluateAlerts(db, deps.answers, { now, signal });
      await tellFirings(db, deps, now);
    },
  };
  const prune: Job<typeof PRUNE, undefined> = {
    name: PRUNE,
    parse: () => undefined,
    run: async ({ db, now, signal }) => {
      const before = now.subtract({ hours: 24 * KEPT_DAYS });
      while (!signal.aborted && (await deleteRuns(db, before, BATCH)) === BATCH);
      while (!signal.aborted && (await deleteFirings(db, before, BATCH)) === BATCH);
      await deleteLinks(db, now.subtract({ hours: 24 * KEPT_LINK_DAYS }));
    },
  };
  return [begin, send, watch, prune];
}

/** Runs and alerts are looked for by the clock: a shop that was off finds what it missed within minutes. */
export const reportingCrons: readonly Cron[] = [
  { name: BEGIN, schedule: '*/5 * * * *', job: BEGIN },
  { name: WATCH, schedule: '2,7,12,17,22,27,32,37,42,47,52,57 * * * *', job: WATCH },
  { name: PRUNE, schedule: '41 4 * * *', job: PRUNE },
];

const PAYLOAD = z.object({ runId: z.string() });

function runIdOf(payload: unknown): RunId {
  const id = parseId<'report_run'>(PAYLOAD.parse(payload).runId);
  if (id === undefined) throw new RangeError('a job to send a report names none');
  return id;
}
