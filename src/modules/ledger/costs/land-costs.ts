import type { Tx } from '../../../platform/database/index.ts';
import { post } from '../post.ts';
import { landedCostPostings } from '../postings/purchase.ts';
import { lockCostLevels, type VariantId, writeCostLevels } from '../store/cost-levels.ts';
import { landedKey, readLanded, writeLanded } from '../store/landed-stock.ts';
import type { GoodsEvent } from './goods.ts';
import { withLanded } from './landed.ts';
import { type CostLevel, NOTHING } from './moving-average.ts';
import { isPosted } from './receive-goods.ts';

/** What a variant's pieces cost more; below zero: less. `pieces`: how many came that it is for. */
export type LandedGoods = {
  /** The id of the landed cost or invoice: what is taken back of it is what it put onto stock. */
  readonly source: string;
  readonly variantId: VariantId;
  readonly pieces: number;
  readonly valueMinor: bigint;
};

/** Freight, duty and fees come onto goods, exactly what is given. With the same reference once. */
export async function landCosts(
  tx: Tx,
  input: GoodsEvent & { readonly memo?: string; readonly items: readonly LandedGoods[] },
): Promise<void> {
  const { currency, reference, now, items } = input;
  const levels = await lockCostLevels(
    tx,
    items.map((item) => item.variantId),
    currency,
  );
  if (await isPosted(tx, 'landed_cost', input)) return;
  const landed = await landOn(tx, levels, { items, currency });
  await writeCostLevels(tx, levels, currency);
  const postings = landedCostPostings({ currency, ...landed });
  await post(tx, { kind: 'landed_cost', reference, memo: input.memo ?? '', now, postings });
}

/** Puts each item's cost onto its level, in place; says how much went onto stock and how much onto what left. */
export async function landOn(
  tx: Tx,
  levels: Map<VariantId, CostLevel>,
  { items, currency }: Pick<GoodsEvent, 'currency'> & { readonly items: readonly LandedGoods[] },
) {
  const landed = await readLanded(tx, items, currency);
  let [inventoryMinor, soldMinor] = [0n, 0n];
  for (const { source, variantId, pieces, valueMinor } of items) {
    const level = levels.get(variantId) ?? NOTHING;
    const key = landedKey({ source, variantId });
    const put = withLanded(level, { pieces: BigInt(pieces), valueMinor }, landed.get(key));
    levels.set(variantId, put.level);
    landed.set(key, { ...put.landed, source, variantId });
    inventoryMinor += put.inventoryMinor;
    soldMinor += put.soldMinor;
  }
  await writeLanded(tx, [...landed.values()], currency);
  return { inventoryMinor, soldMinor };
}
