import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { aSale } from '../../../../test/selling/a-sale.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { sealEntries } from '../../../modules/audit/index.ts';
import { type Endpoint, makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const [cup] = selling.variants;
const app = await anApi(connection, aSearch([]), {
  now: () => NOW,
  shopping: shoppingWith(selling.deps),
});
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());

const clientWith = async (name: string, scopes: readonly string[]) => {
  const { secret } = expectOk(await transact(db, (tx) => createKey(tx, { name, scopes, now: NOW })));
  return makeClient(ADMIN_API, { origin, token: secret });
};
const admin = await clientWith('Warehouse', Object.keys(SCOPES));
const sale = await aSale(selling);

const entriesOf = async (query: object, reader = admin) =>
  (await got(reader.listAuditEntries({ query: { limit: '100', ...query } }))).items;
const latest = async (operation: string) => {
  const [entry] = await entriesOf({ operation });
  assert.ok(entry, operation);
  return entry;
};

test('what is done in one transaction is one entry, with what it made', async () => {
  const body = { name: 'Islands', position: 7, countries: ['MT'], regions: [], postalCodes: [] };
  const zone = await got(admin.createShippingZone({ ...once(), body }));
  const entry = await latest('createShippingZone');
  assert.deepEqual(
    [entry.actorName, entry.kind, entry.subjectId, entry.outcome, entry.ip],
    ['Warehouse', 'shipping_zone', zone.id, 'done', '127.0.0.1'],
  );
  assert.match(entry.actor, /^api_key:/);
  assert.deepEqual(await got(admin.readAuditEntry({ params: { id: entry.id } })), entry);
  assert.deepEqual(
    entry.differences.find(({ field }) => field === 'name'),
    { field: 'name', after: 'Islands' },
  );
  assert.equal((await entriesOf({ operation: 'createShippingZone' })).length, 1);
});

test('what has transactions of its own is asked and done, with before and after', async () => {
  const [zone] = (await got(admin.listShippingZones({}))).items;
  assert.ok(zone);
  const { id, ...rest } = zone;
  await got(admin.changeShippingZone({ params: { id }, body: { ...rest, name: 'Everywhere' } }));
  const [done, asked] = await entriesOf({ operation: 'changeShippingZone' });
  assert.deepEqual([asked?.outcome, done?.outcome], ['asked', 'done']);
  assert.equal(asked?.attemptId, done?.attemptId);
  assert.deepEqual(done?.differences, [{ field: 'name', before: zone.name, after: 'Everywhere' }]);
});

test('prices of many variants are seen before and after', async () => {
  const price = { amount: '19.50', currency: 'EUR' };
  const [before] = (await got(admin.readPrices({ query: { variantIds: cup } }))).items;
  await got(admin.setPrices({ body: { prices: [{ variantId: cup, price }] } }));
  const { differences, subjectId } = await latest('setPrices');
  assert.equal(subjectId, cup);
  const [difference] = differences.filter(({ field }) => field.endsWith('price.amount'));
  assert.deepEqual([difference?.before, difference?.after], [before?.price.amount, '19.50']);
});

test('what is refused, forbidden or repeated is told apart', async () => {
  assert.equal(await refusedAs(admin.revokeApiKey({ params: { id: randomUUID() } })), 'not_found');
  const refused = await latest('revokeApiKey');
  assert.deepEqual([refused.outcome, refused.code], ['refused', 'not_found']);
  const reader = await clientWith('Reader', ['orders:read']);
  assert.equal(
    await refusedAs(reader.addNote({ ...once(), params: { id: sale.orderId }, body: { text: 'Hello' } })),
    'forbidden',
  );
  const forbidden = await latest('addNote');
  assert.deepEqual(
    [forbidden.actorName, forbidden.subjectId, forbidden.outcome, forbidden.code],
    ['Reader', sale.orderId, 'refused', 'forbidden'],
  );
  const twice = { ...once(), params: { id: sale.orderId }, body: { text: 'Call her' } };
  await got(admin.addNote(twice));
  await got(admin.addNote(twice));
  const done = await entriesOf({ operation: 'addNote', outcome: 'done' });
  assert.equal(done.length, 1, 'a repetition does nothing');
  const lines = [{ lineId: sale.lineId, quantity: 9 }];
  const refunded = { ...once(), params: { id: sale.orderId }, body: { lines, reason: 'none' } };
  assert.equal(await refusedAs(admin.refundOrder(refunded)), 'more_than_bought');
  assert.equal((await latest('refundOrder')).code, 'more_than_bought');
});

test('a person can be forgotten: the log knows that they changed, not who they were', async () => {
  const params = { id: sale.otherCustomerId };
  await got(admin.changeCustomer({ params, body: { name: 'Grace Hopper', phone: '+49 30 1234567' } }));
  const { differences } = await latest('changeCustomer');
  assert.deepEqual(
    differences.toSorted((a, b) => (a.field < b.field ? -1 : 1)),
    [
      { field: 'name', isHidden: true },
      { field: 'phone', isHidden: true },
    ],
  );
  await got(admin.eraseCustomer({ ...once(), params, body: { isConfirmed: true } }));
  const all = JSON.stringify(await entriesOf({ kind: 'customer' }));
  assert.doesNotMatch(all, /Grace|1234567|other-ada/);
});

test('a key is kept without its secret, and nobody else’s secrets are', async () => {
  const { secret } = await got(
    admin.createApiKey({ ...once(), body: { name: 'Till', scopes: ['orders:read'] } }),
  );
  const { kind, differences } = await latest('createApiKey');
  assert.equal(kind, 'api_key');
  assert.ok(differences.some(({ field, after }) => field === 'name' && after === 'Till'));
  assert.ok(!JSON.stringify(await entriesOf({})).includes(secret.slice(3)));
});

test('the log is found by words, exported whole, and whole itself', async () => {
  const found = await entriesOf({ q: 'everywh' });
  assert.deepEqual(
    found.map(({ operation }) => operation),
    ['changeShippingZone'],
  );
  const file = await got(admin.exportAuditEntries({}));
  const lines = (await file.text()).trim().split('\r\n');
  assert.equal(lines.length - 1, (await entriesOf({})).length);
  await sealEntries(db);
  const { isWhole, entries, head, waiting } = await got(admin.verifyAudit({}));
  assert.deepEqual([isWhole, entries, waiting], [true, String(lines.length - 1), 0]);
  assert.ok((await got(admin.verifyAudit({ query: { head: head ?? '' } }))).isWhole);
  assert.equal(await refusedAs(admin.verifyAudit({ query: { head: 'none' } })), 'not_a_head');
});

test('every write says what it changes, by a GET that there is', async () => {
  for (const [name, endpoint] of Object.entries(ADMIN_API.endpoints)) {
    if (endpoint.method === 'GET') continue;
    const { changes } = endpoint;
    if ('nothing' in changes) assert.ok(changes.nothing.length > 4, name);
    if (!('read' in changes)) continue;
    const read = new Map(Object.entries<Endpoint>(ADMIN_API.endpoints)).get(changes.read);
    assert.equal(read?.method, 'GET', name);
    const takesIds = Object.keys(read?.query?.shape ?? {}).includes('variantIds');
    assert.ok(takesIds || !read?.query || read.query.safeParse({}).success, `${changes.read} asks for more`);
  }
});
