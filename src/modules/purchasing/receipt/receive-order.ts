import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { moveStock } from '../../inventory/index.ts';
import { receiveGoods } from '../../ledger/index.ts';
import { readShop } from '../../markets/index.ts';
import { postLanded } from '../landed/post-landed.ts';
import { arrivedState } from '../order/arrived-state.ts';
import { writeCounts } from '../order/lines-store.ts';
import type { Doing, PurchaseOrder, PurchaseOrderId } from '../order/purchase-order.ts';
import { keepStep, lockFor, noOrder } from '../order/steps.ts';
import { lockPurchaseOrder } from '../order/store.ts';
import { converted, rateProblem } from '../source/price.ts';
import { type PlannedLine, planReceipt } from './plan-receipt.ts';
import type { Receipt, ReceivedLine, ReceiveRefusal } from './receipt.ts';
import { insertReceipt, readReceipts } from './store.ts';

export type Receiving = Doing & {
  readonly id: PurchaseOrderId;
  readonly lines: readonly ReceivedLine[];
  /** Of the delivery note: the same delivery is taken in once, whoever asks. */
  readonly reference: string;
  /** What a major unit is worth in the shop's currency today; that of the order unless given. */
  readonly rateE10?: bigint | undefined;
  readonly note?: string | undefined;
  /** More than is open is taken, too. */
  readonly takesMore?: boolean | undefined;
};

export type Received = { readonly order: PurchaseOrder; readonly receipt: Receipt; readonly isNew: boolean };

/**
 * Takes in what came, all in the caller's transaction: stock (those who wait are served first), its value in the books at
 * the order's price, what it cost besides, what is still expected, and how the order stands.
 */
export async function receivePurchaseOrder(
  tx: Tx,
  input: Receiving,
): Promise<Result<Received, ReceiveRefusal>> {
  const { id, reference, by, now } = input;
  // Held before it is asked whether this delivery came already: of two who receive it one waits for the other.
  const held = await lockPurchaseOrder(tx, id);
  if (held === undefined) return noOrder(id);
  const receipts = await readReceipts(tx, id);
  const known = receipts.find((one) => one.reference === reference && one.undone === undefined);
  if (known !== undefined) return ok({ order: held, receipt: known, isNew: false });
  const locked = await lockFor(tx, 'receive', id);
  if (!locked.ok) return locked;
  const order = locked.value;
  const rateE10 = input.rateE10 ?? order.rateE10;
  const { defaultCurrency: to } = await readShop(tx);
  const bad = rateProblem(rateE10, { from: order.currency, to });
  if (bad !== undefined) return refuse('not_a_rate', bad, 'rate');
  const plan = planReceipt(order, input.lines, { takesMore: input.takesMore === true });
  if (!plan.ok) return plan;
  const receipt = await receiptOf(tx, order, plan.value, { ...input, rateE10, number: receipts.length + 1 });
  await insertReceipt(tx, receipt);
  await takeIn(tx, order, plan.value, receipt);
  const lines = order.lines.map((line) => counted(line, plan.value));
  await writeCounts(tx, lines);
  const state = arrivedState({ ...order, lines });
  const after = { ...order, lines, state, closedAt: state === 'received' ? now : undefined };
  const kept = await keepStep(tx, after, { verb: 'receive', from: order.state, note: reference, by, now });
  if (!kept.ok) return kept;
  await postLanded(tx, kept.value, now);
  const variantIds = plan.value.map(({ line }) => line.variantId);
  await tell(tx, 'purchasing.goods_received', { orderId: id, receiptId: receipt.id, variantIds });
  return ok({ order: kept.value, receipt, isNew: true });
}

async function receiptOf(
  tx: Tx,
  order: PurchaseOrder,
  plan: readonly PlannedLine[],
  {
    reference,
    rateE10,
    note = '',
    number,
    by,
    now,
  }: Receiving & { readonly rateE10: bigint; readonly number: number },
): Promise<Receipt> {
  const { defaultCurrency: to } = await readShop(tx);
  return {
    ...{ id: newId<'receipt'>(), orderId: order.id, number, reference, rateE10, note },
    ...{ received: { at: now, by }, undone: undefined },
    lines: plan.map(({ line, valueMinor, received, damaged, wrong, expiresOn }) => ({
      ...{ lineId: line.id, received, damaged, wrong, valueMinor, expiresOn },
      costMinor: converted(valueMinor, { from: order.currency, to, rateE10 }),
    })),
  };
}

async function takeIn(
  tx: Tx,
  order: PurchaseOrder,
  plan: readonly PlannedLine[],
  { id, lines, number, received: { at: now, by: actor } }: Receipt,
): Promise<void> {
  const good = plan.filter(({ received }) => received > 0);
  if (good.length === 0) return;
  const { locationId } = order;
  const moves = good.map(({ line, received }) => ({
    variantId: line.variantId,
    locationId,
    quantity: received,
  }));
  const reference = `${order.number}/${number}`;
  const moved = await moveStock(tx, { moves, now, actor, reason: 'received', reference });
  // What comes in goes below nothing nowhere; a variant that is gone from the catalogue keeps its row there.
  if (!moved.ok) throw new RangeError(moved.refusal.message);
  const { defaultCurrency: currency } = await readShop(tx);
  const costs = new Map(lines.map((line) => [line.lineId, line.costMinor]));
  const items = good.map(({ line, received: quantity }) => ({
    ...{ variantId: line.variantId, quantity, valueMinor: costs.get(line.id) ?? 0n },
  }));
  await receiveGoods(tx, { currency, reference: id, now, items });
}

function counted(line: PurchaseOrder['lines'][number], plan: readonly PlannedLine[]) {
  const come = plan.find((one) => one.line.id === line.id);
  if (come === undefined) return line;
  return {
    ...line,
    received: line.received + come.received,
    damaged: line.damaged + come.damaged,
    wrong: line.wrong + come.wrong,
  };
}
