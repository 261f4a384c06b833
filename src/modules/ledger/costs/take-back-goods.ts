import type { Tx } from '../../../platform/database/index.ts';
import { post } from '../post.ts';
import { reversed } from '../postings/entry.ts';
import { receiptUndonePostings, supplierReturnedPostings } from '../postings/purchase.ts';
import { lockCostLevels, writeCostLevels } from '../store/cost-levels.ts';
import { assertPieces, type Goods, type GoodsEvent, sum } from './goods.ts';
import { type CostLevel, emptied, NOTHING, taken, withReceived } from './moving-average.ts';
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

type Credit = {
  /** Credited of what was not invoiced yet, and of what was. */
  readonly receivedMinor: bigint;
  readonly invoicedMinor: bigint;
  /** On what was invoiced: claimed back no more. */
  readonly taxMinor: bigint;
};

/**
 * Goods went back to their supplier, at the average; they are credited at what they were bought at.
 *
 * @returns what each item left stock at, in their order; [] when this reference was posted before
 */
export async function returnToSupplier(
  tx: Tx,
  input: GoodsEvent & Credit & { readonly items: readonly Goods[] },
): Promise<bigint[]> {
  const { items, currency, reference, now, receivedMinor, invoicedMinor, taxMinor } = input;
  const levels = await lockCostLevels(
    tx,
    items.map((item) => item.variantId),
    currency,
  );
  if (await isPosted(tx, 'supplier_returned', input)) return [];
  const left: bigint[] = [];
  for (const { variantId, quantity } of items) {
    const went = taken(levels.get(variantId) ?? NOTHING, assertPieces(quantity));
    left.push(went.valueMinor);
    levels.set(variantId, went.left);
  }
  await writeCostLevels(tx, levels, currency);
  const amounts = { currency, takenMinor: sum(left), receivedMinor, invoicedMinor, taxMinor };
  const postings = supplierReturnedPostings(amounts);
  await post(tx, { kind: 'supplier_returned', reference, now, postings });
  return left;
}

/** Such a return was a mistake: its goods are stock again at what they left at, and nothing is credited of them. */
export async function takeSupplierReturnBack(
  tx: Tx,
  input: GoodsEvent & Credit & { readonly items: readonly (Goods & { readonly valueMinor: bigint })[] },
): Promise<void> {
  const { items, currency, reference, now, receivedMinor, invoicedMinor, taxMinor } = input;
  const levels = await lockCostLevels(
    tx,
    items.map((item) => item.variantId),
    currency,
  );
  if (await isPosted(tx, 'supplier_return_undone', input)) return;
  for (const { variantId, quantity, valueMinor } of items) {
    levels.set(variantId, withReceived(levels.get(variantId) ?? NOTHING, assertPieces(quantity), valueMinor));
  }
  await writeCostLevels(tx, levels, currency);
  const takenMinor = sum(items.map((item) => item.valueMinor));
  const amounts = { currency, takenMinor, receivedMinor, invoicedMinor, taxMinor };
  const postings = reversed(supplierReturnedPostings(amounts));
  await post(tx, { kind: 'supplier_return_undone', reference, now, postings });
}

function without(level: CostLevel, quantity: bigint, valueMinor: bigint): CostLevel {
  if (quantity >= level.quantity) return emptied(level);
  const leaves = valueMinor < level.valueMinor ? valueMinor : level.valueMinor;
  return { ...level, quantity: level.quantity - quantity, valueMinor: level.valueMinor - leaves };
}
