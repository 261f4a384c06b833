import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, beforeEach, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { ADDRESS } from '../../../../test/selling/shopper.ts';
import { readWaiting, type Sender } from '../../../modules/collector/index.ts';
import { registerCollect } from '../../collect/register.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import type { Tell } from '../deps.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';

type Told = Parameters<Tell>[1] & { readonly sender: Sender };
const told: Told[] = [];
let taken: Tell | undefined;
const connection = await testDatabase(16);
const selling = await openSellingShop(connection);
const [cup] = selling.variants;
const app = await anApi(connection, aSearch([]), {
  now: () => NOW,
  shopping: shoppingWith(selling.deps),
  tell: (sender, event) => {
    told.push({ ...event, sender });
    taken?.(sender, event);
  },
});
await registerCollect(app, {
  ...{ connection, now: () => NOW, isSecure: false, trustsProxy: false, requestsPerMinute: 0 },
}).then((telling) => {
  taken = telling.tellOf;
});
after(() => app.close());
beforeEach(() => void told.splice(0));

const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0', 'accept-language': 'de' };

async function ask(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body: object | undefined,
  headers: Readonly<Record<string, string>> = BROWSER,
) {
  const answer = await app.inject({
    ...{ method, url: `/api/store/v1${path}`, ...(body && { payload: body }) },
    headers: { 'idempotency-key': randomUUID(), ...headers },
  });
  assert.ok(answer.statusCode < 300, answer.body);
  return answer.json();
}

/** From an empty cart to an order, as a program of the shopper does it. */
async function buy(visit: object | undefined, headers: Readonly<Record<string, string>> = BROWSER) {
  const own = visit === undefined ? {} : { visit };
  const { token } = await ask('POST', '/carts', {}, headers);
  await ask('POST', `/carts/${token}/lines`, { variantId: cup, quantity: 2, ...own }, headers);
  const who = { email: 'ada@example.org', shippingAddress: ADDRESS };
  const cart = await ask('PATCH', `/carts/${token}`, { ...who, ...own }, headers);
  const deliveryOptionId = cart.deliveryOptions[0].id;
  await ask('PATCH', `/carts/${token}`, { deliveryOptionId, ...own }, headers);
  const urls = { returnUrl: 'https://app.example/back', cancelUrl: 'https://app.example/cart' };
  const payment = { methodId: selling.card, token: 'tok_visa', ...urls };
  const body = { payment, terms: { version: '2026-01' }, ...own };
  return ask('POST', `/carts/${token}/checkout`, body, headers);
}

const takenIn = async (visitor: string) =>
  (await readWaiting(connection.db, 100)).filter((event) => event.visitor === visitor).length;

function browsers() {
  return told.map(({ sender }) => {
    assert.ok(sender.kind === 'browser');
    return sender;
  });
}

test('a program tells what the shop’s pages tell, each step once, and which order it came to', async () => {
  const page = 'https://app.example/basket';
  const { orderId } = await buy({ visitorId: 'client.42', page });
  const names = told.map(({ name }) => name);
  assert.deepEqual(
    [...new Set(names)],
    ['add_to_cart', 'begin_checkout', 'add_shipping_info', 'add_payment_info', 'purchase'],
  );
  assert.equal(new Set(told.map(({ name, key }) => `${name} ${key}`)).size, 5);
  const { items, value, currency, market, page_location: at } = told[0]?.params ?? {};
  assert.ok(Array.isArray(items));
  assert.deepEqual(
    [items.length, items[0].quantity, items[0].price, value, currency, at],
    [1, 2, '12.00', '24.00', 'EUR', page],
  );
  assert.equal(typeof market, 'string');
  const bought = told.find(({ name }) => name === 'purchase');
  assert.deepEqual([bought?.key, bought?.params['transaction_id']], [orderId, orderId]);
});

test('pieces put in and taken out are told by the difference, each change once', async () => {
  const visit = { visitorId: 'client.46', page: 'https://app.example/basket' };
  const { token } = await ask('POST', '/carts', {});
  const { lines } = await ask('POST', `/carts/${token}/lines`, { variantId: cup, quantity: 2, visit });
  const line = `/carts/${token}/lines/${lines[0].id}`;
  await ask('PATCH', line, { quantity: 5, visit });
  await ask('PATCH', line, { quantity: 5, visit });
  await ask('PATCH', line, { quantity: 4, visit });
  const query = `?${new URLSearchParams(visit)}`;
  await ask('DELETE', `${line}${query}`, undefined);
  const gone = await app.inject({ method: 'DELETE', url: `/api/store/v1${line}${query}` });
  assert.equal(gone.statusCode, 404);
  const changes = told.map(({ name, params: { items, value, page_location } }) => {
    assert.ok(Array.isArray(items));
    return [name, items[0].quantity, value, page_location];
  });
  assert.deepEqual(changes, [
    ['add_to_cart', 2, '24.00', visit.page],
    ['add_to_cart', 3, '36.00', visit.page],
    ['remove_from_cart', 1, '12.00', visit.page],
    ['remove_from_cart', 4, '48.00', visit.page],
  ]);
  assert.equal(new Set(told.map(({ key }) => key)).size, 4);
  assert.ok(browsers().every(({ visitorId }) => visitorId === 'client.46'));
});

test('a cart is looked at where somebody says so', async () => {
  const { token } = await ask('POST', '/carts', {});
  await ask('POST', `/carts/${token}/views`, {});
  assert.equal(told.length, 0, 'nothing is in it');
  await ask('POST', `/carts/${token}/lines`, { variantId: cup });
  await ask('POST', `/carts/${token}/views`, {});
  await ask('GET', `/carts/${token}`, undefined);
  assert.deepEqual(
    told.map(({ name }) => name),
    ['add_to_cart', 'view_cart'],
    'reading is not looking',
  );
});

test('what a cart and an order come through is told here by the names that the shop’s pages tell', async () => {
  const folder = new URL('../../storefront/', import.meta.url);
  const sources = await Promise.all(
    ['browser/add-to-cart.ts', 'browser/collect.ts', 'browser/lists.ts', 'browser/vitals.ts']
      .concat('privacy/checkout-events.ts')
      .map((path) => readFile(new URL(path, folder), 'utf8')),
  );
  const names = sources.flatMap((source) => source.match(/'[a-z]+(?:_[a-z]+)+'/g) ?? []);
  const isOfCart = /^(?:add|remove|begin|view_cart|purchase)/;
  const ofPages = new Set(names.map((name) => name.slice(1, -1)).filter((name) => isOfCart.test(name)));
  const here = await readFile(new URL('told-of-visit.ts', import.meta.url), 'utf8');
  const missing = [...ofPages].filter((name) => !here.includes(`'${name}'`));
  assert.deepEqual(missing, []);
  assert.ok(ofPages.size >= 6, [...ofPages].join());
});

test('with the id that a shopper agreed to, it is told of their visit', async () => {
  await buy({ visitorId: 'client.43' });
  assert.ok(browsers().every(({ visitorId }) => visitorId === 'client.43'));
  const before = Date.now();
  while ((await takenIn('client.43')) < 5) {
    assert.ok(Date.now() - before < 5_000, 'the collector takes it in');
    await new Promise((done) => setImmediate(done));
  }
});

test('a browser that objects is known by nothing that lasts', async () => {
  await buy({ visitorId: 'client.44' }, { ...BROWSER, 'sec-gpc': '1' });
  assert.ok(told.length > 0);
  for (const { visitorId, hasGpc } of browsers()) assert.deepEqual([visitorId, hasGpc], [undefined, true]);
});

test('without an id it is a visitor of the day, by what the request shows', async () => {
  await buy(undefined);
  assert.ok(told.length > 0);
  for (const { visitorId, userAgent, acceptLanguage } of browsers()) {
    assert.deepEqual([visitorId, userAgent, acceptLanguage], [undefined, BROWSER['user-agent'], 'de']);
  }
});

test('a server tells of whom it names, by their browser, and of nobody else', async () => {
  const server = { 'user-agent': 'node' };
  await buy({ userAgent: BROWSER['user-agent'] }, server);
  assert.equal(told.length, 0);
  await buy({ userAgent: BROWSER['user-agent'], visitorId: 'client.45' }, server);
  assert.ok(told.length > 0);
  for (const { visitorId, userAgent, acceptLanguage } of browsers()) {
    assert.deepEqual([visitorId, userAgent, acceptLanguage], ['client.45', BROWSER['user-agent'], '*']);
  }
});
