import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import sharp from 'sharp';
import { registerStorefront, viewRenderer } from '../../src/apps/storefront/index.ts';
import { noSearch } from '../../src/apps/storefront/testing/a-search.ts';
import { currencyOf, expectOk, localeOf } from '../../src/kernel/index.ts';
import {
  type ProductDraft,
  type ProductId,
  saveAttributeDefinition,
  saveProducts,
  setRelations,
  type VariantId,
} from '../../src/modules/catalog/index.ts';
import { defaultLocation, setOnHand } from '../../src/modules/inventory/index.ts';
import { saveMarket, saveShop, saveStorefront } from '../../src/modules/markets/index.ts';
import { type AssetId, storeAsset } from '../../src/modules/media/index.ts';
import { setPrices } from '../../src/modules/pricing/index.ts';
import { listen } from '../../src/platform/broadcast/index.ts';
import { type Connection, connect, type Db, prepareDatabase } from '../../src/platform/database/index.ts';
import { folderStore } from '../../src/platform/files/index.ts';
import { makeMetrics, makeServer } from '../../src/platform/http/index.ts';
import { type GeneratedProduct, generateProducts } from '../../src/simulator/index.ts';
import { startScratchServer } from '../scratch-database.ts';

type Options = {
  readonly products?: number;
  readonly connections?: number;
  readonly seconds?: number;
  readonly seed?: number;
};

/**
 * Product pages over HTTP, from the page cache and rendered anew for each request, every page as often as the others.
 * The load comes from a thread of the same machine. Latencies are milliseconds as the client sees them.
 */
export const scenario = {
  name: 'pages',
  run: async (options: Options = {}): Promise<Record<string, number>> => {
    const { products = 1_000, seed = 1 } = options;
    const database = await startScratchServer();
    const connection = connect(database.address, 10);
    try {
      await prepareDatabase(connection);
      const handles = await seedShop(connection.db, products, seed);
      const cached = await measure(connection, handles, options, true);
      const rendered = await measure(connection, handles, options, false);
      return { products, ...named('cached', cached), ...named('rendered', rendered) };
    } finally {
      await connection.close();
      await database.stop();
    }
  },
};

async function measure(
  connection: Connection,
  handles: readonly string[],
  { connections = 32, seconds = 5 }: Options,
  isOn: boolean,
): Promise<Figures> {
  // Logging as in production, written nowhere: the disk is not what is measured.
  const log = pino({ level: 'info' }, { write: () => undefined });
  const server = await makeServer({ log, checks: {}, metrics: makeMetrics() });
  await registerStorefront(server, {
    db: connection.db,
    // A product page needs no search, which this proves at each run.
    search: noSearch(),
    listen: (listener) => listen(connection, listener),
    renderer: viewRenderer(),
    log: server.log,
    now: () => Temporal.Now.instant(),
    cache: { isOn },
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  try {
    await visitOnce(server, handles);
    return await load(url, handles, connections, seconds);
  } finally {
    await server.close();
  }
}

/** Fills the caches, and proves that every page is one. */
async function visitOnce(server: FastifyInstance, handles: readonly string[]): Promise<void> {
  for (const handle of handles) {
    const { statusCode } = await server.inject(`/products/${handle}`);
    if (statusCode !== 200) throw new Error(`/products/${handle} answered ${statusCode}`);
  }
}

async function load(
  url: string,
  handles: readonly string[],
  connections: number,
  seconds: number,
): Promise<Figures> {
  const before = process.threadCpuUsage();
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    workers: 1,
    requests: handles.map((handle) => ({ path: `/products/${handle}` })),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} answers were no page, ${result.errors} requests failed`);
  }
  const { user, system } = process.threadCpuUsage(before);
  const { requests, latency } = result;
  const cpuMs = Math.round((user + system) / requests.total) / 1_000;
  return { perSecond: Math.round(requests.average), p50Ms: latency.p50, p99Ms: latency.p99, cpuMs };
}

/** `cpuMs` is what one request costs the server's thread: comparable also on a machine that is busy. */
type Figures = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuMs: number;
};

function named(name: string, { perSecond, p50Ms, p99Ms, cpuMs }: Figures): Record<string, number> {
  return {
    [`${name}PerSecond`]: perSecond,
    [`${name}P50Ms`]: p50Ms,
    [`${name}P99Ms`]: p99Ms,
    [`${name}CpuMs`]: cpuMs,
  };
}

const EUR = currencyOf('EUR');
const BATCH = 250;
const PICTURES = 20;

async function seedShop(db: Db, count: number, seed: number): Promise<string[]> {
  const now = Temporal.Now.instant();
  await db.transaction().execute(async (tx) => {
    expectOk(await saveShop(tx, SHOP));
    expectOk(await saveMarket(tx, MARKET));
    expectOk(await saveStorefront(tx, { prefix: '', market: 'eu', locale: 'en' }));
    expectOk(await saveStorefront(tx, { prefix: 'de', market: 'eu', locale: 'de' }));
    for (const definition of DEFINITIONS) expectOk(await saveAttributeDefinition(tx, definition));
  });
  const handles: string[] = [];
  const generated = [...generateProducts({ seed, count })];
  const pictures = await seedPictures(db);
  for (let start = 0; start < count; start += BATCH) {
    handles.push(...(await seedBatch(db, generated.slice(start, start + BATCH), pictures, now)));
  }
  return handles;
}

/** A pool of plain pictures: pages name them, nobody downloads them. */
async function seedPictures(db: Db): Promise<AssetId[]> {
  const folder = await mkdtemp(join(tmpdir(), 'institor-bench-'));
  try {
    const files = folderStore(folder);
    const assetIds: AssetId[] = [];
    for (let shade = 0; shade < PICTURES; shade += 1) {
      const background = { r: shade * 10, g: 120, b: 90 };
      const image = sharp({ create: { width: 1_200, height: 1_500, channels: 3, background } });
      const data = await image.png().toBuffer();
      assetIds.push(expectOk(await storeAsset({ db, files }, { data, fileName: `${shade}.png` })).assetId);
    }
    return assetIds;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
