export { type DeadLetter, dismissDeadLetter, readDeadLetters, retryDeadLetter } from './dead-letter.ts';
export { type EnqueueOptions, enqueue, enqueueMany } from './enqueue.ts';
export type { Cron, Job, JobContext } from './job.ts';
export { type DueOptions, runDueJobs } from './run-due.ts';
export type { Attempt } from './tasks.ts';
export { startWorker, type Worker, type WorkerOptions } from './worker.ts';
