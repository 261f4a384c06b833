export { beginWork, cancelWork } from './begin.ts';
export { openWorkFile, workCrons, workJob, workJobs } from './job.ts';
export { listWork, readWork } from './store.ts';
export type { Work, WorkContext, WorkId, WorkKind, WorkOutcome, WorkState } from './work.ts';
