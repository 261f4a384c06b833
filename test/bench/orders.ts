import { currencyOf } from '../../src/kernel/index.ts';
import {
  countOrders,
  type ListOrders,
  listOrders,
  readOrderDesk,
  readOrderQueues,
  readSales,
} from '../../src/modules/orders/index.ts';
import type { Db } from '../../src/platform/database/index.ts';
import { loadWith } from './harness/load.ts';
import { insertOrders, LAST_PLACED, ORDERS } from './harness/many-orders.ts';
import { withProductionDatabase } from './harness/production-database.ts';
import type { Figures, Scenario } from './harness/scenario.ts';

/** What staff look at in a shop with a million orders: its lists by every filter, an order, and what a day begins with. */
export const scenario: Scenario = {
  name: 'orders',
  run: () =>
    withProductionDatabase(async ({ db, reads }) => {
      await insertOrders(db);
      const figures: Figures[] = [];
      for (const [name, list] of Object.entries(LISTS)) figures.push(await measuredList(reads, name, list));
      for (const [name, list] of Object.entries(COUNTS)) {
        figures.push(await measured(`${name}Count`, (number) => countOrders(reads, list(number))));
      }
      const { orders } = await listOrders(reads, { limit: 100 });
      figures.push(
        await measured('desk', async (number) => {
          const id = orders[number % orders.length]?.id;
          if (id !== undefined) await readOrderDesk(reads, id);
        }),
        await measured('queues', () => readOrderQueues(reads)),
        await measured('sales', async () => {
          const [from, until] = [LAST_PLACED.subtract({ hours: 20 }), LAST_PLACED];
          await Promise.all([
            readSales(reads, { from, until }),
            readSales(reads, { from: from.subtract({ hours: 168 }), until: until.subtract({ hours: 168 }) }),
          ]);
        }),
      );
      return Object.assign({ orders: ORDERS }, ...figures);
    }),
};

const EUR = currencyOf('EUR');
const day = (ago: number) => LAST_PLACED.subtract({ hours: 24 * ago });

type List = (number: number) => Omit<ListOrders, 'limit' | 'after'>;

const LISTS: Readonly<Record<string, List>> = {
  latest: () => ({}),
  oldest: () => ({ sort: 'placed' }),
  dearest: () => ({ sort: '-total' }),
  toShip: () => ({ fulfilmentState: ['open', 'partly_fulfilled'] }),
  unpaid: () => ({ paymentState: ['pending', 'authorized'], isArchived: false }),
  rareState: () => ({ state: ['cancelled'], country: 'FR' }),
  country: () => ({ country: 'LU' }),
  span: () => ({ placedFrom: day(200), placedBefore: day(199), paymentState: ['paid'] }),
  dear: () => ({ currency: EUR, totalFromMinor: 30_000n, country: 'DE' }),
  none: () => ({ country: 'LU', state: ['pending_payment'] }),
  tag: () => ({ tag: 'vip' }),
  rareTag: () => ({ tag: 'rare' }),
  note: () => ({ hasNote: true }),
  return: () => ({ hasOpenReturn: true }),
  number: (number) => ({ q: `B${(number * 7_919) % ORDERS}` }),
  mail: (number) => ({ q: `shopper${(number * 7_919) % 200_000}@` }),
  name: (number) => ({ q: `Name${(number * 31) % 5_000}` }),
  letter: () => ({ q: 'N' }),
  sku: (number) => ({ q: `SKU-${(number * 31) % 20_000}` }),
  tracking: (number) => ({ q: `JD${(number * 7_919) % ORDERS}` }),
  shopper: (number) => ({ email: `shopper${(number * 31) % 200_000}@example.org` }),
};

const COUNTS: Readonly<Record<string, List>> = {
  all: () => ({}),
  toShip: () => ({ fulfilmentState: ['open', 'partly_fulfilled'] }),
  country: () => ({ country: 'LU' }),
  letter: () => ({ q: 'N' }),
};

/** The first page, and the one that goes on from it. */
async function measuredList(db: Db, name: string, list: List): Promise<Figures> {
  const { next } = await listOrders(db, { ...list(0), limit: 50 });
  return measured(name, (number) => {
    const after = number % 2 === 1 && next !== undefined ? { after: next } : {};
    return listOrders(db, { ...list(number % 2 === 1 ? 0 : number), ...after, limit: 50 });
  });
}

async function measured(name: string, ask: (number: number) => Promise<unknown>): Promise<Figures> {
  const { p50Ms, p95Ms } = await loadWith(ask, { connections: 1, seconds: 2 });
  return { [`${name}P50Ms`]: p50Ms, [`${name}P95Ms`]: p95Ms };
}
