import { Pool } from 'undici';
import { z } from 'zod';
import type { VariantId } from '../../src/modules/catalog/index.ts';
import type { Connection } from '../../src/platform/database/index.ts';
import { openSellingShop, type SellingShop } from '../selling/open-shop.ts';
import { ADDRESS } from '../selling/shopper.ts';
import { loadWith } from './harness/load.ts';
import { peakMb } from './harness/peak-memory.ts';
import { backendsOf, processorMs } from './harness/processor-time.ts';
import { withProductionDatabase } from './harness/production-database.ts';
import type { Scenario } from './harness/scenario.ts';
import { threeOf } from './harness/three-of.ts';
import { type ShopProcess, startShop } from './pages/shop-process.ts';

const SECONDS = 8;
const GOODS = 300;

/**
 * Whole checkouts over HTTP by the store API of the shop as `npm start` opens it: a cart, three lines, e-mail and address,
 * delivery chosen of what the priced cart offers, the order and its payment with the test provider. Shop, PostgreSQL
 * (with fsync) and load are processes of their own on the same machine.
 */
export const scenario: Scenario = {
  name: 'shopping',
  run: ({ connections = 8 }) =>
    withProductionDatabase(async (connection, folder) => {
      const goods = await openSellingShop(connection, { stock: 2_000_000, others: GOODS });
      // The limit is counted and never reached: it is part of what a request costs.
      process.env['API_READS_PER_MINUTE'] = '10000000';
      const shop = await startShop(folder, { pageCacheMb: 64, profileTo: process.env['BENCH_PROFILE'] });
      const api = new StoreApi(shop.url, connections);
      try {
        return await measure(connection, { shop, api, goods, connections });
      } finally {
        await api.close();
        await shop.stop();
      }
    }),
};

type Measured = {
  readonly shop: ShopProcess;
  readonly api: StoreApi;
  readonly goods: SellingShop;
  readonly connections: number;
};

async function measure({ db }: Connection, { shop, api, goods, connections }: Measured) {
  const checkout = (number: number) => checkOut(api, goods.card, threeOf(goods.others, number));
  const alone = await loadWith(checkout, { connections: 1, seconds: SECONDS / 2 });
  const backends = await backendsOf(db);
  const before = { shop: await processorMs([shop.pid]), database: await processorMs(backends) };
  let count = 0;
  const counted = (number: number) => checkout(number).finally(() => (count += 1));
  const many = await loadWith(counted, { connections, seconds: SECONDS });
  const each = (after = 0, since = 0) => (after - since) / count;
  const cpuMs = each(await processorMs([shop.pid]), before.shop);
  const databaseCpuMs = each(await processorMs(backends), before.database);
  const { token } = await api.send('POST', '/carts', {}, cartBegun);
  const [cup] = goods.variants;
  // A piece more of what is in it, in carts of its own: beyond what a line may have, another cart.
  const carts = [token];
  const add = async (number: number) => {
    if (number % 1_000 === 0) carts.push((await api.send('POST', '/carts', {}, cartBegun)).token);
    await api.send('POST', `/carts/${carts.at(-1)}/lines`, { variantId: cup, quantity: 1 }, anything);
  };
  const adding = await loadWith(add, { connections, seconds: SECONDS / 2 });
  const addAlone = await loadWith(add, { connections: 1, seconds: SECONDS / 4 });
  return {
    checkoutsPerSecond: many.perSecond,
    checkoutP50Ms: alone.p50Ms,
    checkoutP99Ms: many.p99Ms,
    cpuMs,
    databaseCpuMs,
    addsPerSecond: adding.perSecond,
    addP50Ms: addAlone.p50Ms,
    addP99Ms: adding.p99Ms,
    shopPeakMb: await peakMb(shop.pid),
  };
}

const anything = z.unknown();
const cartBegun = z.object({ token: z.string() });
const pricedCart = z.object({
  deliveryOptions: z.array(z.object({ id: z.string() })).min(1),
  totals: z.object({ total: z.object({ amount: z.string(), currency: z.string() }) }),
});
const placed = z.object({ state: z.literal('paid') });

async function checkOut(api: StoreApi, methodId: string, variantIds: readonly VariantId[]): Promise<void> {
  const { token } = await api.send('POST', '/carts', {}, cartBegun);
  const cart = `/carts/${token}`;
  for (const variantId of variantIds) {
    await api.send('POST', `${cart}/lines`, { variantId, quantity: 1 }, anything);
  }
  const details = { email: 'ada@example.org', shippingAddress: ADDRESS };
  const offered = await api.send('PATCH', cart, details, pricedCart);
  const chosen = { deliveryOptionId: offered.deliveryOptions[0]?.id };
  const { totals } = await api.send('PATCH', cart, chosen, pricedCart);
  const back = { returnUrl: 'http://127.0.0.1/back', cancelUrl: 'http://127.0.0.1/cancel' };
  const payment = { methodId, token: 'tok_visa', ...back };
  const order = { expectedTotal: totals.total, payment, terms: { version: '2026-01' } };
  await api.send('POST', `${cart}/checkout`, order, placed);
}

/** The store API over connections that are kept, each write under a key of its own. */
class StoreApi {
  readonly #pool: Pool;

  constructor(url: string, connections: number) {
    this.#pool = new Pool(url, { connections });
  }

  async send<Answer>(
    method: 'POST' | 'PATCH',
    path: string,
    body: object,
    shape: z.ZodType<Answer>,
  ): Promise<Answer> {
    const answer = await this.#pool.request({
      ...{ method, path: `/api/store/v1${path}`, body: JSON.stringify(body) },
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    });
    const told: unknown = await answer.body.json();
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(told)}`);
    return shape.parse(told);
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
