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
 * Product pages over HTTP of the shop as `npm start` opens it, every page as often as the others: from the page cache,
 * and rendered anew for each request. Shop, PostgreSQL (with fsync) and load are processes of their own. Latencies are
 * milliseconds as the client sees them. `BENCH_PROFILE=folder` keeps a profile of the shop's processor time.
 */
export const scenario = {
  name: 'pages',
  run: ({ products = 1_000, seed = 1, ...options }: Options = {}): Promise<Figures> =>
    withProductionDatabase(async (connection, folder) => {
      const handles = await seedShop(connection, folder, { count: products, seed });
      const measured = async (pageCacheMb: number) => {
        const shop = await startShop(folder, { pageCacheMb, profileTo: process.env['BENCH_PROFILE'] });
        try {
          return await measure(connection.db, shop, handles, options);
        } finally {
          await shop.stop();
        }
      };
      const cached = named('cached', await measured(64));
      return { products, ...cached, ...named('rendered', await measured(0)) };
    }),
};

async function measure(
  db: Db,
  shop: ShopProcess,
  handles: readonly string[],
  { connections = 32, seconds = 5 }: Options,
): Promise<Measured> {
  const paths = handles.map((handle) => `/products/${handle}`);
  await visitAll(shop.url, paths);
  const load = (duration: number) => {
    const requests = paths.map((path) => ({ path, headers: { 'accept-encoding': 'gzip, deflate, br' } }));
    return autocannon({ url: shop.url, connections, duration, workers: 1, requests });
  };
  // Code that was never run is not yet compiled: a shop pays that once a day.
  await load(2);
  const backends = await backendsOf(db);
  const before = { shop: await processorMs([shop.pid]), database: await processorMs(backends) };
  const { requests, latency, non2xx, errors } = await load(seconds);
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} answers were no page, ${errors} requests failed`);
  const each = (after: number | undefined, since: number | undefined) => {
    if (after === undefined || since === undefined) return undefined;
    return Math.round(((after - since) / requests.total) * 1_000) / 1_000;
  };
  return {
    perSecond: Math.round(requests.average),
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    cpuMs: each(await processorMs([shop.pid]), before.shop),
    databaseCpuMs: each(await processorMs(backends), before.database),
  };
}

/** What one request costs the shop's process, and PostgreSQL: comparable also on a machine that is busy. */
type Measured = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuMs: number | undefined;
  readonly databaseCpuMs: number | undefined;
};

/** Fills the caches, and proves that every page is one. */
async function visitAll(url: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const answer = await fetch(url + path);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    await answer.arrayBuffer();
  }
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
