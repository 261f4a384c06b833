import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type Tx, transactOrRefuse } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { readReservations, release } from '../../inventory/index.ts';
import type { ProviderCall } from '../../payments/index.ts';
import type { OrderDeps } from '../deps.ts';
import type { Order, OrderId } from '../order.ts';
import { makeCall } from '../pay/record-payment.ts';
import { insertEvent } from '../store/change-order.ts';
import { lockOrder } from '../store/select-orders.ts';
import { writeHeld } from '../store/write-agreement.ts';
import { type ChosenLine, chosenLines, type Pieces } from './chosen-lines.ts';
import { fitPayments } from './fit-payments.ts';
import { openQuantity } from './fulfil-order.ts';
import { openOrder } from './open-order.ts';
import { paymentUnderWay } from './payment-under-way.ts';
import type { RefundRefusal } from './refund.ts';
import { shrinkOrder } from './shrink-order.ts';
import { countPieces, writePieces } from './store/pieces.ts';
import { writeRefund } from './write-refund.ts';

export type RemoveRefusal =
  | RefundRefusal
  | Refusal<'more_than_open' | 'nothing_would_be_left' | 'payment_in_progress'>;

type Removal = {
  readonly orderId: OrderId;
  readonly lines: readonly Pieces[];
  readonly actor: string;
  readonly now: Temporal.Instant;
};

/**
 * Takes pieces off an order before they are handed over; a lower quantity is a removal. Their stock is free again. What
 * stays keeps its price to the penny and is quoted by nobody again: nothing that was agreed is taken back.
 *
 * - It does not stand yet (a transfer is awaited): it is agreed anew, for less.
 * - It stands and is not paid in full (authorised, cash on delivery): they are credited, and so much less is due and taken.
 * - It is paid: what they cost goes back the way it came.
 *
 * The last pieces cannot be removed: that is cancelling.
 */
export async function removePieces(
  deps: OrderDeps,
  input: Removal,
): Promise<Result<undefined, RemoveRefusal>> {
  const removed = await transactOrRefuse<readonly ProviderCall[], RemoveRefusal>(deps.db, (tx) =>
    beginRemoval(tx, input),
  );
  if (!removed.ok) return removed;
  for (const call of removed.value) await makeCall(deps, call, input.now);
  return ok(undefined);
}

async function beginRemoval(tx: Tx, input: Removal): Promise<Result<ProviderCall[], RemoveRefusal>> {
  const { actor, now } = input;
  const opened = await openOrder(tx, input.orderId, 'edit');
  if (!opened.ok) return opened;
  const order = opened.value;
  const chosen = chosenLines(order, input.lines, { left: openQuantity, tooMany: 'more_than_open' });
  if (!chosen.ok) return chosen;
  const pieces = chosen.value.reduce((sum, { quantity }) => sum + quantity, 0);
  if (pieces >= order.facts.quantity) {
    return refuse('nothing_would_be_left', 'nothing would be left of the order: cancel it instead', 'lines');
  }
  const underWay = await paymentUnderWay(tx, order);
  if (underWay) return underWay;
  await freeStock(tx, order, chosen.value, now);
  const calls =
    order.paidAt === undefined
      ? await shrinkOrder(tx, order, { chosen: chosen.value, now })
      : await creditPieces(tx, order, { ...input, pieces });
  if (!calls.ok) return calls;
  await insertEvent(tx, order.id, { kind: 'edited', actor, data: { removed: String(pieces) } }, now);
  await tell(tx, 'orders.edited', { orderId: order.id });
  return calls;
}

/** Of an order that stands: off what is still to be paid, and the rest back the way it came. */
async function creditPieces(
  tx: Tx,
  order: Order,
  { lines, pieces, actor, now }: Removal & { readonly pieces: number },
): Promise<Result<ProviderCall[], RemoveRefusal>> {
  const { dueMinor, capturedMinor } = order.facts;
  const owedMinor = dueMinor > capturedMinor ? dueMinor - capturedMinor : 0n;
  const request = { delivery: 'none', goodwillMinor: 0n, means: 'original', reason: 'edit' } as const;
  const written = await writeRefund(tx, order, { ...request, lines, actor, now }, owedMinor);
  // What cost nothing is removed without anything to give back.
  if (!written.ok && written.refusal.code !== 'nothing_to_refund') return written;
  await countPieces(tx, 'removed', lines);
  const after = (await lockOrder(tx, order.id)) ?? order;
  await writePieces(tx, order.id, { ...after.facts, quantity: after.facts.quantity - pieces });
  const lowered = owedMinor > 0n ? await fitPayments(tx, order.id, now) : [];
  return ok([...(written.ok ? written.value.calls : []), ...lowered]);
}

async function freeStock(
  tx: Tx,
  order: Order,
  chosen: readonly ChosenLine[],
  now: Temporal.Instant,
): Promise<void> {
  const demand = chosen.map(({ line, quantity }) => ({ variantId: line.variantId, quantity }));
  await release(tx, { owner: order.id, demand, now });
  const held = await readReservations(tx, { owner: order.id });
  await writeHeld(
    tx,
    order.id,
    held.reduce((sum, { quantity }) => sum + quantity, 0),
  );
}
