import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../test/database.ts';
import { aSale } from '../../../test/selling/a-sale.ts';
import { NOW, openSellingShop } from '../../../test/selling/open-shop.ts';
import { expectOk } from '../../kernel/index.ts';
import { createKey, SCOPES } from '../../modules/access/index.ts';
import type { Endpoint } from '../../platform/api/index.ts';
import { aSearch } from '../storefront/testing/a-search.ts';
import { EXAMPLE } from './example-ids.ts';
import { ADMIN_API, STORE_API } from './index.ts';
import { anApi, shoppingWith } from './testing/an-api.ts';

const connection = await testDatabase(16);
const selling = await openSellingShop(connection);
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping: shoppingWith(selling.deps) });
after(() => app.close());

const mine = await aSale(selling, 'ada@example.org');
const theirs = await aSale(selling, 'bob@example.org');

const withoutOrders = Object.keys(SCOPES).filter(
  (scope) => !scope.startsWith('orders:') && !/^(payments|mails)/.test(scope),
);
const { secret: staff } = expectOk(
  await connection.db
    .transaction()
    .execute((tx) => createKey(tx, { name: 'no orders', scopes: withoutOrders, now: NOW })),
);

type Sale = typeof mine;
type Asking = {
  readonly order: string;
  readonly id: string;
  readonly token: string;
  readonly bearer?: string;
};

/** Asks an endpoint about an order, as somebody who holds this token and sends this bearer. */
async function ask(prefix: string, name: string, endpoint: Endpoint, { bearer, ...about }: Asking) {
  const values: Readonly<Record<string, string>> = {
    ...{ ...about, returnId: mine.returnId, fulfilmentId: mine.fulfilmentId, lineId: mine.lineId },
    ...{ documentId: randomUUID(), exchangeId: randomUUID(), refundId: randomUUID(), fileId: randomUUID() },
    changeId: randomUUID(),
  };
  const url =
    prefix +
    endpoint.path.replaceAll(/\{(\w+)\}/g, (_, part: string) => {
      assert.ok(values[part], `${name}: nothing stands for {${part}}`);
      return values[part];
    });
  const api = prefix === STORE_API.prefix ? STORE_API : ADMIN_API;
  const examples: Readonly<Record<string, unknown>> = api.examples;
  const body = JSON.stringify(examples[name] ?? {})
    .replaceAll(EXAMPLE.orderLine, mine.lineId)
    .replaceAll(EXAMPLE.fulfilment, mine.fulfilmentId);
  const answer = await app.inject({
    ...{ method: endpoint.method, url, ...(endpoint.body === undefined ? {} : { payload: body }) },
    headers: {
      ...{ 'idempotency-key': randomUUID(), ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
      ...(endpoint.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
  });
  return { status: answer.statusCode, code: String(answer.json().code ?? '') };
}

const endpointsOf = (api: typeof STORE_API | typeof ADMIN_API) => Object.entries<Endpoint>(api.endpoints);
const byToken = endpointsOf(STORE_API).filter(([, { audience }]) => audience === 'order_token');
const ofCustomers = endpointsOf(STORE_API).filter(([, { path }]) => path.startsWith('/customer/orders/{id}'));
const ofStaff = endpointsOf(ADMIN_API).filter(([, { path }]) => path.startsWith('/orders/{id}'));

test('every path to an order by its token opens to this token, and to no other and to no bearer', async () => {
  assert.ok(byToken.length >= 15);
  const asked = { order: mine.number, id: mine.orderId };
  const strangers: readonly Omit<Asking, 'order' | 'id'>[] = [
    { token: theirs.accessToken },
    { token: theirs.accessToken, bearer: theirs.session },
    // The owner, signed in: what is opened by a token is opened by nothing else.
    { token: 'x'.repeat(32), bearer: mine.session },
    { token: 'x'.repeat(32), bearer: staff },
    { token: mine.session },
  ];
  for (const [name, endpoint] of byToken) {
    for (const stranger of strangers) {
      const { status, code } = await ask(STORE_API.prefix, name, endpoint, { ...asked, ...stranger });
      assert.deepEqual([status, code], [404, 'unknown_order'], name);
    }
    const crossed = { order: theirs.number, id: theirs.orderId, token: mine.accessToken };
    assert.equal((await ask(STORE_API.prefix, name, endpoint, crossed)).code, 'unknown_order', name);
  }
  for (const [name, endpoint] of byToken) {
    const own = await ask(STORE_API.prefix, name, endpoint, { ...asked, token: mine.accessToken });
    assert.ok(own.status < 500 && own.code !== 'unknown_order', `${name} ${own.status} ${own.code}`);
  }
});

test('a customer’s orders open to them, to no guest, to no other customer and to no key of staff', async () => {
  assert.ok(ofCustomers.length >= 2);
  const asked = { order: mine.number, id: mine.orderId, token: mine.accessToken };
  for (const [name, endpoint] of ofCustomers) {
    const as = (bearer?: string) =>
      ask(STORE_API.prefix, name, endpoint, { ...asked, ...(bearer ? { bearer } : {}) });
    assert.equal((await as()).status, 401, name);
    assert.equal((await as(staff)).status, 401, name);
    assert.equal((await as(mine.accessToken)).status, 401, name);
    assert.deepEqual(await as(theirs.session), { status: 404, code: 'unknown_order' }, name);
    assert.ok((await as(mine.session)).status < 300, name);
  }
  const listed = async ({ session }: Sale) => {
    const headers = { authorization: `Bearer ${session}` };
    const page = await app.inject({ url: `${STORE_API.prefix}/customer/orders`, headers });
    return page.json().items.map(({ id }: { id: string }) => id);
  };
  assert.deepEqual([await listed(mine), await listed(theirs)], [[mine.orderId], [theirs.orderId]]);
});

test('the admin’s paths to an order open to no guest, to no customer and to no key without the right', async () => {
  assert.ok(ofStaff.length >= 26);
  const asked = { order: mine.number, id: mine.orderId, token: mine.accessToken };
  for (const [name, endpoint] of ofStaff) {
    const as = (bearer?: string) =>
      ask(ADMIN_API.prefix, name, endpoint, { ...asked, ...(bearer ? { bearer } : {}) });
    assert.equal((await as()).status, 401, name);
    assert.equal((await as(mine.session)).status, 401, name);
    assert.equal((await as(mine.accessToken)).status, 401, name);
    assert.deepEqual(await as(staff), { status: 403, code: 'forbidden' }, name);
  }
});
