import { readPast } from '../trade/write/past-store.ts';
import { removePast } from '../trade/write/remove-past.ts';
import type { Part } from './part.ts';

/** Visits and orders of the months before the shop was opened: one thing, as nobody changes them. */
export const past: Part = {
  kind: 'past',
  read: async (db) => {
    const found = await readPast(db);
    if (found === undefined) return new Map();
    return new Map([['past', { label: `Visits and orders until ${found.lastDay}`, print: 'past' }]]);
  },
  remove: async (tx, _, now) => {
    await removePast(tx, now);
    return undefined;
  },
};
