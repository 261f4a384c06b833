export type { Events, Topic } from './events.ts';
export { mergeLists } from './merge-lists.ts';
export { type Reaction, reactToEach, type Told } from './reaction.ts';
export { type AnyEvent, readEvents } from './read-events.ts';
export { type TellOptions, tell } from './tell.ts';
