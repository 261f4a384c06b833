import type { Connection } from '../../platform/database/index.ts';
import type { CartDeps } from './deps.ts';
import { Rulebooks } from './facts/rulebooks.ts';

/** Once a process: carts remember the parsed rulebooks. Whoever takes orders as well calls `openOrders` instead. */
export function openCarts(
  { db, reads }: Pick<Connection, 'db' | 'reads'>,
  { countOrders }: Pick<CartDeps, 'countOrders'>,
): CartDeps {
  return { db, reads, rulebooks: new Rulebooks(), countOrders };
}
