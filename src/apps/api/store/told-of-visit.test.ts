import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
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
  method: 'POST' | 'PATCH',
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = BROWSER,
) {
  const answer = await app.inject({
    ...{ method, url: `/api/store/v1${path}`, payload: body },
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
  assert.deepEqual([...new Set(names)], ['add_to_cart', 'begin_checkout', 'add_shipping_info', 'purchase']);
  const steps = told.filter(({ name }) => name === 'begin_checkout');
  assert.equal(new Set(steps.map(({ key }) => key)).size, 1);
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

test('with the id that a shopper agreed to, it is told of their visit', async () => {
  await buy({ visitorId: 'client.43' });
  assert.ok(browsers().every(({ visitorId }) => visitorId === 'client.43'));
  const before = Date.now();
  while ((await takenIn('client.43')) < 4) {
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
