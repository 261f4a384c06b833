import { z } from 'zod';
import { parseId } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { readOrder } from '../../orders/index.ts';
import { publicJson } from '../public-json.ts';

/** With the ids that the event names beside the order: `fulfilmentId`, `refundId`, `returnId`. */
const ABOUT = z.looseObject({ orderId: z.string() });

export async function readChangedOrder(db: Db, given: unknown): Promise<unknown> {
  const about = ABOUT.parse(given);
  const id = parseId<'order'>(about.orderId);
  const order = id && (await readOrder(db, id));
  return { ...about, order: order ? publicJson(order, order.currency) : null };
}
