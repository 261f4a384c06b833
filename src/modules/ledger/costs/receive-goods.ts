import type { Tx } from '../../../platform/database/index.ts';
import { post } from '../post.ts';
import { goodsReceivedPostings, stockAdjustedPostings } from '../postings/goods.ts';
import { lockCostLevels, writeCostLevels } from '../store/cost-levels.ts';
import { postingsOf } from '../store/write-transactions.ts';
import type { TransactionKind } from '../transaction.ts';
import { assertPieces, type Goods, type GoodsEvent, sum } from './goods.ts';
import { type CostLevel, NOTHING, taken, withReceived } from './moving-average.ts';

/** Goods came in at what they cost together, `valueMinor`. Again with the same reference is once. */
export async function receiveGoods(
  tx: Tx,
  input: GoodsEvent & { readonly items: readonly (Goods & { readonly valueMinor: bigint })[] },
): Promise<void> {
  const { items, currency } = input;
  const levels = await lockCostLevels(
    tx,
    items.map((item) => item.variantId),
    currency,
  );
  if (await isPosted(tx, 'goods_received', input)) return;
  for (const { variantId, quantity, valueMinor } of items) {
    if (valueMinor < 0n) throw new RangeError('goods cannot cost less than nothing');
    levels.set(variantId, withReceived(levels.get(variantId) ?? NOTHING, assertPieces(quantity), valueMinor));
  }
  await writeCostLevels(tx, levels, currency);
  const valueMinor = sum(items.map((item) => item.valueMinor));
  const postings = goodsReceivedPostings({ currency, valueMinor });
  await post(tx, { kind: 'goods_received', reference: input.reference, now: input.now, postings });
}

/**
 * A count found more (above zero) or less (below) than there was. What is lost goes at the average; what is
 * found comes at the average, or at the catalogue's cost a piece where there is none.
 */
export async function adjustGoods(
  tx: Tx,
  input: GoodsEvent & { readonly items: readonly (Goods & { readonly catalogueMinor?: bigint })[] },
): Promise<void> {
  const { items, currency } = input;
  const levels = await lockCostLevels(
    tx,
    items.map((item) => item.variantId),
    currency,
  );
  if (await isPosted(tx, 'stock_adjusted', input)) return;
  let valueMinor = 0n;
  for (const { variantId, quantity, catalogueMinor = 0n } of items) {
    const level = levels.get(variantId) ?? NOTHING;
    const adjusted = quantity < 0 ? lost(level, -quantity) : found(level, quantity, catalogueMinor);
    valueMinor += adjusted.valueMinor - level.valueMinor;
    levels.set(variantId, adjusted);
  }
  await writeCostLevels(tx, levels, currency);
  const postings = stockAdjustedPostings({ currency, valueMinor });
  await post(tx, { kind: 'stock_adjusted', reference: input.reference, now: input.now, postings });
}

export async function isPosted(tx: Tx, kind: TransactionKind, { reference }: GoodsEvent): Promise<boolean> {
  return (await postingsOf(tx, { kind, reference })) !== undefined;
}

function lost(level: CostLevel, quantity: number): CostLevel {
  return taken(level, assertPieces(quantity)).left;
}

function found(level: CostLevel, pieces: number, catalogueMinor: bigint): CostLevel {
  const quantity = assertPieces(pieces);
  const atAverage =
    level.quantity === 0n ? catalogueMinor * quantity : (level.valueMinor * quantity) / level.quantity;
  return withReceived(level, quantity, atAverage);
}
