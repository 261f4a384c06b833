import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { readReservations, shipStock } from '../../inventory/index.ts';
import type { Order, OrderId, OrderLine } from '../order.ts';
import { insertEvent } from '../store/change-order.ts';
import { type ChosenLine, chosenLines, type Pieces } from './chosen-lines.ts';
import type { DeliverRefusal, Fulfilment, FulfilmentId, FulfilRefusal } from './fulfilment.ts';
import { awaitsReturn } from './linked/store.ts';
import { openOrder } from './open-order.ts';
import { planShipment, type ShippedStock } from './plan-shipment.ts';
import { postCostOfGoods } from './post-cost-of-goods.ts';
import { insertFulfilment, markDelivered, selectFulfilments } from './store/fulfilments.ts';
import { countPieces, writePieces } from './store/pieces.ts';

const LIMIT = 100;

/**
 * Hands pieces of an order over: everything that is still open, or the lines that are named, as one parcel. Their stock
 * leaves the locations that it was promised at, at moving-average cost. An order may go in several parcels.
 */
export async function fulfilOrder(
  tx: Tx,
  input: {
    readonly orderId: OrderId;
    readonly lines?: readonly Pieces[];
    readonly carrier?: string;
    readonly trackingNumber?: string;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Fulfilment, FulfilRefusal>> {
  const { carrier = '', trackingNumber = '', actor, now } = input;
  if (carrier.length > LIMIT)
    return refuse('too_long', `a carrier has at most ${LIMIT} characters`, 'carrier');
  if (trackingNumber.length > LIMIT) {
    return refuse('too_long', `a tracking number has at most ${LIMIT} characters`, 'trackingNumber');
  }
  const opened = await openOrder(tx, input.orderId, 'fulfil');
  if (!opened.ok) return opened;
  const order = opened.value;
  if (await awaitsReturn(tx, order.id)) {
    return refuse('awaits_return', 'the pieces that it is exchanged for have not come back yet');
  }
  const chosen = chosenLines(order, input.lines ?? everythingOpen(order), {
    left: openQuantity,
    tooMany: 'more_than_open',
  });
  if (!chosen.ok) return chosen;
  if (chosen.value.length === 0) return refuse('nothing_to_fulfil', 'everything was handed over already');
  const planned = planShipment(chosen.value.map(demandOf), await readReservations(tx, { owner: order.id }));
  if (!planned.ok) return planned;
  const id = newId<'fulfilment'>();
  const shipped = await ship(tx, order, { parcel: chosen.value, stock: planned.value, id, now });
  if (!shipped.ok) return shipped;
  const lines = chosen.value.map(({ line, quantity }) => ({ lineId: line.id, quantity }));
  const fulfilment = { id, lines, carrier, trackingNumber, shippedAt: now };
  const number = await insertFulfilment(tx, { ...fulfilment, orderId: order.id });
  await countFulfilled(tx, order, chosen.value);
  await insertEvent(tx, order.id, { kind: 'fulfilled', actor, data: { number: String(number) } }, now);
  await tell(tx, 'orders.fulfilled', { orderId: order.id, fulfilmentId: id });
  return ok({ ...fulfilment, number, deliveredAt: undefined });
}

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

/** Pieces of a line that are still to be handed over. */
export function openQuantity({ quantity, removedQuantity, fulfilledQuantity }: OrderLine): number {
  return quantity - removedQuantity - fulfilledQuantity;
}

function everythingOpen(order: Order): Pieces[] {
  return order.lines
    .map((line) => ({ lineId: line.id, quantity: openQuantity(line) }))
    .filter(({ quantity }) => quantity > 0);
}

function demandOf({ line, quantity }: ChosenLine) {
  return { variantId: line.variantId, quantity };
}

async function ship(
  tx: Tx,
  order: Order,
  {
    parcel,
    stock,
    id,
    now,
  }: Pick<Fulfilment, 'id'> & {
    readonly parcel: readonly ChosenLine[];
    readonly stock: readonly ShippedStock[];
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, FulfilRefusal>> {
  if (stock.length === 0) return ok(undefined);
  const shipped = await shipStock(tx, { owner: order.id, items: stock, now, reference: id });
  if (!shipped.ok) return refuse('not_in_stock', shipped.refusal.message, 'lines');
  await postCostOfGoods(tx, { order, parcel, stock, reference: id, now });
  return ok(undefined);
}

async function countFulfilled(tx: Tx, order: Order, chosen: readonly ChosenLine[]): Promise<void> {
  await countPieces(
    tx,
    'fulfilled',
    chosen.map(({ line, quantity }) => ({ lineId: line.id, quantity })),
  );
  const pieces = chosen.reduce((sum, { quantity }) => sum + quantity, 0);
  const fulfilledQuantity = order.facts.fulfilledQuantity + pieces;
  await writePieces(tx, order.id, { ...order.facts, fulfilledQuantity });
}
