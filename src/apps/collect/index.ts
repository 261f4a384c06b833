export { type CollectDeps, registerCollect } from './register.ts';
