export type { Events, Topic } from './events.ts';
export { tell } from './tell.ts';
