import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { moveStock } from '../../inventory/index.ts';
import { takeBackGoods } from '../../ledger/index.ts';
import { readShop } from '../../markets/index.ts';
import { postLanded } from '../landed/post-landed.ts';
import { arrivedState } from '../order/arrived-state.ts';
import { writeCounts } from '../order/lines-store.ts';
import type { Doing, PurchaseOrder } from '../order/purchase-order.ts';
import { keepStep, lockFor, noOrder } from '../order/steps.ts';
import type { Receipt, ReceiptId, UndoRefusal } from './receipt.ts';
import { noteUndone, orderOfReceipt, readReceipts, readSettled } from './store.ts';

/**
 * Takes a receipt back that was a mistake: the goods leave stock, and the books at what they came in at; nothing is
 * deleted. Refused where they left already, or were invoiced or sent back.
 */
export async function undoReceipt(
  tx: Tx,
  { id, by, now }: Doing & { readonly id: ReceiptId },
): Promise<Result<PurchaseOrder, UndoRefusal>> {
  const orderId = await orderOfReceipt(tx, id);
  if (orderId === undefined) return refuse('not_found', `no receipt has the id ${id}`, 'id');
  const locked = await lockFor(tx, 'undo_receipt', orderId);
  if (!locked.ok) return locked;
  const order = locked.value;
  const receipt = (await readReceipts(tx, orderId)).find((one) => one.id === id);
  if (receipt === undefined) return noOrder(orderId);
  if (receipt.undone !== undefined)
    return refuse('already_undone', 'this receipt was taken back already', 'id');
  const settled = await readSettled(tx, orderId);
  const bound = order.lines.find((line) => {
    const leaves = receipt.lines.find(({ lineId }) => lineId === line.id)?.received ?? 0;
    const rest = line.received - leaves;
    return leaves > 0 && (rest < line.returned || rest < (settled.get(line.id)?.settled ?? 0));
  });
  if (bound !== undefined)
    return refuse('already_settled', 'some of it was invoiced or sent back already', 'id');
  const taken = await takeOut(tx, order, receipt, { by, now });
  if (!taken.ok) return taken;
  await noteUndone(tx, id, { by, now });
  const lines = order.lines.map((line) => less(line, receipt));
  await writeCounts(tx, lines);
  const state = arrivedState({ ...order, lines });
  const after = { ...order, lines, state, closedAt: undefined };
  const note = receipt.reference;
  const kept = await keepStep(tx, after, { verb: 'undo_receipt', from: order.state, note, by, now });
  if (kept.ok) await postLanded(tx, kept.value, now);
  return kept;
}

async function takeOut(
  tx: Tx,
  order: PurchaseOrder,
  receipt: Receipt,
  { by, now }: Doing,
): Promise<Result<undefined, UndoRefusal>> {
  const good = receipt.lines.flatMap(({ lineId, received, costMinor }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return line === undefined || received === 0 ? [] : [{ variantId: line.variantId, received, costMinor }];
  });
  if (good.length === 0) return ok(undefined);
  const moves = good.map(({ variantId, received }) => ({
    ...{ variantId, locationId: order.locationId, quantity: -received },
  }));
  const reference = `${order.number}/${receipt.number}`;
  const moved = await moveStock(tx, { moves, now, actor: by, reason: 'received', reference });
  if (!moved.ok) return refuse('already_sold', moved.refusal.message, 'id');
  const { defaultCurrency: currency } = await readShop(tx);
  const items = good.map(({ variantId, received: quantity, costMinor: valueMinor }) => ({
    ...{ variantId, quantity, valueMinor },
  }));
  await takeBackGoods(tx, { currency, reference: receipt.id, now, items });
  return ok(undefined);
}

function less(line: PurchaseOrder['lines'][number], receipt: Receipt) {
  const came = receipt.lines.find(({ lineId }) => lineId === line.id);
  if (came === undefined) return line;
  return {
    ...line,
    received: line.received - came.received,
    damaged: line.damaged - came.damaged,
    wrong: line.wrong - came.wrong,
  };
}
