export { type DeadLetter, dismissDeadLetter, readDeadLetters, retryDeadLetter } from './dead-letter.ts';
export {
  countDeadLetters,
  type DeadKind,
  dismissDeadLetters,
  listDeadLetters,
  MOST_RESOLVED,
  retryDeadLetters,
} from './dead-letter-list.ts';
export { type EnqueueOptions, enqueue, enqueueMany } from './enqueue.ts';
export { holdJobs } from './hold.ts';
export type { Cron, Job, JobContext } from './job.ts';
export { pruneOutboxDaily } from './prune.ts';
export { type JobKind, type QueueLag, readCronRuns, readJobKinds, readQueueLag } from './read-queue.ts';
export { type DueOptions, runDueJobs } from './run-due.ts';
export type { Attempt } from './tasks.ts';
export { startWorker, type Worker, type WorkerOptions } from './worker.ts';
