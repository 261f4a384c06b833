import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/database.ts';
import { ENGLISH, NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { ADDRESS, aCart, aReadyCart, order } from '../../../test/selling/shopper.ts';
import { expectOk } from '../../kernel/index.ts';
import { createKey, SCOPES } from '../../modules/access/index.ts';
import { readPricedCart } from '../../modules/carts/index.ts';
import { findOrCreateByEmail } from '../../modules/customers/index.ts';
import { defaultLocation } from '../../modules/inventory/index.ts';
import { savePromotion } from '../../modules/pricing/index.ts';
import type { Endpoint } from '../../platform/api/index.ts';
import { aSearch } from '../storefront/testing/a-search.ts';
import { ADMIN_API, STORE_API } from './index.ts';
import { anApi, shoppingWith } from './testing/an-api.ts';
import { mutationsOf } from './testing/mutations.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const [cup] = selling.variants;
const app = await anApi(connection, aSearch([]), {
  now: () => NOW,
  shopping: shoppingWith(selling.deps),
});
after(() => app.close());

const { secret } = expectOk(
  await db
    .transaction()
    .execute((tx) => createKey(tx, { name: 'fuzz', scopes: Object.keys(SCOPES), now: NOW })),
);
const { id: locationId } = await defaultLocation(db);
const token = await aReadyCart(selling, { variantId: cup, quantity: 1 });
const lineId = (await readPricedCart(selling.deps, { token, now: NOW }))?.lines[0]?.id ?? '';
const placed = expectOk(await order(selling, await aReadyCart(selling, { variantId: cup, quantity: 1 })));
const { id: customerId } = await db
  .transaction()
  .execute((tx) => findOrCreateByEmail(tx, { email: 'ada@example.org', locale: ENGLISH, now: NOW }));
const promotion = {
  ...{ name: 'Spring', trigger: 'code', lane: 2, limits: {} },
  benefits: [{ kind: 'percent_off', per: 'order', rateMillionths: 100_000 }],
};
const promotionId = expectOk(
  await db.transaction().execute((tx) => savePromotion(tx, { promotion, now: NOW })),
).id;

const PARAMS: Readonly<Record<string, string>> = {
  ...{ token, lineId, handle: 'cup', order: placed.number, currency: 'EUR', variantId: cup },
  ...{ code: 'NOSUCH', giftCardId: randomUUID() },
};
const IDS: Readonly<Record<string, string>> = {
  ...{ orders: placed.orderId, customers: customerId, promotions: promotionId },
};

const money = { amount: '5.00', currency: 'EUR' };
const urls = { returnUrl: 'https://app.example/back', cancelUrl: 'https://app.example/cart' };

/** A body of each endpoint that takes one, with every field that it may have. */
const BODIES: Readonly<Record<string, unknown>> = {
  createCart: { storefront: '' },
  addLine: { variantId: cup, quantity: 1, giftMessage: 'Hello' },
  changeLine: { quantity: 2 },
  setDetails: {
    ...{
      email: 'ada@example.org',
      phone: '+49 30 1234567',
      shippingAddress: ADDRESS,
      billingAddress: ADDRESS,
    },
    ...{ deliveryOptionId: 'x', note: 'n', giftMessage: 'g', vatId: '', codes: ['SPRING'] },
    ...{ usesStoreCredit: false, acceptsMarketing: true },
  },
  changeStorefront: { storefront: '' },
  addCode: { code: 'SPRING' },
  addGiftCard: { code: 'AAAA-BBBB', pin: '1234' },
  checkout: {
    expectedTotal: money,
    payment: { methodId: randomUUID(), token: 'tok_visa', ...urls },
    terms: { version: '1' },
  },
  saveProduct: {
    ...{
      title: 'Cup',
      descriptionHtml: '<p>Cup</p>',
      kind: 'physical',
      status: 'active',
      productType: 'Cups',
    },
    ...{ brand: 'Halden', categories: [['Home']], tags: ['a'], options: [{ name: 'Size', values: ['S'] }] },
    ...{ seoTitle: 's', seoDescription: 'd', safetyWarnings: 'w', publishAt: '2026-01-01T00:00:00Z' },
    manufacturer: { name: 'H', postalAddress: 'a', electronicAddress: 'e' },
    variants: [
      {
        ...{ optionValues: ['S'], sku: 'cup', barcode: '4006381333931', weightGrams: 300, hsCode: '691110' },
        ...{ originCountry: 'DE', requiresShipping: true, isTaxable: true, taxCode: '' },
      },
    ],
  },
  setPrices: { prices: [{ variantId: cup, price: money, compareAt: { amount: '6.00', currency: 'EUR' } }] },
  countStock: { reference: 'r', counts: [{ variantId: cup, locationId, onHand: 50 }] },
  moveStock: { reason: 'received', reference: 'r', moves: [{ variantId: cup, locationId, quantity: 1 }] },
  createPromotion: { promotion },
  changePromotion: { promotion },
  saveCodes: { codes: ['SPRING'], usesLimit: 10 },
  makeCodes: { count: 1, prefix: 'A', usesLimit: 1 },
  addNote: { text: 'called' },
  cancelOrder: { reason: 'merchant' },
  capturePayment: { key: 'parcel', amount: money, isFinal: false },
  fulfilOrder: { lines: [{ lineId: randomUUID(), quantity: 1 }], carrier: 'DHL', trackingNumber: '1' },
  deliverFulfilment: { fulfilmentId: randomUUID() },
  refundOrder: {
    ...{ lines: [{ lineId: randomUUID(), quantity: 1 }], withDelivery: true, goodwill: money },
    ...{ means: 'original', reason: 'late', returnId: randomUUID() },
  },
  requestReturn: { lines: [{ lineId: randomUUID(), quantity: 1, reason: 'faulty', note: 'n' }] },
  grantStoreCredit: { amount: money, reference: 'goodwill' },
  issueGiftCard: { amount: money, expiresAt: '2027-01-01T00:00:00Z', recipient: 'ada@example.org' },
  disableGiftCard: { isDisabled: true },
  createApiKey: { name: 'k', scopes: ['stock:read'], expiresAt: '2027-01-01T00:00:00Z' },
};

const ENDPOINTS: readonly (readonly [string, string, Endpoint])[] = [STORE_API, ADMIN_API].flatMap(
  ({ prefix, endpoints }) =>
    Object.entries<Endpoint>(endpoints).map(([name, one]) => [prefix, name, one] as const),
);
const WRITES = ENDPOINTS.filter(([, , { body }]) => body !== undefined);

function addressOf(
  prefix: string,
  { path }: Endpoint,
  change: Readonly<Record<string, string>> = {},
): string {
  const own = IDS[path.split('/')[1] ?? ''] ?? randomUUID();
  const values: Readonly<Record<string, string>> = { ...PARAMS, id: own, ...change };
  const isOrder = path.startsWith('/orders/{order}');
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    isOrder && name === 'token' && !('token' in change) ? placed.accessToken : (values[name] ?? ''),
  );
  return prefix + filled;
}

const send = (url: string, { method }: Endpoint, payload?: string) =>
  app.inject({
    ...{ method, url, ...(payload === undefined ? {} : { payload }) },
    headers: {
      ...{ authorization: `Bearer ${secret}`, 'idempotency-key': randomUUID() },
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
    },
  });

/** What the whole database holds, in one number a table; the API key's last use is not a write of anybody's. */
async function everything(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker') order by 1`.execute(db);
  const parts = tables.map(
    ({ name }) =>
      sql`select ${name}::text as name, count(*) as rows, sum(hashtext(t::text)::bigint) as sum from ${sql.raw(name)} t`,
  );
  const { rows } = await sql`${sql.join(parts, sql` union all `)} order by 1`.execute(db);
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value));
}

test('the bodies are understood before they are made wrong', async () => {
  assert.deepEqual(
    WRITES.map(([, name]) => name).filter((name) => !(name in BODIES)),
    [],
  );
  for (const [, name, { body }] of WRITES) assert.ok(body?.safeParse(BODIES[name]).success, name);
});

test('a cart that is another’s stays as it is, whatever is sent with one’s own token', async () => {
  const theirs = await aCart(selling, { variantId: cup, quantity: 1 });
  const their = (await readPricedCart(selling.deps, { token: theirs, now: NOW }))?.cart;
  const url = addressOf(STORE_API.prefix, STORE_API.endpoints.changeLine, {
    lineId: their?.lines[0]?.id ?? '',
  });
  const answer = await send(url, STORE_API.endpoints.changeLine, '{"quantity":99}');
  assert.equal(answer.statusCode, 404);
  const after = (await readPricedCart(selling.deps, { token: theirs, now: NOW }))?.cart;
  assert.equal(after?.lines[0]?.quantity, 1);
});

test('a body with a wrong field is refused by the field’s name, and nothing is written', async () => {
  let refused = 0;
  // The key's first use is noted, which is no write of what is sent.
  await app.inject({ url: `${ADMIN_API.prefix}/locations`, headers: { authorization: `Bearer ${secret}` } });
  const before = await everything();
  for (const [prefix, name, endpoint] of WRITES) {
    for (const { path, what, text, body } of mutationsOf(BODIES[name])) {
      // Some of them are right for some fields: they have a test of their own below.
      if (endpoint.body?.safeParse(body).success && !/__proto__|constructor|NUL|half|nested/.test(what))
        continue;
      const answer = await send(addressOf(prefix, endpoint), endpoint, text);
      const about = `${name} ${path.join('.')}: ${what}: ${answer.statusCode} ${answer.body.slice(0, 200)}`;
      assert.equal(answer.statusCode, 422, about);
      assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, about);
      const fields: string[] = answer.json().errors.map(({ field }: { field: string }) => field);
      const first = String(path[0]);
      assert.ok(
        fields.some((field) => field.startsWith(first)),
        about,
      );
      refused += 1;
    }
  }
  assert.equal(await everything(), before, 'something was written');
  assert.ok(refused > 1_000, `${refused} were refused`);
});

test('whatever the schemas let through never fails', async () => {
  for (const [prefix, name, endpoint] of WRITES) {
    for (const { path, what, text, body } of mutationsOf(BODIES[name])) {
      if (!endpoint.body?.safeParse(body).success) continue;
      const answer = await send(addressOf(prefix, endpoint), endpoint, text);
      const isOurs = answer.statusCode >= 500 && answer.json().code !== 'provider_unavailable';
      assert.ok(
        !isOurs,
        `${name} ${path.join('.')}: ${what}: ${answer.statusCode} ${answer.body.slice(0, 200)}`,
      );
    }
  }
});

const WRONG_TEXTS = [
  '-1',
  '1e308',
  'NaN',
  '0.5',
  '__proto__',
  '%00',
  '%ff',
  "';--",
  'x'.repeat(200),
  '%ud800',
  '..%2f..',
];

test('wrong addresses and queries are refused by name and never fail', async () => {
  for (const [prefix, name, endpoint] of ENDPOINTS) {
    const payload = endpoint.body === undefined ? undefined : JSON.stringify(BODIES[name]);
    const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, part = '']) => part);
    const addresses = [
      ...names.flatMap((part) => WRONG_TEXTS.map((text) => addressOf(prefix, endpoint, { [part]: text }))),
      ...[...Object.keys(endpoint.query?.shape ?? {}), 'unknown', '__proto__'].flatMap((field) =>
        WRONG_TEXTS.map((text) => `${addressOf(prefix, endpoint)}?${field}=${text}`),
      ),
    ];
    for (const url of addresses) {
      const answer = await send(url, endpoint, payload);
      const isOurs = answer.statusCode >= 500 && answer.json().code !== 'provider_unavailable';
      assert.ok(!isOurs, `${name} ${url.slice(0, 200)}: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
      if (answer.statusCode >= 400) {
        assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, url);
        assert.ok(answer.json().code, url);
      }
    }
  }
});
