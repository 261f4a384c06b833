import type { Id } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { Rulebooks } from './facts/rulebooks.ts';

/** What carts stand on: `openCarts` once a process. */
export type CartDeps = {
  /** For writes. */
  readonly db: Db;
  /** Pipelined, for what is read before anything is decided. */
  readonly reads: Db;
  readonly rulebooks: Rulebooks;
  /** Orders that a customer has placed and that stand: orders know, and are above. */
  readonly countOrders: (db: Db, customerId: Id<'customer'>) => Promise<number>;
};
