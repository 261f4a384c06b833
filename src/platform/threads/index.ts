export { answerThread, runInThread } from './thread.ts';
