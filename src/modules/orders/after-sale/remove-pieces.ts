import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type Tx, transact } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { release } from '../../inventory/index.ts';
import type { OrderDeps } from '../deps.ts';
import type { Order, OrderId } from '../order.ts';
import { makeCall } from '../pay/record-payment.ts';
import { insertEvent } from '../store/change-order.ts';
import { type ChosenLine, chosenLines, type Pieces } from './chosen-lines.ts';
import { openQuantity } from './fulfil-order.ts';
import { openOrder } from './open-order.ts';
import type { RefundRefusal } from './refund.ts';
import { beginOrderRefund } from './refund-order.ts';
import { countPieces, writePieces } from './store/pieces.ts';

export type RemoveRefusal =
  | RefundRefusal
  | Refusal<'more_than_open' | 'nothing_would_be_left' | 'not_captured'>;

/**
 * Takes pieces off a paid order before they are handed over: their stock is free again and what they cost goes back the
 * way it came. What stays keeps its price to the penny. The last pieces cannot be removed: that is cancelling.
 */
export async function removePieces(
  deps: OrderDeps,
  input: {
    readonly orderId: OrderId;
    readonly lines: readonly Pieces[];
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, RemoveRefusal>> {
  const removed = await transact(deps.db, (tx) => beginRemoval(tx, input));
  if (!removed.ok) return removed;
  if (removed.value) await makeCall(deps, removed.value, input.now);
  return ok(undefined);
}

async function beginRemoval(tx: Tx, input: Parameters<typeof removePieces>[1]) {
  const { actor, now } = input;
  const opened = await openOrder(tx, input.orderId, 'edit');
  if (!opened.ok) return opened;
  const order = opened.value;
  if (order.facts.capturedMinor < order.facts.dueMinor) {
    return refuse('not_captured', 'the order is not paid in full yet: cancel it, or take the payment first');
  }
  const chosen = chosenLines(order, input.lines, { left: openQuantity, tooMany: 'more_than_open' });
  if (!chosen.ok) return chosen;
  const pieces = chosen.value.reduce((sum, { quantity }) => sum + quantity, 0);
  if (pieces >= order.facts.quantity) {
    return refuse('nothing_would_be_left', 'nothing would be left of the order: cancel it instead', 'lines');
  }
  const refund = { delivery: 'none', goodwillMinor: 0n, means: 'original', reason: 'edit' } as const;
  const begun = await beginOrderRefund(tx, { ...refund, orderId: order.id, lines: input.lines, actor, now });
  if (!begun.ok && begun.refusal.code !== 'nothing_to_refund') return begun;
  await freeStock(tx, order, chosen.value, now);
  await countPieces(tx, 'removed', input.lines);
  const after = await openOrder(tx, order.id, 'edit');
  const { facts } = after.ok ? after.value : order;
  await writePieces(tx, order.id, { ...facts, quantity: facts.quantity - pieces });
  await insertEvent(tx, order.id, { kind: 'edited', actor, data: { removed: String(pieces) } }, now);
  await tell(tx, 'orders.edited', { orderId: order.id });
  return ok(begun.ok ? begun.value.call : undefined);
}

function freeStock(
  tx: Tx,
  order: Order,
  chosen: readonly ChosenLine[],
  now: Temporal.Instant,
): Promise<unknown> {
  const demand = chosen.map(({ line, quantity }) => ({ variantId: line.variantId, quantity }));
  return release(tx, { owner: order.id, demand, now });
}
