import { join } from 'node:path';
import { sql } from 'kysely';
import { Pool } from 'undici';
import { collectorJobs } from '../../src/modules/collector/index.ts';
import type { Connection } from '../../src/platform/database/index.ts';
import { folderStore } from '../../src/platform/files/index.ts';
import { newId } from '../../src/platform/id.ts';
import { enqueue, runDueJobs } from '../../src/platform/jobs/index.ts';
import { loadWith } from './harness/load.ts';
import { backendsOf, processorMs } from './harness/processor-time.ts';
import { withProductionDatabase } from './harness/production-database.ts';
import type { Figures, Scenario } from './harness/scenario.ts';
import { type ShopProcess, startShop } from './pages/shop-process.ts';

const SECONDS = 5;
/** What a page sends when it is left: the view, what was seen and clicked, time on it, three web vitals. */
const EVENTS_A_BATCH = 10;
const VISITORS = 5_000;

/**
 * Events over HTTP as the shop's pages send them, in batches and one by one, until they are committed; then the event log of
 * all of them. Shop, PostgreSQL (with fsync) and load are processes of their own on the same machine. Every event that was
 * acknowledged has to be there afterwards.
 */
export const scenario: Scenario = {
  name: 'collect',
  run: ({ connections = 64 }) =>
    withProductionDatabase(async (connection, folder) => {
      // The limit is counted and never reached; a proxy speaks for as many visitors as there are.
      process.env['API_READS_PER_MINUTE'] = '10000000';
      process.env['TRUST_PROXY'] = 'true';
      const shop = await startShop(folder, { pageCacheMb: 64, profileTo: process.env['BENCH_PROFILE'] });
      try {
        const batch = await measure(connection, shop, { eventsEach: EVENTS_A_BATCH, connections });
        const single = await measure(connection, shop, { eventsEach: 1, connections });
        const loggedPerSecond = await log(connection, join(folder, 'events-of-bench'));
        return { ...named('batch', batch), ...named('single', single), loggedPerSecond };
      } finally {
        await shop.stop();
      }
    }),
};

type Load = { readonly eventsEach: number; readonly connections: number };

async function measure(
  connection: Connection,
  { url, pid }: ShopProcess,
  { eventsEach, connections }: Load,
): Promise<Figures> {
  const pool = new Pool(url, { connections });
  let events = 0;
  const ask = async (number: number) => {
    const { statusCode, body } = await pool.request({
      ...{ method: 'POST', path: '/collect', headers: headersOf(number) },
      body: batchOf(eventsEach),
    });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`events were not taken: ${statusCode} ${text}`);
    events += eventsEach;
  };
  // A process that has just begun compiles more than it does.
  await loadWith(ask, { connections, seconds: SECONDS / 2 });
  events = 0;
  const backends = await backendsOf(connection.db);
  const before = { shop: await processorMs([pid]), database: await processorMs(backends) };
  const waited = await countWaiting(connection);
  const { perSecond, p50Ms, p99Ms } = await loadWith(ask, { connections, seconds: SECONDS });
  await pool.close();
  const kept = (await countWaiting(connection)) - waited;
  if (kept !== events) throw new Error(`${events} events were acknowledged, and ${kept} are there`);
  const each = (after = 0, since = 0) => Math.round(((after - since) / events) * 10_000) / 10_000;
  return {
    eventsPerSecond: perSecond * eventsEach,
    ...{ p50Ms, p99Ms },
    cpuMs: each(await processorMs([pid]), before.shop),
    databaseCpuMs: each(await processorMs(await backendsOf(connection.db)), before.database),
  };
}

function headersOf(number: number): Record<string, string> {
  const visitor = number % VISITORS;
  return {
    'content-type': 'text/plain;charset=UTF-8',
    'user-agent': `Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/${100 + (visitor % 50)}.0`,
    'accept-language': 'de',
    'sec-fetch-site': 'same-origin',
    'x-forwarded-for': `10.${visitor >> 8}.${visitor & 255}.1`,
  };
}

const PAGE = JSON.stringify({
  page_location:
    'https://shop.example/products/cup-of-clay?utm_source=news&utm_medium=email&utm_campaign=may',
  page_title: 'Cup of clay, hand-made',
  ...{ language: 'de', market: 'eu' },
});
const ITEMS = JSON.stringify({
  ...{ currency: 'EUR', value: 19.5 },
  items: [{ item_id: 'CUP-1', item_name: 'Cup of clay', price: 19.5, quantity: 1, item_brand: 'Kiln' }],
});

/** Written as text: the load's own share of the processor is the figure's loss. */
function batchOf(size: number): string {
  const events = Array.from({ length: size }, (_, at) => {
    const params = at % 2 === 0 ? ITEMS : '{"engagement_time_msec":1200}';
    return `{"id":"${newId()}","name":"${at % 2 === 0 ? 'view_item' : 'user_engagement'}","ago":${at * 900},"params":${params}}`;
  });
  return `{"page":${PAGE},"events":[${events.join(',')}]}`;
}

async function countWaiting({ db }: Connection): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`select count(*) as count from collector.inbox`.execute(db);
  return Number(rows[0]?.count);
}

/** @returns events a second from the inbox into Parquet, by one worker */
async function log(connection: Connection, folder: string): Promise<number> {
  const waiting = await countWaiting(connection);
  await connection.db.transaction().execute((tx) => enqueue(tx, 'collector.log_events', {}));
  const began = performance.now();
  await runDueJobs({ connection, files: folderStore(folder), jobs: collectorJobs });
  const seconds = (performance.now() - began) / 1_000;
  if ((await countWaiting(connection)) > 0) throw new Error('the log has left events in the inbox');
  return Math.round(waiting / seconds);
}

function named(name: string, figures: Figures): Figures {
  const entries = Object.entries(figures).map(([key, value]) => {
    return [`${name}${key.charAt(0).toUpperCase()}${key.slice(1)}`, value] as const;
  });
  return Object.fromEntries(entries);
}
