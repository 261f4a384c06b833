import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openWarehouse, type Warehouse } from '../../../platform/warehouse/index.ts';
import type { FactSources } from '../facts/sources.ts';
import { feedEvents, hasLostEvents } from '../feed/feed-events.ts';
import { feedGoods } from '../feed/feed-goods.ts';
import { feedHistory } from '../feed/feed-history.ts';
import { feedMarkets } from '../feed/feed-markets.ts';
import { feedPastPayments } from '../feed/feed-past-payments.ts';
import { feedPostings } from '../feed/feed-postings.ts';
import { feedSales, refreshOrders } from '../feed/feed-sales.ts';
import { feedSpend } from '../feed/feed-spend.ts';
import { feedStock } from '../feed/feed-stock.ts';
import { feedReturns, feedTries } from '../feed/feed-tries.ts';
import { checkZone } from '../feed/local-time.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

export type AnalyticsOptions = {
  /** `INSTITOR_DATA/warehouse`. */
  readonly folder: string;
  readonly sources: FactSources;
  /** The shop's: days and hours of reports are its. */
  readonly zone: string;
  readonly memoryMb: number;
  readonly threads?: number;
  /** Rows of a source that are fed in one transaction. */
  readonly pageSize?: number;
};

/** The warehouse of this shop, and what feeds it. */
export type Analytics = {
  readonly zone: string;
  readonly rows: Warehouse['rows'];
  /** Copies what is new in every source until there is no more. One at a time. */
  readonly feed: (now: Temporal.Instant) => Promise<void>;
  /** Reads again what orders are by now. */
  readonly refresh: () => Promise<void>;
  /** Takes a customer out of events and visits, which stay as those of a visitor who is nobody's any more. */
  readonly forget: (customerId: string) => Promise<void>;
  /** Makes the warehouse from nothing beside the old one, which answers until the new one takes its place. */
  readonly rebuild: (now: Temporal.Instant) => Promise<void>;
  /** When everything of then was in it; never fed: `undefined`. */
  readonly asOf: () => Promise<Temporal.Instant | undefined>;
  /** Gives memory back that is not needed between feedings. */
  readonly letGo: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * Opens the warehouse of this version, made new where there is none or where days are another zone's.
 *
 * @throws Error when it is another process's at the moment
 */
export async function openAnalytics(options: AnalyticsOptions): Promise<Analytics> {
  const { folder, zone } = options;
  checkZone(zone);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${SCHEMA_VERSION}.duckdb`);
  let warehouse = await openOrMake(path, options);
  let working: Promise<unknown> = Promise.resolve();
  const oneByOne = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = working.then(work, work);
    working = done;
    return done;
  };
  const remake = async (now: Temporal.Instant): Promise<void> => {
    const beside = `${path}.new`;
    await remove(beside);
    const made = await openOrMake(beside, { ...options, memoryMb: Math.ceil(options.memoryMb / 2) });
    await feedAll(made, options, now);
    await made.close();
    const old = warehouse;
    const swapped = swap(old, beside, path, options);
    warehouse = waitingFor(swapped);
    warehouse = await swapped;
  };
  return {
    zone,
    rows: (statement, given) => warehouse.rows(statement, given),
    feed: (now) =>
      oneByOne(async () => {
        if (await hasLostEvents(warehouse, options.sources)) await remake(now);
        else await feedAll(warehouse, options, now);
      }),
    refresh: () => oneByOne(() => refreshOrders(warehouse, options.sources, pageOf(options))),
    forget: (customerId) =>
      oneByOne(() =>
        warehouse.change(async (session) => {
          for (const table of ['event', 'session']) {
            await session.run(`update ${table} set customer_id = null where customer_id = $1`, [customerId]);
          }
        }),
      ),
    rebuild: (now) => oneByOne(() => remake(now)),
    letGo: () => oneByOne(() => warehouse.letGo()),
    asOf: async () => {
      const [meta] = await warehouse.rows<{ at: Temporal.Instant | null }>('select fed_at as at from meta');
      return meta?.at ?? undefined;
    },
    close: async () => {
      await working.catch(() => undefined);
      await warehouse.close();
    },
  };
}

async function swap(old: Warehouse, beside: string, path: string, options: AnalyticsOptions) {
  await old.close();
  await remove(path);
  await rename(beside, path);
  return open(path, options);
}

/** Answers when the other one is there. */
function waitingFor(coming: Promise<Warehouse>): Warehouse {
  return {
    rows: async (statement, given) => (await coming).rows(statement, given),
    change: async (work) => (await coming).change(work),
    letGo: async () => (await coming).letGo(),
    close: async () => (await coming).close(),
  };
}

async function openOrMake(path: string, options: AnalyticsOptions): Promise<Warehouse> {
  const warehouse = await open(path, options);
  const [there] = await warehouse.rows<{ is: boolean }>(
    `select count(*) = 1 as "is" from duckdb_tables() where table_name = 'meta'`,
  );
  if (there?.is !== true) return make(warehouse, options);
  const [meta] = await warehouse.rows<{ zone: string }>('select zone from meta');
  if (meta?.zone === options.zone) return warehouse;
  await warehouse.close();
  await remove(path);
  return make(await open(path, options), options);
}

async function make(warehouse: Warehouse, { zone }: AnalyticsOptions): Promise<Warehouse> {
  await warehouse.change(async (session) => {
    await session.run(SCHEMA);
    await session.run('insert into meta values ($1, $2, null)', [SCHEMA_VERSION, zone]);
  });
  return warehouse;
}

function open(path: string, { memoryMb, threads = 2 }: AnalyticsOptions): Promise<Warehouse> {
  return openWarehouse({ path, memoryMb, threads });
}

async function remove(path: string): Promise<void> {
  for (const file of [path, `${path}.wal`]) await rm(file, { force: true });
}

function pageOf({ zone, pageSize = 10_000 }: AnalyticsOptions) {
  return { zone, limit: pageSize };
}

async function feedAll(
  warehouse: Warehouse,
  options: AnalyticsOptions,
  now: Temporal.Instant,
): Promise<void> {
  const { sources } = options;
  const page = pageOf(options);
  await untilNothing(() => feedPostings(warehouse, sources, page));
  await untilNothing(() => feedSales(warehouse, sources, page));
  await untilNothing(() => feedTries(warehouse, sources, page));
  await untilNothing(() => feedReturns(warehouse, sources, page));
  await feedGoods(warehouse, sources);
  await feedMarkets(warehouse, sources);
  await feedHistory(warehouse, sources, page.zone);
  await untilNothing(() => feedPastPayments(warehouse, sources, page));
  await feedSpend(warehouse, sources);
  await feedEvents(warehouse, sources, page);
  await feedStock(warehouse, sources, { zone: options.zone, now });
  await warehouse.change((session) => session.run('update meta set fed_at = $1', [now]));
}

async function untilNothing(feedPage: () => Promise<number>): Promise<void> {
  let count: number;
  do count = await feedPage();
  while (count > 0);
}
