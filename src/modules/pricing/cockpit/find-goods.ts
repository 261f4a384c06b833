import { callApi } from '../../../platform/cockpit/api/index.ts';
import type { Choosable } from '../../../platform/cockpit/form/index.ts';
import type { GoodsShown } from './goods-cell.tsx';

export type FoundGoods = {
  readonly variantId: string;
  readonly productId: string;
  readonly item: GoodsShown;
};

/** Variants by what was typed. */
export async function findGoods(
  typed: string,
  signal: AbortSignal,
): Promise<readonly Choosable<FoundGoods>[]> {
  const { items } = await callApi('listPriceRows', { query: { q: typed, limit: '10' } }, { signal });
  return items.map(({ item }) => ({
    ...{ id: item.variantId, label: item.title },
    value: { variantId: item.variantId, productId: item.productId, item },
    detail: [item.options, item.sku].filter(Boolean).join(' · '),
  }));
}
