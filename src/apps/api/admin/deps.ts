import type { GiftCardKey } from '../../../modules/credits/index.ts';
import type { OrderDeps } from '../../../modules/orders/index.ts';
import type { Db } from '../../../platform/database/index.ts';

/** What the admin API's handlers stand on. */
export type AdminDeps = {
  readonly db: Db;
  /** Pipelined, reads only. */
  readonly reads: Db;
  readonly orders: OrderDeps;
  readonly giftCardKey: GiftCardKey;
};
