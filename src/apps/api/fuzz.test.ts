import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { z } from 'zod';
import { testDatabase } from '../../../test/database.ts';
import { aSale } from '../../../test/selling/a-sale.ts';
import { NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { aCart, aReadyCart } from '../../../test/selling/shopper.ts';
import { aMember } from '../../../test/staff.ts';
import { expectOk } from '../../kernel/index.ts';
import { createKey, SCOPES } from '../../modules/access/index.ts';
import { readPricedCart } from '../../modules/carts/index.ts';
import { defaultLocation } from '../../modules/inventory/index.ts';
import { readZones } from '../../modules/shipping/index.ts';
import type { Api, Endpoint } from '../../platform/api/index.ts';
import { folderStore } from '../../platform/files/index.ts';
import { aSearch } from '../storefront/testing/a-search.ts';
import { EXAMPLE } from './example-ids.ts';
import { ADMIN_API, STORE_API } from './index.ts';
import { anApi, shoppingWith } from './testing/an-api.ts';
import { fieldOf, type Mutation, mutationsOf, textOf } from './testing/mutations.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const [cup] = selling.variants;
const folder = await mkdtemp(join(tmpdir(), 'institor-fuzz-'));
const app = await anApi(connection, aSearch([]), {
  now: () => NOW,
  shopping: shoppingWith(selling.deps),
  files: folderStore(folder),
});
after(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const { secret } = expectOk(
  await db
    .transaction()
    .execute((tx) => createKey(tx, { name: 'fuzz', scopes: Object.keys(SCOPES), now: NOW })),
);
// Of the endpoints that are for members of staff alone; signed in just now, so that nothing asks for proof.
const { token: staffToken } = await aMember(db, NOW);
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
  ...{ addressId: randomUUID(), lane: '3' },
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
      ...(audience === 'staff'
        ? { cookie: `institor_staff=${staffToken}`, 'sec-fetch-site': 'same-origin' }
        : { authorization: `Bearer ${audience === 'customer' ? sale.session : secret}` }),
      'idempotency-key': randomUUID(),
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

/** What is refused before the schema looks: its errors and the schema's do not come together. */
const isHostile = ({ mutation: { what } }: Sending) => /__proto__|constructor|NUL|half|nested/.test(what);

/** The schema lets it through, and nothing before it refuses. */
const RIGHT = new Set(
  SENDINGS.filter((one) => !isHostile(one) && one.endpoint.body?.safeParse(one.mutation.body).success),
);

/** Sends a body that is wrong in all of these, which are of one endpoint; the fields that the refusal names. */
async function refusedFields(wrong: readonly Sending[]): Promise<string[]> {
  const [first] = wrong;
  assert.ok(first);
  const { api, name, endpoint } = first;
  const text = textOf(
    bodyOf(api, name),
    wrong.map(({ mutation }) => mutation),
  );
  const answer = await send(addressOf(api.prefix, endpoint), endpoint, text);
  const about = `${aboutOf(first)}: ${answer.statusCode} ${answer.body.slice(0, 200)}`;
  assert.equal(answer.statusCode, 422, about);
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, about);
  return answer.json().errors.map(({ field }: { field: string }) => field);
}

function aboutOf({ name, mutation: { path, what } }: Sending): string {
  return `${name} ${fieldOf(path)}: ${what}`;
}

/** Of one endpoint, none within another: a refusal names every field, so that they go together. */
function togetherOf(wrong: readonly Sending[]): Sending[][] {
  const groups: Sending[][] = [];
  const alike = Map.groupBy(wrong, (one) => `${one.api.prefix} ${one.name} ${isHostile(one)}`);
  for (const all of alike.values()) {
    const own: Sending[][] = [];
    for (const one of all) {
      const group = own.find((others) => others.length < 12 && !others.some((other) => isWithin(one, other)));
      if (group) group.push(one);
      else own.push([one]);
    }
    groups.push(...own);
  }
  return groups;
}

function isWithin({ mutation: { path: one } }: Sending, { mutation: { path: other } }: Sending): boolean {
  return one.every((part, place) => place >= other.length || part === other[place]);
}

test('a body with a wrong field is refused by the field’s name, and nothing is written', async () => {
  // The key's first use is noted, which is no write of what is sent.
  await app.inject({ url: `${ADMIN_API.prefix}/locations`, headers: { authorization: `Bearer ${secret}` } });
  const before = await everything();
  const wrong = SENDINGS.filter((one) => !RIGHT.has(one));
  await forEachOf(togetherOf(wrong), async (together) => {
    const named = together.length === 1 ? [] : await refusedFields(together);
    // What the others hide, such as the amount of a price in no currency, is sent alone.
    const alone = together.filter(({ mutation: { path } }) => {
      const field = fieldOf(path);
      return !named.some(
        (one) => one === field || one.startsWith(`${field}.`) || one.startsWith(`${field}[`),
      );
    });
    for (const one of alone) {
      const fields = await refusedFields([one]);
      const [root] = one.mutation.path;
      assert.ok(
        fields.some((field) => field.startsWith(String(root))),
        `${aboutOf(one)}: ${fields}`,
      );
    }
  });
  assert.equal(await everything(), before, 'something was written');
  assert.ok(wrong.length > 6_000, `${wrong.length} were refused`);
});

test('whatever the schemas let through never fails', async () => {
  // One after the other: what is right has its effect, and the next is judged with it.
  for (const { api, name, endpoint, mutation } of RIGHT) {
    const text = textOf(bodyOf(api, name), [mutation]);
    const answer = await send(addressOf(api.prefix, endpoint), endpoint, text);
    const about = `${name} ${fieldOf(mutation.path)}: ${answer.statusCode} ${answer.body.slice(0, 200)}`;
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
