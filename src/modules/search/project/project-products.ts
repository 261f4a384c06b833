import { type Locale, parseId } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { type Product, readProducts, readTranslations } from '../../catalog/index.ts';
import { readAvailability } from '../../inventory/index.ts';
import { readPictures } from '../../media/index.ts';
import { collectionsOf, readSales } from '../../merchandising/index.ts';
import { readPrices } from '../../pricing/index.ts';
import { lockDocuments, writeDocuments } from '../store/documents.ts';
import { CARD_PICTURES, composeDocument, type Facts } from './compose-document.ts';
import { type References, readReferences } from './references.ts';

/** The most products that are read and written at once. */
export const PROJECT_LIMIT = 500;

/**
 * Makes the documents of these products what the catalogue, prices, stock, collections and pictures say now, and tells
 * of those that changed. A product that is not active, or is gone, loses its document. Any number of products; read in
 * batches, each in the same number of queries.
 */
export async function projectProducts(
  tx: Tx,
  { productIds, references }: { readonly productIds: readonly string[]; readonly references?: References },
): Promise<void> {
  if (productIds.length === 0) return;
  await lockDocuments(tx);
  const shared = references ?? (await readReferences(tx));
  const changed: string[] = [];
  for (let start = 0; start < productIds.length; start += PROJECT_LIMIT)
    changed.push(...(await projectBatch(tx, productIds.slice(start, start + PROJECT_LIMIT), shared)));
  for (let start = 0; start < changed.length; start += 1_000)
    await tell(tx, 'search.documents_changed', { productIds: changed.slice(start, start + 1_000) });
}

async function projectBatch(
  tx: Tx,
  productIds: readonly string[],
  references: References,
): Promise<string[]> {
  const ids = productIds.flatMap((id) => parseId<'product'>(id) ?? []);
  const products = (await readProducts(tx, ids)).filter(({ status }) => status === 'active');
  const facts = await readFacts(tx, products, references);
  const there = new Set<string>(products.map(({ id }) => id));
  return writeDocuments(tx, {
    drafted: products.map((product) => ({
      document: composeDocument(product, facts),
      assetIds: product.media.slice(0, CARD_PICTURES).map(({ assetId }) => assetId),
    })),
    gone: productIds.filter((id) => !there.has(id)),
  });
}

/** One query for each kind of fact, in turn: a transaction has one connection. */
async function readFacts(db: Db, products: readonly Product[], references: References): Promise<Facts> {
  const ids = products.map(({ id }) => id);
  const variantIds = products.flatMap(({ variants }) => variants.map(({ id }) => id));
  const assetIds = products.flatMap(({ media }) =>
    media.slice(0, CARD_PICTURES).map(({ assetId }) => assetId),
  );
  const translations: [Locale, ReadonlyMap<string, Record<string, string>>][] = [];
  for (const locale of references.locales.slice(1))
    translations.push([locale, await readTranslations(db, { entity: 'product', entityIds: ids, locale })]);
  return {
    references,
    translations: new Map(translations),
    prices: await readPrices(db, variantIds),
    availability: await readAvailability(db, variantIds),
    collections: await collectionsOf(db, ids),
    sales: await readSales(db, ids),
    pictures: await readPictures(db, assetIds),
  };
}
