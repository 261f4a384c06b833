export { type KeptThreads, keepThreads, serveThread } from './kept-threads.ts';
export { answerThread, runInThread } from './thread.ts';
