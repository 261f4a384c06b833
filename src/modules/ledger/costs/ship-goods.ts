import type { Tx } from '../../../platform/database/index.ts';
import { post } from '../post.ts';
import { goodsShippedPostings } from '../postings/goods.ts';
import {
  lockCostLevels,
  lockShippedCosts,
  type VariantId,
  writeCostLevels,
  writeShippedCosts,
} from '../store/cost-levels.ts';
import { assertPieces, type Goods, type GoodsEvent } from './goods.ts';
import { NOTHING, taken, withReceived } from './moving-average.ts';
import { isPosted } from './receive-goods.ts';

/** What goods cost that left with an order. */
export type ShippedGoods = Goods & {
  readonly costMinor: bigint;
  /** Pieces for which no cost was ever given: at the catalogue's, or at nothing. */
  readonly estimatedQuantity: number;
  /** There was no catalogue cost either: the true cost is not known. */
  readonly isUnknown: boolean;
};

/**
 * Goods left with an order: their cost at the moving average goes from stock to cost of goods. Where more
 * leaves than was ever valued, the rest goes at the catalogue's cost a piece, else at nothing, and is marked.
 *
 * @returns what each item cost; [] when this reference was posted before
 */
export async function shipGoods(
  tx: Tx,
  input: GoodsEvent & {
    readonly orderId: string;
    readonly items: readonly (Goods & { readonly catalogueMinor?: bigint | undefined })[];
  },
): Promise<ShippedGoods[]> {
  const { items, currency, orderId, reference, now } = input;
  const levels = await lockCostLevels(
    tx,
    items.map((item) => item.variantId),
    currency,
  );
  if (await isPosted(tx, 'goods_shipped', input)) return [];
  const shipped: ShippedGoods[] = [];
  let [valueMinor, estimatedMinor] = [0n, 0n];
  const costs = await lockShippedCosts(tx, orderId, currency);
  const changed = new Map<VariantId, typeof NOTHING>();
  for (const { variantId, quantity, catalogueMinor } of items) {
    const pieces = assertPieces(quantity);
    const went = taken(levels.get(variantId) ?? NOTHING, pieces);
    const estimate = went.unvalued * (catalogueMinor ?? 0n);
    const costMinor = went.valueMinor + estimate;
    levels.set(variantId, went.left);
    const before = changed.get(variantId) ?? costs.get(variantId) ?? NOTHING;
    changed.set(variantId, withReceived(before, pieces, costMinor));
    valueMinor += went.valueMinor;
    estimatedMinor += estimate;
    const isUnknown = went.unvalued > 0n && catalogueMinor === undefined;
    shipped.push({ variantId, quantity, costMinor, estimatedQuantity: Number(went.unvalued), isUnknown });
  }
  await writeCostLevels(tx, levels, currency);
  await writeShippedCosts(tx, orderId, changed, currency);
  const memo = shipped.some((one) => one.isUnknown) ? 'cost of some goods is not known' : '';
  const postings = goodsShippedPostings({ currency, valueMinor, estimatedMinor });
  await post(tx, { kind: 'goods_shipped', reference, orderId, memo, now, postings });
  return shipped;
}
