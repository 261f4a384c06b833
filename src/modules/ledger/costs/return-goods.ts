import type { Tx } from '../../../platform/database/index.ts';
import { post } from '../post.ts';
import { goodsReturnedPostings } from '../postings/goods.ts';
import {
  lockCostLevels,
  lockShippedCosts,
  type VariantId,
  writeCostLevels,
  writeShippedCosts,
} from '../store/cost-levels.ts';
import { assertPieces, type Goods, type GoodsEvent } from './goods.ts';
import { type CostLevel, NOTHING, taken, withReceived } from './moving-average.ts';
import { isPosted } from './receive-goods.ts';

/**
 * Goods of an order came back, at what they left at: sellable ones are stock again, damaged ones a loss.
 * Pieces whose leaving was never posted come back at nothing.
 *
 * @returns what each item left at, in their order; [] when this reference was posted before
 */
export async function returnGoods(
  tx: Tx,
  input: GoodsEvent & {
    readonly orderId: string;
    readonly items: readonly (Goods & { readonly condition: 'sellable' | 'damaged' })[];
  },
): Promise<bigint[]> {
  const { items, currency, orderId, reference, now } = input;
  const levels = await lockCostLevels(
    tx,
    items.map((item) => item.variantId),
    currency,
  );
  if (await isPosted(tx, 'goods_returned', input)) return [];
  const shipped = await lockShippedCosts(tx, orderId, currency);
  const changed = new Map<VariantId, CostLevel>();
  const costs: bigint[] = [];
  let [valueMinor, damagedMinor] = [0n, 0n];
  for (const { variantId, quantity, condition } of items) {
    const pieces = assertPieces(quantity);
    const came = taken(changed.get(variantId) ?? shipped.get(variantId) ?? NOTHING, pieces);
    changed.set(variantId, came.left);
    costs.push(came.valueMinor);
    if (condition === 'damaged') damagedMinor += came.valueMinor;
    else {
      valueMinor += came.valueMinor;
      levels.set(variantId, withReceived(levels.get(variantId) ?? NOTHING, pieces, came.valueMinor));
    }
  }
  await writeCostLevels(tx, levels, currency);
  await writeShippedCosts(tx, orderId, changed, currency);
  const postings = goodsReturnedPostings({ currency, valueMinor, damagedMinor });
  await post(tx, { kind: 'goods_returned', reference, orderId, now, postings });
  return costs;
}
