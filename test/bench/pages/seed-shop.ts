import { join } from 'node:path';
import sharp from 'sharp';
import { currencyOf, expectOk, localeOf } from '../../../src/kernel/index.ts';
import {
  type ProductDraft,
  type ProductId,
  saveAttributeDefinition,
  saveProducts,
  setRelations,
  type VariantId,
} from '../../../src/modules/catalog/index.ts';
import { saveMenu } from '../../../src/modules/content/index.ts';
import { defaultLocation, setOnHand } from '../../../src/modules/inventory/index.ts';
import { saveMarket, saveShop, saveStorefront } from '../../../src/modules/markets/index.ts';
import { type AssetId, storeAsset } from '../../../src/modules/media/index.ts';
import { setPrices } from '../../../src/modules/pricing/index.ts';
import type { Connection, Db } from '../../../src/platform/database/index.ts';
import { type FileStore, folderStore } from '../../../src/platform/files/index.ts';
import { runDueJobs } from '../../../src/platform/jobs/index.ts';
import { type GeneratedProduct, generateProducts } from '../../../src/simulator/index.ts';
import { WORKLOAD } from '../../../src/workload.ts';

const EUR = currencyOf('EUR');
const BATCH = 250;
const PICTURES = 20;

/**
 * A shop of `count` generated products with prices, stock, pictures and related products, in collections and search as
 * a worker would have put them there. Returns the handles.
 *
 * @param folder where the server that is measured keeps its files
 */
export async function seedShop(
  connection: Connection,
  folder: string,
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<string[]> {
  const { db } = connection;
  const now = Temporal.Now.instant();
  await db.transaction().execute(async (tx) => {
    expectOk(await saveShop(tx, SHOP));
    expectOk(await saveMarket(tx, MARKET));
    expectOk(await saveStorefront(tx, { prefix: '', market: 'eu', locale: 'en' }));
    expectOk(await saveStorefront(tx, { prefix: 'de', market: 'eu', locale: 'de' }));
    for (const definition of DEFINITIONS) expectOk(await saveAttributeDefinition(tx, definition));
  });
  const files = folderStore(join(folder, 'files'));
  const handles: string[] = [];
  const generated = [...generateProducts({ seed, count })];
  const pictures = await seedPictures(db, files);
  await db.transaction().execute(async (tx) => {
    expectOk(await saveMenu(tx, { handle: 'main', items: menuOf(pictures), now }));
    expectOk(await saveMenu(tx, { handle: 'footer', items: MENU.slice(0, 3).map(column), now }));
  });
  for (let start = 0; start < count; start += BATCH) {
    handles.push(...(await seedBatch(db, generated.slice(start, start + BATCH), pictures, now)));
  }
  // Renditions of pictures are left out: pages name them, nobody downloads them.
  await runDueJobs({ connection, files, reactions: WORKLOAD.reactions });
  return handles;
}

/** A pool of plain pictures. */
async function seedPictures(db: Db, files: FileStore): Promise<AssetId[]> {
  const assetIds: AssetId[] = [];
  for (let shade = 0; shade < PICTURES; shade += 1) {
    const background = { r: shade * 10, g: 120, b: 90 };
    const image = sharp({ create: { width: 1_200, height: 1_500, channels: 3, background } });
    const data = await image.png().toBuffer();
    assetIds.push(expectOk(await storeAsset({ db, files }, { data, fileName: `${shade}.png` })).assetId);
  }
  return assetIds;
}

// As large as a shop's with four departments: every page carries it.
const MENU = ['Women', 'Men', 'Living', 'Kitchen'] as const;

function menuOf(pictures: readonly AssetId[]) {
  return MENU.map((name, index) => ({
    title: name,
    path: `/collections/${name.toLowerCase()}`,
    ...(pictures[index] === undefined ? {} : { assetId: pictures[index] }),
    children: ['New', 'Classics', 'Sale'].map(column),
  }));
}

function column(name: string) {
  const path = `/collections/${name.toLowerCase()}`;
  const children = [1, 2, 3, 4, 5].map((leaf) => ({
    title: `${name} ${leaf}`,
    path: `${path}-${leaf}`,
  }));
  return { title: name, path, children };
}

async function seedBatch(
  db: Db,
  batch: readonly GeneratedProduct[],
  pictures: readonly AssetId[],
  now: Temporal.Instant,
): Promise<string[]> {
  const location = await defaultLocation(db);
  const bySku = new Map(batch.flatMap(({ variants }) => variants.map((variant) => [variant.sku, variant])));
  return db.transaction().execute(async (tx) => {
    const ids = new Map<string, VariantId>();
    const productIds: ProductId[] = [];
    const drafts = batch.map((product) => draftOf(product, pictures));
    for (const saved of await saveProducts(tx, { drafts, now, cause: 'bench' })) {
      if ('refusal' in saved) throw new Error(`${saved.handle}: ${saved.refusal.message}`);
      productIds.push(saved.id);
      for (const { id, sku } of saved.variants) if (sku) ids.set(sku, id);
    }
    const variants = [...ids].flatMap(([sku, variantId]) => {
      const made = bySku.get(sku);
      return made ? [{ ...made, variantId }] : [];
    });
    const prices = variants.map(({ variantId, amountMinor, compareAtMinor }) => {
      return { variantId, currency: EUR, amountMinor, compareAtMinor };
    });
    await setPrices(tx, { prices, now, reason: 'bench' });
    const counts = variants.map(({ variantId, onHand }) => ({ variantId, locationId: location.id, onHand }));
    await setOnHand(tx, { counts, now, reason: 'import', reference: 'bench' });
    for (const [index, id] of productIds.entries()) {
      const related = [1, 2, 3, 4].flatMap((step) => productIds[(index + step) % productIds.length] ?? []);
      expectOk(
        await setRelations(
          tx,
          id,
          'related',
          related.filter((other) => other !== id),
        ),
      );
    }
    return batch.map(({ handle }) => handle);
  });
}

function draftOf(product: GeneratedProduct, pictures: readonly AssetId[]): ProductDraft {
  const [first = 0] = product.pictures;
  const media = [0, 1, 2].flatMap((step) => {
    const assetId = pictures[(first + step) % pictures.length];
    return assetId ? [{ assetId, alt: product.title }] : [];
  });
  return {
    media,
    handle: product.handle,
    title: product.title,
    descriptionHtml: product.descriptionHtml,
    brand: product.brand,
    productType: product.productType,
    categories: [product.category],
    tags: product.tags,
    status: 'active',
    attributes: { material: product.attributes.material },
    options: product.options,
    variants: product.variants.map(({ sku, barcode, optionValues, weightGrams, swatch }) => {
      return { sku, barcode, optionValues, weightGrams, attributes: { swatch } };
    }),
  };
}

const SHOP = {
  name: 'Bench',
  tagline: 'A shop to be measured',
  legalName: 'Bench GmbH',
  email: 'hello@bench.example',
  phone: '',
  postalAddress: 'Hafenstraße 1, 20457 Hamburg',
  country: '',
  vatId: '',
  baseUrl: '',
  timeZone: 'Europe/Berlin',
  defaultCurrency: EUR,
  defaultLocale: localeOf('en'),
  template: 'atelier',
} as const;

const MARKET = {
  code: 'eu',
  name: 'Europe',
  countries: ['DE'],
  currency: EUR,
  pricesIncludeTax: true,
  position: 0,
};

const DEFINITION = { unit: undefined, choices: [], isFacet: false, position: 0 } as const;
const DEFINITIONS = [
  { ...DEFINITION, key: 'swatch', name: 'Swatch', type: 'color' },
  { ...DEFINITION, key: 'material', name: 'Material', type: 'text' },
] as const;
