import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { registerApi } from '../../src/apps/api/index.ts';
import { A_SYSTEM, NO_FILES, OPEN_SECRETS, shoppingWith } from '../../src/apps/api/testing/an-api.ts';
import { registerStorefront } from '../../src/apps/storefront/index.ts';
import { aShopping } from '../../src/apps/storefront/testing/a-shopping.ts';
import { aVisitor } from '../../src/apps/storefront/testing/a-visitor.ts';
import { plainRenderer } from '../../src/apps/storefront/testing/plain-renderer.ts';
import { findCardNumbers } from '../../src/kernel/index.ts';
import { openSearch } from '../../src/modules/search/index.ts';
import { listen } from '../../src/platform/broadcast/index.ts';
import { makeMetrics, makeServer } from '../../src/platform/http/index.ts';
import { makeLog } from '../../src/platform/log/index.ts';
import { testDatabase } from '../database.ts';
import { openSellingShop } from '../selling/open-shop.ts';
import { ADDRESS, aCart } from '../selling/shopper.ts';

// Put together here, so that no file of the shop holds a card number.
const VISA = ['4242', '4242', '4242', '4242'];
const AMEX = ['3782', '822463', '10005'];
const NUMBERS = [VISA.join(''), VISA.join(' '), VISA.join('-'), AMEX.join(''), AMEX.join(' ')];
const [PLAIN = '', SPACED = ''] = NUMBERS;

const connection = await testDatabase(8);
const shop = await openSellingShop(connection);
const { db } = connection;
const [cup] = shop.variants;
const now = () => Temporal.Now.instant();
const lines: string[] = [];
const log = makeLog('trace', { write: (line) => void lines.push(line) });
const search = await openSearch({ db, listen: (listener) => listen(connection, listener), log, now });
const server = await makeServer({ log, checks: {}, metrics: makeMetrics() });
const common = {
  search,
  log: server.log,
  now,
  listen: (listener: Parameters<typeof listen>[1]) => listen(connection, listener),
};
await registerApi(server, {
  ...{ ...common, connection, shopping: shoppingWith(shop.deps), secrets: OPEN_SECRETS, files: NO_FILES },
  system: A_SYSTEM,
  ...{ readsPerMinute: 0, keptBytes: 1_000_000 },
});
await registerStorefront(server, {
  ...{ ...common, db: connection.reads, shopping: aShopping(connection), renderer: plainRenderer },
  baseUrl: undefined,
});
after(async () => {
  await server.close();
  await search.close();
});

/** What looks like a card number in a text once its ids, hashes and times are taken out, which are none. */
function cardNumbersIn(text: string): string[] {
  const rest = text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
    .replace(/\\x[0-9a-f]+/g, 'bytes')
    .replace(/\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?/g, 'time')
    .replace(/"time":\d{13}/g, 'time')
    .replace(/%20|\+/g, ' ');
  return findCardNumbers(rest).map(({ index, length }) =>
    rest.slice(Math.max(0, index - 60), index + length),
  );
}

/** Every row of every table, with the name of the table. */
async function dump(): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(db);
  assert.ok(tables.length > 60);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db);
    found.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  return found;
}

async function api(method: 'POST' | 'PATCH', path: string, body: object) {
  return server.inject({
    ...{ method, url: `/api/store/v1${path}`, payload: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
  });
}

const urls = { returnUrl: 'https://app.example/back', cancelUrl: 'https://app.example/cart' };

/** Every place of the checkout's API in which a text stands. */
function apiBodies(text: string) {
  const address = (field: string) => ({ ...ADDRESS, [field]: text });
  const payment = { methodId: shop.card, token: text, ...urls };
  return [
    ['PATCH', '', { note: text }, 'note'],
    ['PATCH', '', { giftMessage: `for you ${text}` }, 'giftMessage'],
    ['PATCH', '', { email: `${text.replaceAll(' ', '')}@example.org` }, 'email'],
    ['PATCH', '', { phone: text }, 'phone'],
    ['PATCH', '', { codes: [text] }, 'codes.0'],
    ...['name', 'company', 'line1', 'line2', 'city'].flatMap((field) => [
      ['PATCH', '', { shippingAddress: address(field) }, `shippingAddress.${field}`] as const,
      ['PATCH', '', { billingAddress: address(field) }, `billingAddress.${field}`] as const,
    ]),
    ['POST', '/lines', { variantId: cup, quantity: 1, giftMessage: text }, 'giftMessage'],
    ['POST', '/codes', { code: text }, 'code'],
    ['POST', '/checkout', { payment, terms: { version: '1' } }, 'payment.token'],
    ['POST', '/checkout', { terms: { version: text } }, 'terms.version'],
  ] as const;
}

describe('a card number that is typed where none belongs', () => {
  test('is refused by name in every text of the checkout’s API', async () => {
    const token = await aCart(shop, { variantId: cup, quantity: 1 });
    for (const number of NUMBERS) {
      for (const [method, path, body, field] of apiBodies(number)) {
        const answer = await api(method, `/carts/${token}${path}`, body);
        const { code, field: named } = answer.json();
        assert.deepEqual(
          [answer.statusCode, code, named],
          [422, 'invalid', field],
          `${method} ${path} ${field}`,
        );
        assert.deepEqual(cardNumbersIn(answer.body), []);
      }
    }
  });

  test('a telephone number is none, and neither is a long number that is no card’s', async () => {
    const token = await aCart(shop, { variantId: cup, quantity: 1 });
    const phone = `+49 ${VISA.join('').slice(0, 11)}`;
    for (const body of [{ phone }, { note: 'parcel 4242424242424243' }]) {
      assert.equal((await api('PATCH', `/carts/${token}`, body)).statusCode, 200, JSON.stringify(body));
    }
  });

  test('in the forms of cart and checkout, and in searches, is not kept by them either', async () => {
    const visitor = aVisitor(server);
    await visitor.post('/cart', { do: 'add', variant: cup, quantity: '1' });
    const names = ['name', 'company', 'line1', 'line2', 'city', 'postal_code', 'phone'];
    const fields = [
      'email',
      'note',
      'gift_message',
      ...names.flatMap((name) => [`shipping_${name}`, `billing_${name}`]),
    ];
    const statuses: number[] = [];
    for (const number of [PLAIN, SPACED]) {
      for (const field of fields) {
        const typed = { shipping_country: 'DE', billing: 'other', [field]: number, do: 'update' };
        statuses.push((await visitor.post('/checkout', typed)).statusCode);
      }
      for (const form of [
        { do: 'apply_code', code: number },
        { do: 'apply_gift_card', gift_card: number, gift_card_pin: '123456' },
      ]) {
        statuses.push((await visitor.post('/cart', form)).statusCode);
      }
      statuses.push((await visitor.get(`/search?q=${encodeURIComponent(number)}`)).statusCode);
      statuses.push((await server.inject(`/api/store/v1/search?q=${encodeURIComponent(number)}`)).statusCode);
      search.recordQuery({ text: `visa ${number}`, locale: 'en', hits: 0, correctedTo: undefined });
    }
    assert.deepEqual(
      statuses.filter((status) => status >= 500),
      [],
    );
    assert.ok(statuses.includes(422));
    assert.ok(!statuses.includes(404));
  });
});

test('a scan of everything that was kept and said finds no card number', async () => {
  await search.close();
  const rows = await dump();
  assert.ok(rows.length > 100);
  assert.ok(lines.length > 100, 'requests were logged');
  assert.deepEqual(rows.flatMap(cardNumbersIn), []);
  assert.deepEqual(lines.flatMap(cardNumbersIn), []);
});

test('the scan finds one that somebody wrote into a table', async () => {
  await sql`update carts.cart set details = details || jsonb_build_object('note', ${SPACED}::text)`.execute(
    db,
  );
  const found = (await dump()).flatMap(cardNumbersIn);
  assert.ok(found.length > 0 && found.every((text) => text.includes(SPACED)));
});
