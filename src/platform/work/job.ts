import { z } from 'zod';
import type { FileStore, StoredFile } from '../files/index.ts';
import type { Cron, Job, JobContext } from '../jobs/index.ts';
import { forgetEnded, noteEnd, noteProgress, readWork } from './store.ts';
import { type Work, type WorkContext, type WorkId, type WorkKind, WorkStopped } from './work.ts';
import { workId } from './work-id.ts';

const TOLD_EVERY_MS = 400;
const KEPT = { hours: 24 * 7 };

const given = z.object({
  workId,
  payload: z.unknown(),
});

type Payload<Own> = { readonly workId: WorkId; readonly own: Own };

/** The job that does work of this kind: for the worker's list of jobs. */
export function workJob<Own>(kind: WorkKind<Own>): Job<string, Payload<Own>> {
  return {
    name: kind.name,
    parse: (asked) => {
      const { workId: id, payload } = given.parse(asked);
      return { workId: id, own: kind.parse(payload) };
    },
    run: async (context, { workId: id, own }) => {
      const work = await readWork(context.db, id);
      if (work?.state === 'cancelled') await kind.neverBegan?.(context, own);
      if (work === undefined || work.endedAt !== undefined) return;
      await runWork(kind, context, work, own);
    },
    maxAttempts: 3,
  };
}

async function runWork<Own>(kind: WorkKind<Own>, context: JobContext, work: Work, own: Own): Promise<void> {
  const { db, files, now } = context;
  const { id } = work;
  const goesOn = await noteProgress(db, id, work);
  if (!goesOn) return noteEnd(db, id, { state: 'cancelled', now });
  const progress = reporter(context, id);
  try {
    const { result, file, failure, isCancelled } = await kind.run(
      { ...context, workId: id, startedBy: work.startedBy, report: progress.report },
      own,
    );
    if (file) await files.put(keyOf(id), file.content, { mime: file.mime });
    const isStopped = isCancelled === true || progress.isCancelled();
    const state = failure === undefined ? (isStopped ? 'cancelled' : 'done') : 'failed';
    const end = Temporal.Now.instant();
    const told = typeof result === 'function' ? result() : result;
    const left = { ...(file ? { file } : {}), ...(failure ? { failure: failure.slice(0, 500) } : {}) };
    await noteEnd(db, id, { state, result: told, now: end, ...left });
  } catch (error) {
    // A file store keeps a file whole or not at all: of what was stopped while it was written nothing is left.
    if (error instanceof WorkStopped) {
      return noteEnd(db, id, { state: 'cancelled', now: Temporal.Now.instant() });
    }
    // Tried again by the job's own rules; who waits is told when there is no further try.
    if (context.isLastAttempt) {
      const why = error instanceof Error ? error.message : String(error);
      await noteEnd(db, id, { state: 'failed', failure: why.slice(0, 500), now: Temporal.Now.instant() });
    }
    throw error;
  }
}

/** Writes how far it is at most every so often, and asks then whether it was cancelled. */
function reporter({ db, signal }: JobContext, id: WorkId) {
  let toldAt = 0;
  let isCancelled = false;
  const report: WorkContext['report'] = async (progress) => {
    signal.throwIfAborted();
    const now = performance.now();
    const isEnd = progress.done >= progress.total && progress.total > 0;
    if (isCancelled || (now - toldAt < TOLD_EVERY_MS && !isEnd)) return !isCancelled;
    toldAt = now;
    isCancelled = !(await noteProgress(db, id, progress));
    return !isCancelled;
  };
  return { report, isCancelled: () => isCancelled };
}

/** The file that the work left, to be read to its end or destroyed. */
export async function openWorkFile(files: FileStore, id: WorkId): Promise<StoredFile | undefined> {
  return files.get(keyOf(id));
}

function keyOf(id: WorkId): string {
  return `work/${id}`;
}

const FORGET = 'platform.forget_work';
const AT_ONCE = 500;

const forgetOld: Job<typeof FORGET, undefined> = {
  name: FORGET,
  parse: () => undefined,
  run: async ({ db, files, now, signal }) => {
    for (;;) {
      const ids = await forgetEnded(db, now.subtract(KEPT), AT_ONCE);
      for (const id of ids) await files.remove(keyOf(id));
      if (ids.length < AT_ONCE || signal.aborted) return;
    }
  },
};

export const workJobs: readonly Job[] = [forgetOld];
export const workCrons: readonly Cron[] = [
  { name: 'platform.forget_work_each_night', schedule: '50 3 * * *', job: FORGET },
];
