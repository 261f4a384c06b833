import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../test/selling/shopper.ts';
import { expectOk, localeOf } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import {
  addOrderNote,
  grantOrderAccess,
  type ListOrders,
  listOrders,
  type OrderId,
  orderButton,
  type Placed,
  readOrder,
  readOrderByAccess,
  readTimeline,
} from './index.ts';

const shop = await openSellingShop(await testDatabase(8));
const { db } = shop.deps;
const [cup] = shop.variants;
const placed: Placed[] = [];
for (let buyer = 0; buyer < 5; buyer += 1) {
  const token = await aReadyCart(shop, { variantId: cup, quantity: 1 });
  placed.push(expectOk(await order(shop, token, buyer === 2 ? { methodId: shop.heldCard } : {})));
}

/** A connection that counts its statements. */
function counting(counted: Db) {
  let statements = 0;
  const plugged = counted.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { db: plugged, count: () => statements };
}

describe('a list of orders', () => {
  test('has the latest first, page by page, in one statement a page', async () => {
    const { db: counted, count } = counting(db);
    const seen: OrderId[] = [];
    let after: ListOrders['after'];
    do {
      const page = await listOrders(counted, after === undefined ? { limit: 2 } : { limit: 2, after });
      seen.push(...page.orders.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    assert.deepEqual(seen, placed.map(({ orderId }) => orderId).toReversed());
    assert.equal(count(), 3);
  });

  test('is filtered by state, address and number', async () => {
    const numbers = async (filter: Parameters<typeof listOrders>[1]) =>
      (await listOrders(db, filter)).orders.map(({ number }) => number);
    const [first, , held] = placed;
    assert.deepEqual(await numbers({ limit: 9, state: ['authorized'] }), [held?.number]);
    assert.deepEqual(await numbers({ limit: 9, number: ` ${first?.number} ` }), [first?.number]);
    assert.equal((await numbers({ limit: 9, email: 'ADA@example.org' })).length, 5);
    assert.deepEqual(await numbers({ limit: 9, email: 'ada@' }), []);
    assert.equal((await numbers({ limit: 1e9 })).length, 5);
    assert.equal((await numbers({ limit: -1 })).length, 1);
  });
});

describe('an order without an account', () => {
  const [mine, other] = placed;
  const open = (asked: string, token: string, now = NOW) =>
    readOrderByAccess(db, { order: asked, token, now });

  test('is opened by its own token, by id or number, until the token is over', async () => {
    assert.ok(mine && other);
    assert.equal((await open(mine.orderId, mine.accessToken))?.id, mine.orderId);
    assert.equal((await open(mine.number, mine.accessToken))?.id, mine.orderId);
    const refused = [
      await open(other.orderId, mine.accessToken),
      await open(other.number, mine.accessToken),
      await open(mine.orderId, ''),
      await open(mine.orderId, `${mine.accessToken}0`),
      await open(mine.orderId, mine.accessToken.toUpperCase()),
      await open(mine.orderId, 'x'.repeat(10_000)),
      await open("' or 1=1 --", mine.accessToken),
      await open(mine.orderId, mine.accessToken, NOW.add({ hours: 24 * 181 })),
    ];
    assert.deepEqual(refused, Array(8).fill(undefined));
  });

  test('every mail has a token of its own, and none of them is kept', async () => {
    assert.ok(mine);
    const token = await db
      .transaction()
      .execute((tx) => grantOrderAccess(tx, { orderId: mine.orderId, now: NOW }));
    assert.notEqual(token, mine.accessToken);
    assert.equal((await open(mine.number, token))?.id, mine.orderId);
    const { rows } = await sql<{
      text: string;
    }>`select jsonb_agg(a)::text as text from orders.access a`.execute(db);
    assert.ok(!rows[0]?.text.includes(token));
  });
});

test('an order reads in one statement with its lines, and its timeline takes notes', async () => {
  const [mine] = placed;
  assert.ok(mine);
  const { db: counted, count } = counting(db);
  assert.equal((await readOrder(counted, mine.orderId))?.lines.length, 1);
  assert.equal(count(), 1);
  const note = (text: string) =>
    db
      .transaction()
      .execute((tx) => addOrderNote(tx, { orderId: mine.orderId, text, actor: 'staff', now: NOW }));
  expectOk(await note(' Called: deliver on Friday. '));
  assert.equal((await note(' ')).ok, false);
  assert.equal((await note('x'.repeat(2_001))).ok, false);
  const last = (await readTimeline(db, mine.orderId)).at(-1);
  assert.deepEqual(
    [last?.kind, last?.actor, last?.data['text']],
    ['note', 'staff', 'Called: deliver on Friday.'],
  );
});

test('what the order button says is the law’s, not the theme’s', () => {
  const eu = { countries: ['DE', 'FR'] };
  const table: [string, { countries: readonly string[] }, string][] = [
    ['de', eu, 'Zahlungspflichtig bestellen'],
    ['de-AT', eu, 'Zahlungspflichtig bestellen'],
    ['en', eu, 'Order with obligation to pay'],
    ['fr', eu, 'Commande avec obligation de paiement'],
    ['es', eu, 'Pedido con obligación de pago'],
    ['ja', eu, 'Order with obligation to pay'],
    ['en-US', { countries: ['US'] }, 'Place order and pay'],
    ['de', { countries: [] }, 'Zahlungspflichtig bestellen'],
  ];
  for (const [locale, market, words] of table) assert.equal(orderButton(localeOf(locale), market), words);
});
