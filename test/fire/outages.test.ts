import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { noSearch } from '../../src/apps/storefront/testing/a-search.ts';
import { aServer } from '../../src/apps/storefront/testing/a-server.ts';
import { aVisitor } from '../../src/apps/storefront/testing/a-visitor.ts';
import { expectOk, ok } from '../../src/kernel/index.ts';
import { mailsJobs, mailsReactions } from '../../src/modules/mails/index.ts';
import { openOrders, readOrder, recoverOrders } from '../../src/modules/orders/index.ts';
import {
  openProviders,
  type PaymentProvider,
  ProviderUnreachable,
} from '../../src/modules/payments/index.ts';
import { runDueJobs } from '../../src/platform/jobs/index.ts';
import type { MailTransport } from '../../src/platform/mail/index.ts';
import { testDatabase } from '../database.ts';
import { NOW, openSellingShop } from '../selling/open-shop.ts';
import { ADDRESS, aReadyCart, order } from '../selling/shopper.ts';
import { outsideProvider } from './outside-provider.ts';

const connection = await testDatabase(12);
const shop = await openSellingShop(connection, { stock: 1_000 });
const { db } = connection;
const [cup] = shop.variants;
const known = openProviders({ db, secrets: { seal: (plain) => plain, open: (sealed) => sealed } });
const found = await known.get('test');
assert.ok(found);
const base = found;
const wish = { variantId: cup, quantity: 1 };

/** The same shop with a provider that is not well. */
function shopWith(change: (well: PaymentProvider) => Partial<PaymentProvider>) {
  const outside = outsideProvider(base);
  const provider = { ...outside.provider, ...change(outside.provider) };
  const get = async (name: string) => (name === 'test' ? provider : undefined);
  return { ...shop, outside, deps: openOrders(connection, { providers: { get } }) };
}

async function stateOf(orderId: Parameters<typeof readOrder>[1]) {
  return (await readOrder(db, orderId))?.state;
}

describe('the payment provider', () => {
  test('is down: the order waits with its goods, and is paid once when it is back', async () => {
    let isDown = true;
    const away = async (): Promise<never> => {
      throw new ProviderUnreachable('test', 'no route to host');
    };
    const ill = shopWith((well) => ({
      begin: (input) => (isDown ? away() : well.begin(input)),
      read: (by) => (isDown ? away() : well.read(by)),
    }));
    const token = await aReadyCart(ill, wish);
    const placed = expectOk(await order(ill, token));
    assert.deepEqual([placed.state, placed.next.kind], ['pending_payment', 'wait']);
    const { settled } = await recoverOrders(ill.deps, { now: NOW.add({ minutes: 1 }) });
    assert.deepEqual([settled, await stateOf(placed.orderId)], [0, 'pending_payment']);
    isDown = false;
    await recoverOrders(ill.deps, { now: NOW.add({ minutes: 2 }) });
    assert.equal(await stateOf(placed.orderId), 'paid');
    assert.equal(expectOk(await order(ill, token)).orderId, placed.orderId);
    assert.equal(ill.outside.charges.size, 1);
  });

  test('is slow: whoever wants the same goods meanwhile does not wait for it', async () => {
    const answer = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    let calls = 0;
    const ill = shopWith((well) => ({
      begin: async (input) => {
        calls += 1;
        if (calls > 1) return well.begin(input);
        asked.resolve();
        await answer.promise;
        return well.begin(input);
      },
    }));
    const [first, ...others] = await Promise.all(Array.from({ length: 9 }, () => aReadyCart(ill, wish)));
    const slow = order(ill, first ?? '');
    await asked.promise;
    const quick = await Promise.all(others.map((token) => order(ill, token)));
    assert.ok(quick.every((outcome) => outcome.ok && outcome.value.state === 'paid'));
    answer.resolve();
    assert.equal(expectOk(await slow).state, 'paid');
  });

  const garbage: readonly (readonly [what: string, change: object])[] = [
    ['another currency', { currency: 'USD' }],
    ['less than was asked for', { authorizedMinor: 1n, capturedMinor: 1n }],
    ['nothing of what it says was captured', { authorizedMinor: 0n, capturedMinor: 0n }],
  ];
  for (const [what, change] of garbage) {
    test(`answers with ${what}: no order is paid by it`, async () => {
      const ill = shopWith((well) => ({
        begin: async (input) => {
          const begun = await well.begin(input);
          if (!begun.ok) return begun;
          return { ok: true, value: { ...begun.value, snapshot: { ...begun.value.snapshot, ...change } } };
        },
        read: async (by) => {
          const read = await well.read(by);
          return read.ok ? { ok: true, value: { ...read.value, ...change } } : read;
        },
      }));
      const token = await aReadyCart(ill, wish);
      const outcome = await order(ill, token);
      await recoverOrders(ill.deps, { now: NOW.add({ minutes: 1 }) });
      const paid = outcome.ok ? await stateOf(outcome.value.orderId) : 'refused';
      assert.notEqual(paid, 'paid');
      assert.ok(!outcome.ok || outcome.value.state !== 'paid');
    });
  }
});

describe('what an order does not need', () => {
  test('search is away: a shopper fills a cart and comes to the checkout all the same', async () => {
    const server = await aServer(connection, noSearch(), { baseUrl: undefined });
    after(() => server.close());
    const visitor = aVisitor(server);
    const added = await visitor.post('/cart', { do: 'add', variant: cup, quantity: '1' });
    assert.ok(added.statusCode < 400, `${added.statusCode}`);
    assert.equal((await visitor.get('/cart')).statusCode, 200);
    const page = await visitor.get('/checkout');
    assert.equal(page.statusCode, 200);
    const typed = {
      ...{ email: 'ada@example.org', shipping_country: 'DE', shipping_name: ADDRESS.name },
      ...{
        shipping_line1: ADDRESS.line1,
        shipping_city: ADDRESS.city,
        shipping_postal_code: ADDRESS.postalCode,
      },
    };
    const kept = await visitor.post('/checkout', { ...typed, billing: 'same', do: 'update' });
    assert.ok(kept.statusCode < 500, `${kept.statusCode}`);
    assert.match(kept.body, /Standard/);
  });

  test('the mail server is down: the order is paid, and its mail is sent once when it is back', async () => {
    const sent: string[] = [];
    let isDown = true;
    const transport: MailTransport = {
      send: async ({ messageId }) => {
        if (isDown) throw new Error('connect ECONNREFUSED');
        sent.push(messageId);
        return ok(undefined);
      },
      close: () => undefined,
    };
    const mails = { transport, from: undefined, baseUrl: 'https://shop.example' };
    const work = { connection, jobs: mailsJobs(mails), reactions: mailsReactions(mails), mayFail: true };
    const placed = expectOk(await order(shop, await aReadyCart(shop, wish)));
    await runDueJobs(work);
    assert.deepEqual([placed.state, sent], ['paid', []]);
    isDown = false;
    await sql`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())`.execute(
      db,
    );
    await runDueJobs(work);
    const written = await sql<{ count: number }>`select count(*)::int as count from mails.mail`.execute(db);
    assert.ok(sent.length > 0);
    assert.deepEqual([sent.length, new Set(sent).size], [written.rows[0]?.count, sent.length]);
  });
});
