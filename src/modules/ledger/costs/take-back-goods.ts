import type { Tx } from '../../../platform/database/index.ts';
import { post } from '../post.ts';
import { receiptUndonePostings, supplierReturnedPostings } from '../postings/purchase.ts';
import { lockCostLevels, writeCostLevels } from '../store/cost-levels.ts';
import { assertPieces, type Goods, type GoodsEvent, sum } from './goods.ts';
import { type CostLevel, NOTHING, taken } from './moving-average.ts';
import { isPosted } from './receive-goods.ts';

/**
 * A receipt was a mistake: its goods leave stock at what they came in at, as far as that is there; where the last piece
 * goes, all that is left goes with it, and the difference is cost of goods.
 */
export async function takeBackGoods(
  tx: Tx,
  input: GoodsEvent & { readonly items: readonly (Goods & { readonly valueMinor: bigint })[] },
): Promise<void> {
  const { items, currency, reference, now } = input;
  const levels = await lockCostLevels(
    tx,
    items.map((item) => item.variantId),
    currency,
  );
  if (await isPosted(tx, 'receipt_undone', input)) return;
  let takenMinor = 0n;
  for (const { variantId, quantity, valueMinor } of items) {
    const level = levels.get(variantId) ?? NOTHING;
    const left = without(level, assertPieces(quantity), valueMinor);
    takenMinor += level.valueMinor - left.valueMinor;
    levels.set(variantId, left);
  }
  await writeCostLevels(tx, levels, currency);
  const receivedMinor = sum(items.map((item) => item.valueMinor));
  const postings = receiptUndonePostings({ currency, receivedMinor, takenMinor });
  await post(tx, { kind: 'receipt_undone', reference, now, postings });
}

/** Goods went back to their supplier, at the average; they are credited at what they were bought at. */
export async function returnToSupplier(
  tx: Tx,
  input: GoodsEvent & {
    readonly items: readonly Goods[];
    /** Credited of what was not invoiced yet, and of what was. */
    readonly receivedMinor: bigint;
    readonly invoicedMinor: bigint;
    /** On what was invoiced: claimed back no more. */
    readonly taxMinor: bigint;
  },
): Promise<void> {
  const { items, currency, reference, now, receivedMinor, invoicedMinor, taxMinor } = input;
  const levels = await lockCostLevels(
    tx,
    items.map((item) => item.variantId),
    currency,
  );
  if (await isPosted(tx, 'supplier_returned', input)) return;
  let takenMinor = 0n;
  for (const { variantId, quantity } of items) {
    const went = taken(levels.get(variantId) ?? NOTHING, assertPieces(quantity));
    takenMinor += went.valueMinor;
    levels.set(variantId, went.left);
  }
  await writeCostLevels(tx, levels, currency);
  const amounts = { currency, takenMinor, receivedMinor, invoicedMinor, taxMinor };
  const postings = supplierReturnedPostings(amounts);
  await post(tx, { kind: 'supplier_returned', reference, now, postings });
}

function without(level: CostLevel, quantity: bigint, valueMinor: bigint): CostLevel {
  if (quantity >= level.quantity) return NOTHING;
  const leaves = valueMinor < level.valueMinor ? valueMinor : level.valueMinor;
  return { quantity: level.quantity - quantity, valueMinor: level.valueMinor - leaves };
}
