import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { type LocationId, returnStock } from '../../inventory/index.ts';
import { returnGoods } from '../../ledger/index.ts';
import { readShop } from '../../markets/index.ts';
import { returnedEntries } from '../journal/cost-entries.ts';
import { insertEntries } from '../journal/store/write-entries.ts';
import type { Order, OrderId, OrderLineId } from '../order.ts';
import { insertEvent } from '../store/change-order.ts';
import { openOrder } from './open-order.ts';
import type { Return, ReturnId, ReturnRefusal } from './return.ts';
import { countPieces, writePieces } from './store/pieces.ts';
import { readReturns, receive } from './store/returns.ts';

export { labelReturn } from './label-return.ts';

/** How the pieces of one line were found. Fewer than announced: the rest did not come. */
export type Inspected = {
  readonly lineId: OrderLineId;
  readonly sellableQuantity: number;
  readonly damagedQuantity: number;
};

/**
 * Takes a return in: what is fit for sale goes back into the stock of `locationId`, what is not is written off, and both
 * count as returned. Giving the money back is a refund of its own (`refundOrder` with `returnId`).
 */
export async function receiveReturn(
  tx: Tx,
  input: {
    readonly orderId: OrderId;
    readonly returnId: ReturnId;
    readonly lines: readonly Inspected[];
    readonly locationId: LocationId;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, ReturnRefusal>> {
  const { actor, now } = input;
  const opened = await openOrder(tx, input.orderId, 'return');
  if (!opened.ok) return opened;
  const order = opened.value;
  const found = (await readReturns(tx, order.id)).find(({ id }) => id === input.returnId);
  if (!found) return refuse('unknown_return', 'the order has no such return', 'returnId');
  if (found.state !== 'approved' && found.state !== 'requested') {
    return refuse('not_possible_in_this_state', `the return is ${found.state} already`, 'returnId');
  }
  const wrong = inspectionRefusal(found, input.lines);
  if (wrong) return wrong;
  await receive(tx, { id: found.id, lines: input.lines, now });
  await restock(tx, order, input);
  const came = input.lines.map((line) => ({ lineId: line.lineId, quantity: piecesOf(line) }));
  await countPieces(tx, 'returned', came);
  const pieces = came.reduce((sum, { quantity }) => sum + quantity, 0);
  const returnedQuantity = order.facts.returnedQuantity + pieces;
  await writePieces(tx, order.id, { ...order.facts, returnedQuantity });
  const data = { number: String(found.number), pieces: String(pieces) };
  await insertEvent(tx, order.id, { kind: 'return_received', actor, data }, now);
  await tell(tx, 'orders.returned', { orderId: order.id, returnId: found.id });
  return ok(undefined);
}

function piecesOf({ sellableQuantity, damagedQuantity }: Inspected): number {
  return sellableQuantity + damagedQuantity;
}

function inspectionRefusal(announced: Return, lines: readonly Inspected[]) {
  for (const [index, line] of lines.entries()) {
    const expected = announced.lines.find(({ lineId }) => lineId === line.lineId);
    const isTwice = lines.findIndex(({ lineId }) => lineId === line.lineId) < index;
    if (!expected || isTwice) {
      return refuse(
        'unknown_line',
        'the return announces no such line, or it is named twice',
        `lines[${index}]`,
      );
    }
    const counts = [line.sellableQuantity, line.damagedQuantity];
    if (!counts.every((count) => Number.isInteger(count) && count >= 0)) {
      return refuse('not_a_quantity', 'quantities are whole numbers from 0', `lines[${index}]`);
    }
    if (piecesOf(line) > expected.quantity) {
      return refuse('more_than_handed_over', `${expected.quantity} were announced`, `lines[${index}]`);
    }
  }
  return undefined;
}

/** A bundle comes back as its components. */
async function restock(
  tx: Tx,
  order: Order,
  { lines, locationId, returnId, now }: Parameters<typeof receiveReturn>[1],
): Promise<void> {
  const stock = lines.flatMap((line) => {
    const ordered = order.lines.find(({ id }) => id === line.lineId);
    if (!ordered || ordered.kind === 'digital' || ordered.kind === 'gift_card') return [];
    const parts =
      ordered.components.length > 0 ? ordered.components : [{ variantId: ordered.variantId, quantity: 1 }];
    return parts.flatMap(({ variantId, quantity }) => {
      const item = { lineId: ordered.id, variantId, lineVariantId: ordered.variantId, locationId };
      return [
        { ...item, quantity: quantity * line.sellableQuantity, condition: 'sellable' as const },
        { ...item, quantity: quantity * line.damagedQuantity, condition: 'damaged' as const },
      ];
    });
  });
  const items = stock.filter(({ quantity }) => quantity > 0);
  if (items.length === 0) return;
  await returnStock(tx, { items, now, reference: returnId });
  const { defaultCurrency: currency } = await readShop(tx);
  const about = { currency, orderId: order.id, now };
  const costs = await returnGoods(tx, { ...about, reference: returnId, items });
  const of = { kind: 'goods_returned', reference: returnId } as const;
  await insertEntries(tx, [{ ...about, of, entries: returnedEntries(items, costs) }]);
}
