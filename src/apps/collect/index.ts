export { type CollectDeps, registerCollect } from './register.ts';
export type { Tell, TellOf } from './tell.ts';
