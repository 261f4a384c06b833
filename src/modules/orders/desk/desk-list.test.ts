import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk, parseId } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import {
  archiveOrders,
  countOrders,
  fulfilOrder,
  type ListOrders,
  listOrders,
  ORDER_SORTS,
  type OrderId,
  readOrder,
  readOrderTags,
  refundOrder,
  requestReturn,
  tagOrders,
} from '../index.ts';

const shop = await openSellingShop(await testDatabase(8));
const { db } = shop.deps;
const [cup, pot] = shop.variants;
const STAFF = { actor: 'staff', now: NOW };

async function bought(quantity: number, methodId = shop.card, variantId = cup): Promise<OrderId> {
  const token = await aReadyCart(shop, { variantId, quantity });
  return expectOk(await order(shop, token, { methodId })).orderId;
}
async function lineOf(orderId: OrderId) {
  const line = (await readOrder(db, orderId))?.lines[0];
  assert.ok(line);
  return line;
}

const names = new Map<OrderId, string>();
const named = async (name: string, made: Promise<OrderId>) => {
  const id = await made;
  names.set(id, name);
  return id;
};
const paid = await named('paid', bought(1));
const held = await named('held', bought(2, shop.heldCard));
const unpaid = await named('unpaid', bought(3, shop.transfer));
const sent = await named('sent', bought(4, shop.card, pot));
const part = await named('part', bought(2));
const returning = await named('returning', bought(2));
const lost = await named('lost', bought(1));

await transact(db, async (tx) => {
  const parcel = { carrier: 'DHL', trackingNumber: 'JD0146', ...STAFF };
  expectOk(await fulfilOrder(tx, { orderId: sent, ...parcel }));
  const half = [{ lineId: (await lineOf(part)).id, quantity: 1 }];
  expectOk(await fulfilOrder(tx, { orderId: part, lines: half, ...STAFF }));
  expectOk(await fulfilOrder(tx, { orderId: returning, ...STAFF }));
  const lines = [{ lineId: (await lineOf(returning)).id, quantity: 1, reason: 'faulty' as const }];
  const asked = { orderId: returning, lines, kind: 'return', isApproved: false, ...STAFF } as const;
  expectOk(await requestReturn(tx, asked));
});
const all = [{ lineId: (await lineOf(lost)).id, quantity: 1 }];
expectOk(
  await refundOrder(shop.deps, {
    ...{ orderId: lost, lines: all, delivery: 'rest', goodwillMinor: 0n, means: 'original' },
    ...{ reason: 'lost', ...STAFF },
  }),
);
// Names, addresses and notes are what a checkout asks for; here they are written as it would.
await sql`update orders."order" set customer_name = 'Grace Brewster Hopper', email = 'grace@navy.example',
  agreed = agreed || '{"note": "ring twice"}' where id = ${held}`.execute(db);
await sql`update orders."order" set shipping_address = shipping_address || '{"country": "FR"}',
  placed_at = placed_at - interval '3 days' where id = ${sent}`.execute(db);

const found = async (filter: Omit<ListOrders, 'limit'>) =>
  (await listOrders(db, { limit: 50, ...filter })).orders.map(({ id }) => names.get(id)).toSorted();

test('a list shows what fits every filter, and its count is as long', async () => {
  const table: readonly (readonly [Omit<ListOrders, 'limit'>, readonly string[]])[] = [
    [{ paymentState: ['authorized'] }, ['held']],
    [{ paymentState: ['pending', 'refunded'] }, ['lost', 'unpaid']],
    [{ fulfilmentState: ['open'] }, ['held', 'paid']],
    [{ fulfilmentState: ['open', 'partly_fulfilled'] }, ['held', 'paid', 'part']],
    [{ fulfilmentState: ['none'] }, ['lost', 'unpaid']],
    [{ fulfilmentState: ['fulfilled'], country: 'FR' }, ['sent']],
    [{ state: ['paid', 'authorized'], paymentState: ['paid'] }, ['paid']],
    [{ hasOpenReturn: true }, ['returning']],
    [{ hasNote: true }, ['held']],
    [{ hasOpenReturn: false, hasNote: false, country: 'DE', fulfilmentState: ['open'] }, ['paid']],
    [{ placedBefore: NOW.subtract({ hours: 24 }) }, ['sent']],
    [{ placedFrom: NOW.subtract({ hours: 24 }), fulfilmentState: ['fulfilled'] }, ['returning']],
    [{ currency: shop.currency, totalFromMinor: 10_000n }, ['sent']],
    [{ currency: shop.currency, totalToMinor: 1_690n, paymentState: ['paid'] }, ['paid']],
    [{ market: 'us' }, []],
  ];
  for (const [filter, expected] of table) {
    const what = JSON.stringify(filter, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    assert.deepEqual(await found(filter), expected, what);
    assert.deepEqual(await countOrders(db, filter), { count: expected.length, isCapped: false }, what);
  }
});

test('words find numbers, addresses, names, last names, SKUs and tracking numbers from their beginnings', async () => {
  const { number } = (await readOrder(db, paid)) ?? { number: '' };
  const table: readonly (readonly [string, readonly string[]])[] = [
    [`#${number}`, ['paid']],
    ['grace@', ['held']],
    ['GRACE brew', ['held']],
    ['hopper', ['held']],
    ['brewster', []],
    ['Pot', ['sent']],
    ['jd01', ['sent']],
    ['%', []],
    ['\\', []],
  ];
  for (const [q, expected] of table) assert.deepEqual(await found({ q }), expected, q);
  assert.deepEqual(await found({ q: 'cup', fulfilmentState: ['partly_fulfilled'] }), ['part']);
  assert.equal((await found({ q: '  ' })).length, names.size);
});

test('every order of a list goes page by page through all, each once', async () => {
  for (const sort of ORDER_SORTS) {
    for (const filter of [{}, { fulfilmentState: ['open', 'none', 'fulfilled'] as const }, { q: 'ada' }]) {
      const whole = (await listOrders(db, { limit: 50, sort, ...filter })).orders;
      const seen: OrderId[] = [];
      let after: ListOrders['after'];
      do {
        const page: Awaited<ReturnType<typeof listOrders>> = await listOrders(db, {
          ...{ limit: 2, sort, ...filter },
          ...(after === undefined ? {} : { after }),
        });
        seen.push(...page.orders.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      assert.deepEqual(
        seen,
        whole.map(({ id }) => id),
        `${sort} ${JSON.stringify(filter)}`,
      );
    }
  }
  const totals = (await listOrders(db, { limit: 50, sort: '-total' })).orders.map((one) => one.totalMinor);
  assert.deepEqual(
    totals,
    totals.toSorted((a, b) => Number(b - a)),
  );
  assert.equal((await listOrders(db, { limit: 1, sort: 'placed' })).orders[0]?.id, sent);
});

test('tags are put on many orders or on none, and archived orders leave the lists of work', async () => {
  const write = <Value>(work: (tx: Parameters<typeof tagOrders>[0]) => Promise<Value>) => transact(db, work);
  const orderIds = [paid, sent];
  expectOk(await write((tx) => tagOrders(tx, { orderIds, add: [' VIP ', 'call back'], remove: [] })));
  assert.deepEqual(await found({ tag: 'VIP' }), ['paid', 'sent']);
  expectOk(await write((tx) => tagOrders(tx, { orderIds: [sent], add: [], remove: ['VIP'] })));
  assert.deepEqual(await found({ tag: 'VIP' }), ['paid']);
  assert.deepEqual(await readOrderTags(db), [
    { tag: 'call back', count: 2 },
    { tag: 'VIP', count: 1 },
  ]);
  const stranger = parseId<'order'>('0198f5b2-7c1d-7aaa-8bbb-000000000009');
  assert.ok(stranger);
  const refusals = [
    await write((tx) => tagOrders(tx, { orderIds: [paid, stranger], add: ['x'], remove: [] })),
    await write((tx) => tagOrders(tx, { orderIds: [paid], add: ['two\nlines'], remove: [] })),
    await write((tx) => archiveOrders(tx, { orderIds: [stranger], isArchived: true, now: NOW })),
  ];
  assert.deepEqual(
    refusals.map((one) => (one.ok ? '' : one.refusal.code)),
    ['unknown_order', 'not_a_tag', 'unknown_order'],
  );
  expectOk(await write((tx) => archiveOrders(tx, { orderIds: [unpaid], isArchived: true, now: NOW })));
  assert.deepEqual(await found({ isArchived: true }), ['unpaid']);
  assert.equal((await found({ isArchived: false })).length, names.size - 1);
});
