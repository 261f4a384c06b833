import type { Id } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import {
  type Category,
  listProductIds,
  readBrands,
  readCategories,
  readProducts,
} from '../../catalog/index.ts';
import { collectionsOf, readCollections } from '../../merchandising/index.ts';
import type { ProductFact } from './sources.ts';

const PAGE = 500;

/** Of these products what they are sold under, page by page; of all where none is named. Those that are gone have no variants. */
export async function* readListedProducts(
  db: Db,
  wanted: readonly Id<'product'>[] | undefined,
): AsyncIterable<readonly ProductFact[]> {
  const [brands, categories, collections] = await Promise.all([
    readBrands(db),
    readCategories(db),
    readCollections(db),
  ]);
  const names = {
    brands: new Map<string, string>(brands.map(({ id, name }) => [id, name])),
    categories: namesOf(categories),
    collections: new Map<string, string>(collections.map(({ id, title }) => [id, title])),
  };
  for await (const ids of wanted === undefined ? allIds(db) : pagesOf(wanted)) {
    const [products, places] = await Promise.all([readProducts(db, ids), collectionsOf(db, ids)]);
    const found = new Map(products.map((product) => [product.id, product]));
    yield ids.map((productId): ProductFact => {
      const product = found.get(productId);
      if (product === undefined) return { productId, title: '', ...NOWHERE };
      const [category = ''] = product.categoryIds.map((id) => names.categories.get(id) ?? '');
      return {
        ...{ productId, title: product.title, category },
        brand: (product.brandId && names.brands.get(product.brandId)) ?? '',
        collections: (places.get(productId) ?? []).map(({ collectionId }) => {
          return names.collections.get(collectionId) ?? '';
        }),
        variants: product.variants.map(({ id, sku = '', optionValues }) => {
          return { variantId: id, sku, options: optionValues.join(' / ') };
        }),
      };
    });
  }
}

const NOWHERE = { brand: '', category: '', collections: [], variants: [] };

/** `Home › Kitchen › Mugs`. */
function namesOf(categories: readonly Category[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  // Parents come before their children.
  for (const { id, parentId, name } of categories) {
    const above = parentId === undefined ? undefined : names.get(parentId);
    names.set(id, above === undefined ? name : `${above} › ${name}`);
  }
  return names;
}

async function* allIds(db: Db): AsyncIterable<readonly Id<'product'>[]> {
  let after: Id<'product'> | undefined;
  for (;;) {
    const ids = await listProductIds(db, { after, limit: PAGE });
    if (ids.length > 0) yield ids;
    if (ids.length < PAGE) return;
    after = ids.at(-1);
  }
}

async function* pagesOf(ids: readonly Id<'product'>[]): AsyncIterable<readonly Id<'product'>[]> {
  for (let from = 0; from < ids.length; from += PAGE) yield ids.slice(from, from + PAGE);
}
