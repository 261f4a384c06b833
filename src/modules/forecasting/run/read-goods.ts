import type { Db } from '../../../platform/database/index.ts';
import {
  listVariantIds,
  type ProductId,
  readSellables,
  type Sellable,
  type VariantId,
} from '../../catalog/index.ts';

/** A variant whose demand is forecast, as it is called. */
export type Good = {
  readonly variantId: VariantId;
  readonly productId: ProductId;
  readonly title: string;
  /** `S / Blue` */
  readonly options: string;
  readonly sku: string;
  readonly category: string;
  readonly brand: string | undefined;
};

export type Goods = {
  readonly goods: ReadonlyMap<VariantId, Good>;
  /** What bundles are made of: their demand is that of their components. */
  readonly bundles: ReadonlyMap<VariantId, Sellable['components']>;
};

const PAGE = 1_000;

/** All goods that lie somewhere and are not archived, and the bundles of them. Files and gift cards never run out. */
export async function readGoods(db: Db): Promise<Goods> {
  const goods = new Map<VariantId, Good>();
  const bundles = new Map<VariantId, Sellable['components']>();
  let after: VariantId | undefined;
  for (;;) {
    const ids = await listVariantIds(db, { after, limit: PAGE });
    for (const one of (await readSellables(db, ids)).values()) {
      if (one.kind === 'bundle') bundles.set(one.variantId, one.components);
      if (one.kind === 'physical' && one.status !== 'archived') goods.set(one.variantId, goodOf(one));
    }
    if (ids.length < PAGE) return { goods, bundles };
    after = ids.at(-1);
  }
}

function goodOf({ variantId, productId, title, options, sku = '', categoryPaths, brandId }: Sellable): Good {
  const [category = ''] = categoryPaths;
  return {
    ...{ variantId, productId, title, sku, category, brand: brandId },
    options: options.map(({ value }) => value).join(' / '),
  };
}
