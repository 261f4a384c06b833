import autocannon from 'autocannon';
import type { Db } from '../../src/platform/database/index.ts';
import { backendsOf, processorMs } from './harness/processor-time.ts';
import { withProductionDatabase } from './harness/production-database.ts';
import type { Figures } from './harness/scenario.ts';
import { seedShop } from './pages/seed-shop.ts';
import { type ShopProcess, startShop } from './pages/shop-process.ts';

type Options = {
  readonly products?: number;
  readonly connections?: number;
  readonly seconds?: number;
  readonly seed?: number;
};

/**
 * The store API over HTTP of the shop as `npm start` opens it: products and lists as often as the others, from what is
 * kept; then searches with facets and products, each made anew. Shop, PostgreSQL (with fsync) and load are processes
 * of their own on the same machine.
 */
export const scenario = {
  name: 'api',
  run: ({ products = 1_000, seed = 1, ...options }: Options = {}): Promise<Figures> =>
    withProductionDatabase(async (connection, folder) => {
      const handles = await seedShop(connection, folder, { count: products, seed });
      // So many that the limit is counted and never reached: it is part of what a request costs.
      process.env['API_READS_PER_MINUTE'] = '10000000';
      const measured = async (pageCacheMb: number, asked: Readonly<Record<string, readonly string[]>>) => {
        const shop = await startShop(folder, { pageCacheMb, profileTo: process.env['BENCH_PROFILE'] });
        try {
          const figures: Figures[] = [];
          for (const [name, paths] of Object.entries(asked)) {
            figures.push(named(name, await measure(connection.db, shop, { ...options, paths })));
          }
          return Object.assign({}, ...figures);
        } finally {
          await shop.stop();
        }
      };
      const productPaths = handles.map((handle) => `/products/${handle}`);
      return {
        products,
        ...(await measured(64, { product: productPaths, list: listsOf() })),
        ...(await measured(0, { search: searchesOf(handles), productAnew: productPaths })),
      };
    }),
};

type Asked = Options & { readonly paths: readonly string[] };
type Measured = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuMs: number | undefined;
  readonly databaseCpuMs: number | undefined;
};

async function measure(
  db: Db,
  { url, pid }: ShopProcess,
  { paths, connections = 8, seconds = 5 }: Asked,
): Promise<Measured> {
  const addresses = paths.map((path) => `/api/store/v1${path}`);
  for (const address of addresses) await visit(url + address);
  const load = (duration: number) =>
    autocannon({ url, connections, duration, requests: addresses.map((path) => ({ path })) });
  await load(2);
  const backends = await backendsOf(db);
  const before = { shop: await processorMs([pid]), database: await processorMs(backends) };
  const { requests, latency, non2xx, errors } = await load(seconds);
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} answers were refusals, ${errors} requests failed`);
  const each = (after: number | undefined, since: number | undefined) =>
    after === undefined || since === undefined
      ? undefined
      : Math.round(((after - since) / requests.total) * 1_000) / 1_000;
  return {
    perSecond: Math.round(requests.average),
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    cpuMs: each(await processorMs([pid]), before.shop),
    databaseCpuMs: each(await processorMs(backends), before.database),
  };
}

/** Fills what is kept, and proves that every address answers. */
async function visit(address: string): Promise<void> {
  const answer = await fetch(address);
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}

/** The first pages of a few dozen lists. */
function listsOf(): string[] {
  const sorts = ['best_selling', 'newest', 'title', 'price_ascending', 'price_descending'];
  const prices = Array.from({ length: 10 }, (_, index) => index * 5);
  return sorts.flatMap((sort) => prices.map((price) => `/products?limit=24&sort=${sort}&priceMin=${price}`));
}

/** Words of the products' handles, each with a price of its own. */
function searchesOf(handles: readonly string[]): string[] {
  return handles.slice(0, 500).map((handle, index) => {
    const words = handle.split('-').filter((word) => /^[a-z]{4,}$/.test(word));
    const word = words[index % Math.max(1, words.length)] ?? 'shirt';
    return `/search?limit=24&q=${word}&priceMax=${1_000 + index}`;
  });
}

function named(name: string, measured: Measured): Figures {
  const { perSecond, p50Ms, p99Ms, cpuMs, databaseCpuMs } = measured;
  return {
    [`${name}PerSecond`]: perSecond,
    [`${name}P50Ms`]: p50Ms,
    [`${name}P99Ms`]: p99Ms,
    ...(cpuMs === undefined ? {} : { [`${name}CpuMs`]: cpuMs }),
    ...(databaseCpuMs === undefined ? {} : { [`${name}DatabaseCpuMs`]: databaseCpuMs }),
  };
}
