import { earliest } from '../../../kernel/index.ts';
import {
  isPublished,
  type Product,
  readBundleComponents,
  readProductByHandle,
  readProductIdsOfVariants,
  readProducts,
  readRelations,
} from '../../../modules/catalog/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { type Answer, type AskedFor, assetTag, productTag } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { frameOf } from '../pages/frame.ts';
import { productPage } from '../pages/product.ts';
import type { ProductFacts } from '../pages/product-facts.ts';
import { productHead } from '../pages/product-head.ts';
import { readFacts } from '../pages/read-facts.ts';
import { returnsUntil } from '../pages/stock.ts';

/** A row of cards is at most this long. */
const MAX_RELATED = 8;

/**
 * A product's page. Two waits on the database: the product, then everything about it side by side; the cards of other
 * products are on the shelf unless something about them has just changed.
 */
export async function answerProduct(desk: Desk, asked: AskedFor<'product'>): Promise<Answer> {
  const { site, now } = asked;
  const product = await readProductByHandle(desk.db, asked.route.handle);
  if (!product || !isPublished(product, now)) return { kind: 'missing' };
  const facts = await readProductFacts(desk, product, asked);
  const [related, crossSold] = await Promise.all([
    desk.shelf.cards(facts.relatedIds, site, now),
    desk.shelf.cards(facts.crossSoldIds, site, now),
  ]);
  const page = productPage({ facts, query: asked.query, site, related, crossSold });
  if (!page) return { kind: 'missing' };
  const frame = frameOf(site, desk.assets(site.template), { path: asked.path });
  const head = productHead({ page, facts, site, frame, origin: asked.origin });
  const isTold =
    [page.chosen, ...page.variants].some(({ stock }) => stock.expectedOn !== undefined) ||
    [...related, ...crossSold].some(({ backAbout }) => backAbout !== undefined);
  const until = earliest(product.unpublishAt, returnsUntil(isTold, site, now));
  return { kind: 'page', view: { frame, head, page }, tags: tagsOf(facts), until };
}

async function readProductFacts(
  desk: Desk,
  product: Product,
  { site, now }: AskedFor<'product'>,
): Promise<ProductFacts> {
  const categoryPaths = product.categoryIds.flatMap((id) => site.categories.get(id)?.path ?? []);
  const [facts, relations, sizeTable, bundle] = await Promise.all([
    readFacts(desk.db, [product], site, now),
    readRelations(desk.db, [product.id]),
    desk.sizeTables.for({ productType: product.productType, categoryPaths }, site),
    product.kind === 'bundle' ? readBundle(desk.db, product) : [],
  ]);
  return {
    ...facts,
    product: facts.products[0] ?? product,
    relatedIds: relations.get(product.id)?.related.slice(0, MAX_RELATED) ?? [],
    crossSoldIds: relations.get(product.id)?.crossSell.slice(0, MAX_RELATED) ?? [],
    sizeTable,
    bundle,
  };
}

async function readBundle(db: Db, bundle: Product): Promise<ProductFacts['bundle']> {
  const components = await readBundleComponents(
    db,
    bundle.variants.map(({ id }) => id),
  );
  const [parts = []] = components.values();
  const productIds = await readProductIdsOfVariants(
    db,
    parts.map(({ variantId }) => variantId),
  );
  const products = await readProducts(db, [...new Set(productIds.values())]);
  return parts.flatMap(({ variantId, quantity }) => {
    const product = products.find(({ variants }) => variants.some(({ id }) => id === variantId));
    const optionValues = product?.variants.find(({ id }) => id === variantId)?.optionValues ?? [];
    return product ? [{ product, optionValues, quantity }] : [];
  });
}

function tagsOf(facts: ProductFacts): readonly string[] {
  const { product, pictures, bundle } = facts;
  const shown = [
    product.id,
    ...facts.relatedIds,
    ...facts.crossSoldIds,
    ...bundle.map((part) => part.product.id),
  ];
  const awaited = product.media.filter(({ assetId }) => !pictures.has(assetId));
  return [...shown.map(productTag), ...awaited.map(({ assetId }) => assetTag(assetId))];
}
