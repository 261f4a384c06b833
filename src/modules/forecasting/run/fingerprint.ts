import { createHash } from 'node:crypto';
import type { Past } from '../make/item.ts';
import type { ItemFacts } from './item-facts.ts';
import type { Good } from './read-goods.ts';

/** Another one makes every forecast anew: of methods that changed. */
const VERSION = 2;

/** The same for the same past and plans: what it stands beside need not be made again. */
export function fingerprintOf(good: Good, facts: ItemFacts, { from, weeks }: Past): string {
  const told = JSON.stringify([VERSION, from.toString(), weeks, good, facts]);
  return createHash('sha256').update(told).digest('base64url').slice(0, 22);
}
