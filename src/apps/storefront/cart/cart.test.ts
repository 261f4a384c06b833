import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { testDatabase } from '../../../../test/database.ts';
import {
  defaultLocation,
  labelUnavailable,
  setIncoming,
  setOnHand,
} from '../../../modules/inventory/index.ts';
import { transact } from '../../../platform/database/index.ts';
import type { CartPage } from '../model/index.ts';
import { aSearch } from '../testing/a-search.ts';
import { aServer, drawnView } from '../testing/a-server.ts';
import { type AShop, aShop, idIn } from '../testing/a-shop.ts';
import { aVisitor, type Visitor } from '../testing/a-visitor.ts';

const connection = await testDatabase();
let server: FastifyInstance;
let shop: AShop;

before(async () => {
  shop = await aShop(connection.db, Temporal.Now.instant());
  server = await aServer(connection, aSearch([]));
});

after(() => server.close());

async function cartOf(visitor: Visitor, url = '/cart'): Promise<CartPage> {
  const { page } = drawnView((await visitor.get(url)).body);
  assert.ok(page.kind === 'cart');
  return page;
}

const mug = () => idIn(shop.variants, 'MUG');

test('a form puts a product into a new cart, and the cart’s page shows it with its price', async () => {
  const visitor = aVisitor(server);
  const added = await visitor.post('/cart', { do: 'add', variant: mug(), quantity: '2' });
  assert.equal(added.statusCode, 303);
  assert.match(String(added.headers.location), /^\/cart\?done=added/);
  const page = await cartOf(visitor, String(added.headers.location));
  assert.equal(page.status?.kind, 'done');
  assert.deepEqual(
    page.lines.map(({ title, quantity }) => [title, quantity]),
    [['Blue mug', 2]],
  );
  assert.ok(page.totals);
});

test('a script adds without leaving the page and is told in words; the number in the cart is a cookie it may read', async () => {
  const visitor = aVisitor(server);
  const headers = { 'sec-fetch-site': 'same-origin', accept: 'application/json' };
  const added = await visitor.post('/cart', { do: 'add', variant: mug(), quantity: '3' }, headers);
  assert.equal(added.json().text, 'Blue mug is in your cart.');
  assert.equal(visitor.cookies.get('cart_items'), '3');
  const [cart, items] = ['cart', 'cart_items'].map((name) => added.cookies.find((one) => one.name === name));
  assert.equal(cart?.httpOnly, true);
  assert.equal(items?.httpOnly, undefined);
  assert.equal(cart?.sameSite, 'Lax');
});

test('a removed line comes back by the form in the status message', async () => {
  const visitor = aVisitor(server);
  await visitor.post('/cart', { do: 'add', variant: mug(), quantity: '2' });
  const [line] = (await cartOf(visitor)).lines;
  const removed = await visitor.post('/cart', { do: 'remove', line: line?.id ?? '' });
  const page = await cartOf(visitor, String(removed.headers.location));
  assert.deepEqual(page.lines, []);
  assert.equal(visitor.cookies.get('cart_items'), '0');
  assert.ok(page.status?.undo);
  await visitor.post(page.status.undo.action, page.status.undo.fields);
  assert.deepEqual(
    (await cartOf(visitor)).lines.map(({ quantity }) => quantity),
    [2],
  );
});

test('a form that belongs to another site changes nothing', async () => {
  const rows: readonly Readonly<Record<string, string>>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    {},
  ];
  for (const headers of rows) {
    const visitor = aVisitor(server);
    const answer = await visitor.post('/cart', { do: 'add', variant: mug(), quantity: '1' }, headers);
    assert.equal(answer.statusCode, 403, JSON.stringify(headers));
    assert.equal(visitor.cookies.size, 0);
  }
  const visitor = aVisitor(server);
  const own = { origin: 'http://localhost:3000', host: 'localhost:3000' };
  assert.equal(
    (await visitor.post('/cart', { do: 'add', variant: mug(), quantity: '1' }, own)).statusCode,
    303,
  );
});

test('what no form of ours sends is refused, and the cart stays as it was', async () => {
  const visitor = aVisitor(server);
  await visitor.post('/cart', { do: 'add', variant: mug(), quantity: '1' });
  const [line] = (await cartOf(visitor)).lines;
  const id = line?.id ?? '';
  const wrong: readonly Readonly<Record<string, string>>[] = [
    { do: 'change', line: id, quantity: '-1' },
    { do: 'change', line: id, quantity: '1.5' },
    { do: 'change', line: id, quantity: '1e308' },
    { do: 'change', line: id, quantity: 'NaN' },
    { do: 'change', line: mug(), quantity: '2' },
    { do: 'add', variant: mug(), quantity: '0' },
    { do: 'add', variant: mug(), quantity: '1', price: '1' },
    { do: 'add', variant: 'x', quantity: '1' },
    { do: 'empty' },
  ];
  for (const fields of wrong) {
    const { statusCode } = await visitor.post('/cart', fields);
    assert.equal(statusCode, 422, JSON.stringify(fields));
  }
  assert.deepEqual(
    (await cartOf(visitor)).lines.map(({ quantity }) => quantity),
    [1],
  );
});

test('a field given twice, an endless form and a prototype are no form', async () => {
  const bodies = ['do=add&do=remove', `do=${'x'.repeat(6_000)}`, '__proto__[x]=1'];
  for (const payload of bodies) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const { statusCode } = await server.inject({ method: 'POST', url: '/cart', headers, payload });
    assert.equal(statusCode, 400, payload.slice(0, 30));
  }
});

test('more than there is is not added, and the page says so', async () => {
  const visitor = aVisitor(server);
  const answer = await visitor.post('/cart', { do: 'add', variant: mug(), quantity: '99' });
  assert.equal(answer.statusCode, 422);
  const { page } = drawnView(answer.body);
  assert.ok(page.kind === 'cart' && page.status?.kind === 'failed');
});

test('an unknown code is refused beside its field with what was typed, and is not kept', async () => {
  const visitor = aVisitor(server);
  await visitor.post('/cart', { do: 'add', variant: mug(), quantity: '1' });
  const answer = await visitor.post('/cart', { do: 'apply_code', code: 'nothing-10' });
  const { page } = drawnView(answer.body);
  assert.ok(page.kind === 'cart');
  assert.deepEqual([answer.statusCode, page.codes.value, page.codes.applied], [422, 'nothing-10', []]);
  assert.match(page.codes.problem ?? '', /not valid/);
  const card = await visitor.post('/cart', {
    do: 'apply_gift_card',
    gift_card: 'ABCD-EFGH-JKLM-NPQR',
    gift_card_pin: '1',
  });
  const shown = drawnView(card.body).page;
  assert.ok(shown.kind === 'cart' && shown.giftCards.problem !== undefined && shown.giftCards.value === '');
});

test('the cart is nobody’s but its shopper’s: private, in no search engine, and empty for another', async () => {
  const visitor = aVisitor(server);
  await visitor.post('/cart', { do: 'add', variant: mug(), quantity: '1' });
  const { headers, body } = await visitor.get('/cart');
  assert.equal(headers['cache-control'], 'private, no-store');
  assert.equal(headers['x-robots-tag'], 'noindex');
  assert.equal(drawnView(body).head.robots, 'noindex, nofollow');
  assert.deepEqual((await cartOf(aVisitor(server))).lines, []);
  assert.equal((await server.inject('/products/blue-mug')).headers['set-cookie'], undefined);
});

test('in another language the same cart speaks it', async () => {
  const visitor = aVisitor(server);
  await visitor.post('/de/cart', { do: 'add', variant: mug(), quantity: '1' });
  assert.match((await cartOf(visitor, '/de/cart')).lines[0]?.unitPrice.text ?? '', /€$/);
  assert.match((await cartOf(visitor, '/cart')).lines[0]?.unitPrice.text ?? '', /^€/);
});

test('what sold out meanwhile says about when it is back, and goes on only without it', async () => {
  const visitor = aVisitor(server);
  await visitor.post('/cart', { do: 'add', variant: mug(), quantity: '1' });
  const expectedOn = Temporal.Now.plainDateISO('UTC').add({ days: 20 });
  await transact(connection.db, async (tx) => {
    const { id: locationId } = await defaultLocation(tx);
    const counts = [{ variantId: mug(), locationId, onHand: 0 }];
    await setOnHand(tx, { counts, now: Temporal.Now.instant(), reason: 'count', reference: 'test' });
    await setIncoming(tx, [{ variantId: mug(), locationId, expectedOn, quantity: 4 }]);
    await labelUnavailable(tx, [{ variantId: mug(), isLabelled: true }]);
  });
  const noticesAt = async (url: string) => (await cartOf(visitor, url)).lines[0]?.notices;
  const day = (locale: string) => expectedOn.toLocaleString(locale, { day: 'numeric', month: 'long' });
  assert.deepEqual(await noticesAt('/cart'), [
    {
      text: `Sold out in the meantime, back about ${day('en')}. Please remove it to go on.`,
      isBlocking: true,
    },
  ]);
  assert.match((await noticesAt('/de/cart'))?.[0]?.text ?? '', new RegExp(`ab ${day('de')} wieder da`));
});
