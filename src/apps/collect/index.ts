export { type CollectDeps, registerCollect } from './register.ts';
export type { Tell } from './tell.ts';
