import { z } from 'zod';
import { parseId } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { readPurchaseOrder } from '../../purchasing/index.ts';
import { publicJson } from '../public-json.ts';

const ABOUT = z.looseObject({ orderId: z.string() });

/** The ids that were told, and the purchase order as it is now; `order` is null where there is none. */
export async function readChangedPurchaseOrder(db: Db, given: unknown): Promise<unknown> {
  const about = ABOUT.parse(given);
  const id = parseId<'purchase_order'>(about.orderId);
  const order = id && (await readPurchaseOrder(db, id));
  return { ...about, order: order === undefined ? null : publicJson(order, order.currency) };
}
