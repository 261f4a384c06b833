import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { OrderId } from '../order.ts';
import { insertEvent } from '../store/change-order.ts';
import type { DeliverRefusal, FulfilmentId } from './fulfilment.ts';
import { openOrder } from './open-order.ts';
import { markDelivered, selectFulfilments } from './store/fulfilments.ts';
import { countPieces, writePieces } from './store/pieces.ts';

/**
 * Says that a parcel arrived, now or at `deliveredAt`: the day from which a consumer may withdraw counts. Saying it
 * again changes nothing.
 */
export async function deliverFulfilment(
  tx: Tx,
  input: {
    readonly orderId: OrderId;
    readonly fulfilmentId: FulfilmentId;
    readonly deliveredAt?: Temporal.Instant;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, DeliverRefusal>> {
  const fulfilments = await selectFulfilments(tx, input.orderId);
  const fulfilment = fulfilments.find(({ id }) => id === input.fulfilmentId);
  if (!fulfilment) return refuse('unknown_fulfilment', 'the order has no such parcel', 'fulfilmentId');
  // It may have been the last one, after which nothing more can be delivered.
  if (fulfilment.deliveredAt) return ok(undefined);
  const opened = await openOrder(tx, input.orderId, 'deliver');
  if (!opened.ok) return opened;
  const order = opened.value;
  if (!(await markDelivered(tx, fulfilment.id, input.deliveredAt ?? input.now))) return ok(undefined);
  await countPieces(tx, 'delivered', fulfilment.lines);
  const pieces = fulfilment.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const deliveredQuantity = order.facts.deliveredQuantity + pieces;
  await writePieces(tx, order.id, { ...order.facts, deliveredQuantity });
  const data = { number: String(fulfilment.number) };
  await insertEvent(tx, order.id, { kind: 'delivered', actor: input.actor, data }, input.now);
  await tell(tx, 'orders.delivered', { orderId: order.id, fulfilmentId: fulfilment.id });
  return ok(undefined);
}
