import { parseId } from '../../../../kernel/index.ts';
import { type ProductId, readBrands, readCategories } from '../../../../modules/catalog/index.ts';
import { listItems, readItems } from '../../../../modules/inventory/index.ts';
import { readMarkets } from '../../../../modules/markets/index.ts';
import { readCollections } from '../../../../modules/merchandising/index.ts';
import type { Goods, NamesOf, Promotion } from '../../../../modules/pricing/index.ts';
import type { Db } from '../../../../platform/database/index.ts';

type Named = Pick<Promotion, 'conditions' | 'benefits'>;

/** What everything that these promotions name is called. */
export async function promotionNames(db: Db, promotions: readonly Named[]): Promise<NamesOf> {
  const goods = promotions.flatMap(goodsOf).flatMap(({ anyOf, noneOf }) => [...anyOf, ...noneOf]);
  const variantIds = [...goods.flatMap(({ variants = [] }) => variants), ...promotions.flatMap(giftsOf)];
  const productIds = goods.flatMap(({ products = [] }) =>
    products.flatMap((id) => parseId<'product'>(id) ?? []),
  );
  const [markets, collections, brands, categories, variants, products] = await Promise.all([
    readMarkets(db),
    readCollections(db),
    readBrands(db),
    readCategories(db),
    readItems(
      db,
      variantIds.flatMap((id) => parseId<'variant'>(id) ?? []),
    ),
    titlesOf(db, productIds),
  ]);
  const names = new Map<string, string>([
    ...markets.map(({ code, name }) => [`market ${code}`, name] as const),
    ...collections.map(({ id, title }) => [`collection ${id}`, title] as const),
    ...brands.map(({ id, name }) => [`brand ${id}`, name] as const),
    ...categories.map(({ path, name }) => [`category ${path}`, name] as const),
    ...products,
    ...[...variants.values()].map(({ variantId, title, options }) => {
      return [`variant ${variantId}`, options === '' ? title : `${title} (${options})`] as const;
    }),
  ]);
  return (kind, id) => names.get(`${kind} ${id}`);
}

async function titlesOf(db: Db, productIds: readonly ProductId[]): Promise<(readonly [string, string])[]> {
  if (productIds.length === 0) return [];
  const items = await listItems(db, { productIds, limit: 5_000 });
  return items.map(({ item: { productId, title } }) => [`product ${productId}`, title] as const);
}

function goodsOf({ conditions, benefits }: Named): Goods[] {
  const own = benefits.flatMap((benefit) => {
    if (benefit.kind === 'buy_x_get_y') return [benefit.buy, benefit.get];
    return 'goods' in benefit ? [benefit.goods] : [];
  });
  return conditions.minimum === undefined ? own : [...own, conditions.minimum.goods];
}

function giftsOf({ benefits }: Named): string[] {
  return benefits.flatMap((benefit) => (benefit.kind === 'gift' ? [benefit.variantId] : []));
}
