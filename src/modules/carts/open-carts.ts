import type { Connection } from '../../platform/database/index.ts';
import type { CartDeps } from './deps.ts';
import { Rulebooks } from './facts/rulebooks.ts';

/** Once a process: carts remember the parsed rulebooks. */
export function openCarts({ db, reads }: Pick<Connection, 'db' | 'reads'>): CartDeps {
  return { db, reads, rulebooks: new Rulebooks() };
}
