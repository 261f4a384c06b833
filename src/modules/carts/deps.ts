import type { Db } from '../../platform/database/index.ts';
import type { Rulebooks } from './facts/rulebooks.ts';

/** What carts stand on: `openCarts(connection)` once a process. */
export type CartDeps = {
  /** For writes. */
  readonly db: Db;
  /** Pipelined, for what is read before anything is decided. */
  readonly reads: Db;
  readonly rulebooks: Rulebooks;
};
