import { sql } from 'kysely';
import { z } from 'zod';
import { ADMIN_API } from '../../src/apps/api/index.ts';
import { expectOk } from '../../src/kernel/index.ts';
import { createKey, SCOPES } from '../../src/modules/access/index.ts';
import type { Endpoint } from '../../src/platform/api/index.ts';
import type { Connection, Db } from '../../src/platform/database/index.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import { seedMany } from '../../src/simulator/index.ts';
import { WORKLOAD } from '../../src/workload.ts';
import { insertOrders, ORDERS } from './harness/many-orders.ts';
import { AUDIT_ENTRIES, CUSTOMERS, insertAudit, insertCustomers } from './harness/many-records.ts';
import { withLargeShop } from './harness/production-database.ts';
import type { Figures, Scenario } from './harness/scenario.ts';
import { quantile } from './harness/summary.ts';
import { measureInBrowser } from './pages/cockpit-browser.ts';
import { startShop } from './pages/shop-process.ts';

const PRODUCTS = 100_000;
const ASKED_EACH = 20;

/**
 * What screens read, over HTTP, in a shop of 100,000 products and a million orders: every operation that lists or reads
 * without being told what, those of one product and customer, lists in each order and with something typed; and how
 * soon a browser shows them. Shown are the slowest; all of them with BENCH_ALL=1.
 */
export const scenario: Scenario = {
  name: 'cockpit',
  run: ({ products = PRODUCTS, seed = 1 }) => {
    const make = async (connection: Connection) => {
      const { db } = connection;
      await seedMany({ connection, now: Temporal.Now.instant(), seed, count: products });
      await insertOrders(db);
      await insertCustomers(db);
      await insertAudit(db);
      await runDueJobs({ connection, jobs: [], reactions: WORKLOAD.reactions });
      await connection.pool.query('vacuum analyze');
    };
    return withLargeShop(make, async ({ db }, folder) => {
      process.env['API_READS_PER_MINUTE'] = '10000000';
      const key = await keyOf(db);
      const shop = await startShop(folder, { pageCacheMb: 0 });
      try {
        const ask = reader(`${shop.url}${ADMIN_API.prefix}`, key);
        const measured = await measureAll(ask);
        // A kept shop has the owner of the run before.
        await sql`truncate staff.member cascade`.execute(db);
        const inBrowser = await measureInBrowser(db, shop.url);
        const sizes = { products, orders: ORDERS, customers: CUSTOMERS, auditEntries: AUDIT_ENTRIES };
        return { ...sizes, ...inBrowser, ...summaryOf(measured) };
      } finally {
        await shop.stop();
      }
    });
  },
};

type Ask = (path: string) => Promise<unknown>;
type Measured = { readonly name: string; readonly p50Ms: number; readonly p95Ms: number };

async function measureAll(ask: Ask): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const [name, endpoint] of Object.entries<Endpoint>(ADMIN_API.endpoints)) {
    const path = await pathOf(endpoint, ask);
    if (path === undefined) continue;
    // What the process of reports answers is measured by the scenario `analytics`.
    if (isAway(await ask(path))) continue;
    for (const [label, query] of variantsOf(endpoint)) {
      measured.push({ name: name + label, ...(await timed(() => ask(path + query))) });
    }
  }
  return measured;
}

// One letter, a common word, somebody: what is typed while one looks for something.
const TYPED = ['a', 'linen', 'name12'];

/** A list as it opens, in each of its orders, and with something typed into it. */
function variantsOf({ query }: Endpoint): readonly (readonly [label: string, query: string])[] {
  const variants: [string, string][] = [['', '']];
  if (!(query instanceof z.ZodObject)) return variants;
  const sort = unwrapped(query.shape['sort']);
  if (sort instanceof z.ZodEnum) {
    for (const order of sort.options) variants.push([`By${order}`, `?sort=${order}`]);
  }
  if ('q' in query.shape) for (const typed of TYPED) variants.push([`Of${typed}`, `?q=${typed}`]);
  return variants;
}

function unwrapped(type: unknown): unknown {
  return type instanceof z.ZodDefault || type instanceof z.ZodOptional ? unwrapped(type.unwrap()) : type;
}

/** Where a read is asked; `undefined` for what is no screen's data, or is about something that this shop has none of. */
async function pathOf({ method, path, file, audience }: Endpoint, ask: Ask): Promise<string | undefined> {
  if (method !== 'GET' || file !== undefined || audience === 'staff' || audience === 'public')
    return undefined;
  // The orders of this shop are heads and lines alone: an order's page is measured by the scenario `orders`.
  if (path.startsWith('/orders/{id}')) return undefined;
  if (!path.includes('{')) return path;
  const [list] = path.split('/{');
  if (path !== `${list}/{id}`) return undefined;
  if (path.replace('{id}', '').includes('{')) return undefined;
  const id = await firstOf(ask, list ?? '');
  return id === undefined ? undefined : path.replace('{id}', id);
}

async function firstOf(ask: Ask, list: string): Promise<string | undefined> {
  if (
    !Object.values<Endpoint>(ADMIN_API.endpoints).some((one) => one.method === 'GET' && one.path === list)
  ) {
    return undefined;
  }
  const answer = await ask(list);
  const items = typeof answer === 'object' && answer !== null && 'items' in answer ? answer.items : [];
  const first: unknown = Array.isArray(items) ? items[0] : undefined;
  const id = typeof first === 'object' && first !== null && 'id' in first ? first.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

async function timed(ask: () => Promise<unknown>): Promise<Omit<Measured, 'name'>> {
  const times: number[] = [];
  for (let count = 0; count < ASKED_EACH; count++) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { p50Ms: quantile(sorted, 0.5), p95Ms: quantile(sorted, 0.95) };
}

function summaryOf(measured: readonly Measured[]): Figures {
  const slowest = measured.toSorted((a, b) => b.p95Ms - a.p95Ms);
  const shown = process.env['BENCH_ALL'] === '1' ? slowest : slowest.slice(0, 8);
  const over = slowest.filter(({ p95Ms }) => p95Ms > 150).length;
  const figures = shown.flatMap(({ name, p50Ms, p95Ms }) => [
    [`${name}P50Ms`, p50Ms],
    [`${name}P95Ms`, p95Ms],
  ]);
  return { reads: measured.length, readsOver150Ms: over, ...Object.fromEntries(figures) };
}

function isAway(told: unknown): boolean {
  return typeof told === 'object' && told !== null && 'code' in told && told.code === 'analytics_away';
}

function reader(base: string, key: string): Ask {
  return async (path) => {
    const answer = await fetch(base + path, { headers: { authorization: `Bearer ${key}` } });
    const told: unknown = await answer.json();
    // What needs to be told more than an address is asked by its screen in its own way.
    if (answer.status >= 500 && !isAway(told))
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(told)}`);
    return told;
  };
}

async function keyOf(db: Db): Promise<string> {
  const made = await db
    .transaction()
    .execute((tx) =>
      createKey(tx, { name: 'bench', scopes: Object.keys(SCOPES), now: Temporal.Now.instant() }),
    );
  return expectOk(made).secret;
}
