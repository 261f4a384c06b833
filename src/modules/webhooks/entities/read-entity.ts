import type { Db } from '../../../platform/database/index.ts';
import type { PublicTopic } from '../topics.ts';
import { readToldAlert } from './alert.ts';
import { readChangedCustomer } from './customer.ts';
import { readToldDecision } from './decision.ts';
import { readChangedLevels } from './levels.ts';
import { readChangedOrder } from './order.ts';
import { readChangedProducts } from './products.ts';
import { readChangedPurchaseOrder } from './purchase-order.ts';

type Reader = (db: Db, about: unknown) => Promise<unknown>;

/** What has gone is told by its ids alone. */
const idsOnly: Reader = (_db, about) => Promise.resolve(about);

const READERS: Readonly<Record<PublicTopic, Reader>> = {
  'orders.placed': readChangedOrder,
  'orders.paid': readChangedOrder,
  'orders.captured': readChangedOrder,
  'orders.payment_failed': readChangedOrder,
  'orders.cancelled': readChangedOrder,
  'orders.edited': readChangedOrder,
  'orders.fulfilled': readChangedOrder,
  'orders.delivered': readChangedOrder,
  'orders.refunded': readChangedOrder,
  'orders.return_changed': readChangedOrder,
  'orders.returned': readChangedOrder,
  'orders.withdrawn': readChangedOrder,
  'catalog.products_changed': readChangedProducts,
  'catalog.products_removed': idsOnly,
  'inventory.levels_changed': readChangedLevels,
  'purchasing.order_changed': readChangedPurchaseOrder,
  'purchasing.goods_received': readChangedPurchaseOrder,
  'customers.changed': readChangedCustomer,
  'customers.erased': idsOnly,
  'reporting.alert_fired': readToldAlert,
  'reporting.alert_recovered': readToldAlert,
  'decisions.proposed': readToldDecision,
  'decisions.applied': readToldDecision,
  'decisions.lost_mandate': idsOnly,
};

/**
 * What the event is about, as it is now: a receiver that hears late hears how things are, not how they were.
 *
 * @param about the event's payload as it was kept: ids
 */
export function readEntity(db: Db, topic: PublicTopic, about: unknown): Promise<unknown> {
  return READERS[topic](db, about);
}
