import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { FastifyRequest } from 'fastify';
import { testDatabase } from '../../../../test/database.ts';
import { refuse } from '../../../kernel/index.ts';
import { listOrders } from '../../../modules/orders/index.ts';
import { openTelling } from '../../collect/tell.ts';
import type { Tell } from '../deps.ts';
import { ADA, aCheckout, checkoutOf, filled, viewOf } from '../testing/a-checkout.ts';

const told: (Parameters<Tell>[1] & { readonly ip: string })[] = [];
let tell: Tell = ({ ip }, event) => void told.push({ ...event, ip });
const connection = await testDatabase();
const till = await aCheckout(connection, undefined, (request, event) => tell(request, event));
after(() => till.server.close());

test('the checkout tells how far somebody came, each step once a cart, and which order it came to', async () => {
  const visitor = await till.withMug();
  await visitor.get('/checkout');
  const first = checkoutOf(await viewOf(visitor));
  await visitor.post('/checkout', filled(first, { ...ADA, shipping_city: '', do: 'update' }));
  assert.deepEqual([...new Set(told.map(({ name }) => name))], ['begin_checkout'], 'no address yet');
  const { answer } = await till.orderedWith({}, visitor);
  assert.equal(answer.statusCode, 303, 'on the way to the bank');
  const names = [...new Set(told.map(({ name }) => name))];
  assert.deepEqual(names, ['begin_checkout', 'add_shipping_info', 'add_payment_info', 'purchase']);
  assert.equal(new Set(told.map(({ name, key }) => `${name} ${key}`)).size, names.length);
  const begun = told.find(({ name }) => name === 'begin_checkout');
  const { items, value, currency, page_location: page } = begun?.params ?? {};
  assert.ok(Array.isArray(items));
  assert.deepEqual([items.length, value, currency], [1, items[0].price, 'EUR']);
  assert.match(String(page), /\/checkout$/);
  const [order] = (await listOrders(connection.db, { limit: 1 })).orders;
  const { key, params } = told.find(({ name }) => name === 'purchase') ?? {};
  assert.deepEqual([key, params?.['transaction_id'], params?.['value']], [order?.id, order?.id, undefined]);
});

test('a collector that is full or away is in nobody’s way: the order is placed', async () => {
  const away: Parameters<typeof openTelling>[0]['take'][] = [
    async () => refuse('busy', 'too many'),
    () => Promise.reject(new Error('connection refused')),
    () => new Promise(() => undefined),
  ];
  for (const take of away) {
    const telling = openTelling({ now: () => Temporal.Now.instant(), take, browser });
    tell = telling.tell;
    const before = (await listOrders(connection.db, { limit: 100 })).orders.length;
    const { answer } = await till.orderedWith();
    assert.ok(answer.statusCode < 400, `${answer.statusCode}`);
    assert.equal((await listOrders(connection.db, { limit: 100 })).orders.length, before + 1);
  }
});

async function browser({ ip }: FastifyRequest) {
  return { kind: 'browser', ip, site: 'shop.example', userAgent: '', hasGpc: false } as const;
}
