// What waits for somebody, and what was sold: what a day begins with.
export { readMentions, seeMentions } from './mentions.ts';
export { type Queue, readOrderQueues } from './queues.ts';
export { readSales } from './sales.ts';
