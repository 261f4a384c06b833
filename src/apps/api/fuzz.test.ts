import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { z } from 'zod';
import { testDatabase } from '../../../test/database.ts';
import { NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { aCart, aReadyCart } from '../../../test/selling/shopper.ts';
import { expectOk } from '../../kernel/index.ts';
import { createKey, SCOPES } from '../../modules/access/index.ts';
import { readPricedCart } from '../../modules/carts/index.ts';
import { defaultLocation } from '../../modules/inventory/index.ts';
import { readZones } from '../../modules/shipping/index.ts';
import type { Api, Endpoint } from '../../platform/api/index.ts';
import { aSearch } from '../storefront/testing/a-search.ts';
import { EXAMPLE } from './example-ids.ts';
import { ADMIN_API, STORE_API } from './index.ts';
import { aSale } from './testing/a-sale.ts';
import { anApi, shoppingWith } from './testing/an-api.ts';
import { type Mutation, mutationsOf } from './testing/mutations.ts';

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
const [zone] = await readZones(db);
const sale = await aSale(selling);

const PARAMS: Readonly<Record<string, string>> = {
  ...{ token, lineId, handle: 'cup', order: sale.number, currency: 'EUR', variantId: cup },
  ...{ code: 'NOSUCH', giftCardId: randomUUID(), returnId: sale.returnId, documentId: randomUUID() },
  ...{ fulfilmentId: sale.fulfilmentId, provider: 'test', day: '2026-11-24', reference: 'none' },
  ...{ purpose: 'marketing_email', exchangeId: randomUUID(), refundId: randomUUID(), fileId: randomUUID() },
};
const IDS: Readonly<Record<string, string>> = {
  ...{ orders: sale.orderId, customers: sale.otherCustomerId, promotions: sale.promotionId },
  ...{ withdrawals: sale.withdrawalId, payments: sale.transferId, 'gift-cards': sale.giftCardId },
  ...{ 'payment-methods': selling.card, 'webhook-endpoints': sale.webhookEndpointId },
};

/** The documents' examples, with the ids of this shop. */
function bodyOf(api: Api, name: string): unknown {
  const ids = new Map<string, string>([
    [EXAMPLE.variant, cup],
    [EXAMPLE.location, locationId],
    [EXAMPLE.order, sale.orderId],
    [EXAMPLE.orderLine, sale.lineId],
    [EXAMPLE.fulfilment, sale.fulfilmentId],
    [EXAMPLE.return, sale.returnId],
    [EXAMPLE.zone, zone?.id ?? ''],
  ]);
  return JSON.parse(JSON.stringify(api.examples?.[name] ?? null), (_, value) => ids.get(value) ?? value);
}

const ENDPOINTS: readonly (readonly [Api, string, Endpoint])[] = [STORE_API, ADMIN_API].flatMap((api) =>
  Object.entries<Endpoint>(api.endpoints).map(([name, one]) => [api, name, one] as const),
);
const WRITES = ENDPOINTS.filter(([, , { body }]) => body !== undefined);

function addressOf(
  prefix: string,
  { path }: Endpoint,
  change: Readonly<Record<string, string>> = {},
): string {
  const own = IDS[path.split('/')[1] ?? ''] ?? (path.includes('/orders/{id}') ? sale.orderId : randomUUID());
  const values: Readonly<Record<string, string>> = { ...PARAMS, id: own, ...change };
  const isOrder = path.startsWith('/orders/{order}');
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    isOrder && name === 'token' && !('token' in change) ? sale.accessToken : (values[name] ?? ''),
  );
  return prefix + filled;
}

const send = (url: string, { method, audience }: Endpoint, payload?: string) =>
  app.inject({
    ...{ method, url, ...(payload === undefined ? {} : { payload }) },
    headers: {
      ...{
        authorization: `Bearer ${audience === 'customer' ? sale.session : secret}`,
        'idempotency-key': randomUUID(),
      },
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

test('every example is there, has every field, and is understood', () => {
  for (const [api, name, { body }] of WRITES) {
    const example = bodyOf(api, name);
    assert.ok(body?.safeParse(example).success, `${name}: ${body?.safeParse(example).error?.message}`);
    const fields = body instanceof z.ZodObject ? Object.keys(body.shape) : [];
    assert.deepEqual(Object.keys(Object(example)).toSorted(), fields.toSorted(), name);
  }
  for (const { examples, endpoints } of [STORE_API, ADMIN_API]) {
    const unknown = Object.keys(examples).filter((name) => !Object.hasOwn(endpoints, name));
    assert.deepEqual(unknown, []);
  }
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

/** All of them, several at a time: nothing that is sent here waits for another. */
async function forEachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) await work(next);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

type Sending = {
  readonly api: Api;
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly mutation: Mutation;
};

const SENDINGS = WRITES.flatMap(([api, name, endpoint]) =>
  mutationsOf(bodyOf(api, name)).map((mutation): Sending => ({ api, name, endpoint, mutation })),
);

function mayBeRight({ endpoint, mutation: { body, what } }: Sending): boolean {
  const isRight = endpoint.body?.safeParse(body).success === true;
  return isRight && !/__proto__|constructor|NUL|half|nested/.test(what);
}

test('a body with a wrong field is refused by the field’s name, and nothing is written', async () => {
  // The key's first use is noted, which is no write of what is sent.
  await app.inject({ url: `${ADMIN_API.prefix}/locations`, headers: { authorization: `Bearer ${secret}` } });
  const before = await everything();
  const wrong = SENDINGS.filter((one) => !mayBeRight(one));
  await forEachOf(wrong, async ({ api, name, endpoint, mutation: { path, what, text } }) => {
    const answer = await send(addressOf(api.prefix, endpoint), endpoint, text);
    const about = `${name} ${path.join('.')}: ${what}: ${answer.statusCode} ${answer.body.slice(0, 200)}`;
    assert.equal(answer.statusCode, 422, about);
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, about);
    const fields: string[] = answer.json().errors.map(({ field }: { field: string }) => field);
    assert.ok(
      fields.some((field) => field.startsWith(String(path[0]))),
      about,
    );
  });
  assert.equal(await everything(), before, 'something was written');
  assert.ok(wrong.length > 3_000, `${wrong.length} were refused`);
});

test('whatever the schemas let through never fails', async () => {
  // One after the other: what is right has its effect, and the next is judged with it.
  for (const { api, name, endpoint, mutation } of SENDINGS.filter(mayBeRight)) {
    const { path, what, text } = mutation;
    const answer = await send(addressOf(api.prefix, endpoint), endpoint, text);
    const about = `${name} ${path.join('.')}: ${what}: ${answer.statusCode} ${answer.body.slice(0, 200)}`;
    assert.ok(answer.statusCode < 500 || answer.json().code === 'provider_unavailable', about);
  }
});

const WRONG_TEXTS = [
  ...['-1', '1e308', 'NaN', '0.5', '__proto__', '%00', '%ff', "';--", 'x'.repeat(200), '%ud800', '..%2f..'],
];

test('wrong addresses and queries are refused by name and never fail', async () => {
  const asked = ENDPOINTS.flatMap(([api, name, endpoint]) => {
    const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, part = '']) => part);
    const whole = addressOf(api.prefix, endpoint);
    const urls = [
      ...names.flatMap((part) =>
        WRONG_TEXTS.map((text) => addressOf(api.prefix, endpoint, { [part]: text })),
      ),
      ...Object.keys(endpoint.query?.shape ?? {}).flatMap((field) =>
        WRONG_TEXTS.map((text) => `${whole}?${field}=${text}`),
      ),
      ...['unknown', '__proto__'].map((field) => `${whole}?${field}=1`),
    ];
    return urls.map((url) => ({ name, endpoint, url, body: endpoint.body && bodyOf(api, name) }));
  });
  await forEachOf(asked, async ({ name, endpoint, url, body }) => {
    const answer = await send(url, endpoint, body === undefined ? undefined : JSON.stringify(body));
    const about = `${name} ${url.slice(0, 200)}: ${answer.statusCode} ${answer.body.slice(0, 200)}`;
    assert.ok(answer.statusCode < 500 || answer.json().code === 'provider_unavailable', about);
    if (answer.statusCode < 400) return;
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, about);
    assert.ok(answer.json().code, about);
  });
});
