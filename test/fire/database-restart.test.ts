import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { parseId } from '../../src/kernel/index.ts';
import { type OrderId, openOrders, readOrders, recoverOrders } from '../../src/modules/orders/index.ts';
import { openProviders, readPayment } from '../../src/modules/payments/index.ts';
import { connect, prepareDatabase, startEmbedded } from '../../src/platform/database/index.ts';
import { removeDataFolder } from '../scratch-database.ts';
import { wrongInBooks } from '../selling/books.ts';
import { NOW, openSellingShop } from '../selling/open-shop.ts';
import { aReadyCart, order } from '../selling/shopper.ts';
import { outsideProvider } from './outside-provider.ts';

/** `FIRE=full`: ten times as many orders and restarts. */
const [ORDERS_EACH, RESTARTS] = process.env['FIRE'] === 'full' ? [60, 30] : [4, 2];
const SHOPPERS = 8;

// As a shop has it: what is committed is on the disk.
const folder = await mkdtemp(join(tmpdir(), 'institor-fire-'));
let server = await startEmbedded({ folder });
const connection = connect(server.address, 16);
after(async () => {
  await connection.close();
  await server.stop();
  await removeDataFolder(folder);
});
await prepareDatabase(connection);
const selling = await openSellingShop(connection, { stock: 100_000 });
const { db } = connection;
const known = openProviders({ db, secrets: { seal: (plain) => plain, open: (sealed) => sealed } });
const base = await known.get('test');
assert.ok(base);
const outside = outsideProvider(base);
const deps = openOrders(connection, { providers: outside.providers });
const shop = { ...selling, deps };
const [cup, pot] = shop.variants;

/** Ends PostgreSQL in the middle of whatever it does, by its own process id, and starts it again. */
async function restart(signal: 'SIGKILL' | 'SIGQUIT'): Promise<void> {
  const { rows } = await sql<{ file: string }>`select pg_read_file('postmaster.pid') as file`.execute(db);
  const pid = Number(rows[0]?.file.split('\n')[0]);
  assert.ok(Number.isInteger(pid) && pid > 1);
  process.kill(pid, signal);
  server = await startAgain();
}

/** The processes of a killed server take a moment to notice; until then another is refused. */
async function startAgain(): Promise<typeof server> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    try {
      return await startEmbedded({ folder });
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}

/** Asks again until it is answered, as somebody does whose page did not load. */
async function insist<Value>(ask: () => Promise<Value>, failed: () => void): Promise<Value> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      failed();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

test(`PostgreSQL ends ${RESTARTS} times while ${SHOPPERS} shoppers buy: nobody pays for nothing, and nothing is lost`, async (context) => {
  let [done, begun, failures] = [0, 0, 0];
  const restarts: Promise<void>[] = [];
  const every = Math.floor((SHOPPERS * ORDERS_EACH) / (RESTARTS + 1));
  const bought: OrderId[] = [];
  const buy = async () => {
    const wish = [
      { variantId: cup, quantity: 1 },
      { variantId: pot, quantity: 1 },
    ];
    const failed = () => {
      failures += 1;
    };
    const token = await insist(() => aReadyCart(shop, ...wish), failed);
    begun += 1;
    if (begun % every === 0 && restarts.length < RESTARTS) {
      const signal = restarts.length % 2 === 0 ? 'SIGQUIT' : 'SIGKILL';
      restarts.push((restarts.at(-1) ?? Promise.resolve()).then(() => restart(signal)));
    }
    const placed = await insist(() => order(shop, token), failed);
    assert.ok(placed.ok, placed.ok ? '' : placed.refusal.code);
    bought.push(placed.value.orderId);
    done += 1;
  };
  const shopAll = async () => {
    for (let turn = 0; turn < ORDERS_EACH; turn += 1) await buy();
  };
  await Promise.all(Array.from({ length: SHOPPERS }, shopAll));
  await Promise.all(restarts);
  await recoverOrders(deps, { now: NOW.add({ seconds: 60 }), isStart: true });

  assert.deepEqual([restarts.length, done], [RESTARTS, SHOPPERS * ORDERS_EACH]);
  assert.ok(failures > 0, 'somebody was in the way of a restart');
  assert.deepEqual(await wrongInBooks(db), []);
  // By the provider's own book: each charge is of an order that stands and knows of it, and each order has one.
  const charged = new Map<string, bigint>();
  for (const id of outside.charges.keys()) {
    const paymentId = parseId<'payment'>(id);
    const payment = paymentId && (await readPayment(db, paymentId));
    assert.ok(payment, `a charge that the shop knows nothing of: ${id}`);
    charged.set(
      payment.orderId,
      (charged.get(payment.orderId) ?? 0n) + (outside.charges.get(id)?.amountMinor ?? 0n),
    );
  }
  const orders = await readOrders(db, bought);
  for (const [id, { state, totals, facts }] of orders) {
    assert.deepEqual(
      [id, state, charged.get(id), facts.capturedMinor],
      [id, 'paid', totals.dueMinor, totals.dueMinor],
    );
  }
  assert.deepEqual([orders.size, charged.size], [done, done]);
  context.diagnostic(`${done} orders, ${failures} requests failed and were made again`);
});
