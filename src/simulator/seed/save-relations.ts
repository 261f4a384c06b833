import { expectOk } from '../../kernel/index.ts';
import {
  type Product,
  type ProductId,
  type RelationList,
  readBundleComponents,
  readProductsByHandle,
  setBundleComponents,
  setManyRelations,
} from '../../modules/catalog/index.ts';
import type { Connection, Tx } from '../../platform/database/index.ts';
import type { WorldProduct } from '../world/world.ts';
import { transact } from './transact.ts';

/** What stands beside a product, and what a set consists of: once all products are there. */
export async function saveRelations(
  connection: Connection,
  products: readonly WorldProduct[],
): Promise<Map<string, ProductId>> {
  const handles = products.map((product) => product.handle);
  const saved = await readProductsByHandle(connection.db, handles);
  const ids = new Map([...saved.values()].map((product) => [product.handle, product.id]));
  await transact(connection, async (tx) => {
    const done = await setManyRelations(
      tx,
      products.flatMap((product) => listsOf(product, ids)),
    );
    for (const one of done) expectOk(one);
    await saveBundles(tx, products, [...saved.values()]);
  });
  return ids;
}

function listsOf(product: WorldProduct, ids: ReadonlyMap<string, ProductId>): RelationList[] {
  const productId = ids.get(product.handle);
  if (productId === undefined) return [];
  return [
    { productId, kind: 'related', relatedIds: idsOf(product.related, ids) },
    { productId, kind: 'cross_sell', relatedIds: idsOf(product.crossSold, ids) },
  ];
}

export function idsOf(handles: readonly string[], ids: ReadonlyMap<string, ProductId>): ProductId[] {
  return handles.flatMap((handle) => ids.get(handle) ?? []);
}

async function saveBundles(
  tx: Tx,
  products: readonly WorldProduct[],
  saved: readonly Product[],
): Promise<void> {
  const variants = new Map(
    saved.flatMap((product) => product.variants.map((variant) => [variant.sku, variant.id] as const)),
  );
  for (const product of products) {
    const bundle = variants.get(product.variants[0]?.sku);
    if (product.components.length === 0 || bundle === undefined) continue;
    if ((await readBundleComponents(tx, [bundle])).has(bundle)) continue;
    const components = product.components.flatMap(({ sku, quantity }) => {
      const variantId = variants.get(sku);
      return variantId === undefined ? [] : [{ variantId, quantity }];
    });
    expectOk(await setBundleComponents(tx, bundle, components));
  }
}
