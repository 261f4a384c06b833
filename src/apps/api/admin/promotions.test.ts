import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { aSale, PROMOTION } from '../../../../test/selling/a-sale.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { ADDRESS } from '../../../../test/selling/shopper.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping: shoppingWith(selling.deps) });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const { secret } = expectOk(
  await transact(db, (tx) => createKey(tx, { name: 'test', scopes: Object.keys(SCOPES), now: NOW })),
);
const admin = makeClient(ADMIN_API, { origin, token: secret });
const sale = await aSale(selling);

type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor?: string | undefined };

/** Every item, one a page. */
async function oneByOne<Item>(read: (query: { limit: string; cursor?: string }) => Promise<Page<Item>>) {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: '1', ...(cursor === undefined ? {} : { cursor }) });
    assert.equal(page.items.length, 1);
    assert.ok(items.length < 50, 'it goes round');
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return items;
}

test('codes are given in bulk, listed page by page with what was used, and taken out of use', async () => {
  const params = { id: sale.promotionId };
  await got(admin.saveCodes({ params, body: { codes: ['SPRING', 'APRIL', 'MAY-TIME'], usesLimit: 5 } }));
  const listed = () => oneByOne((query) => got(admin.listCodes({ params, query })));
  assert.deepEqual(await listed(), [
    { code: 'APRIL', usesLimit: 5, used: 0 },
    { code: 'MAY-TIME', usesLimit: 5, used: 0 },
    { code: 'SPRING', usesLimit: 5, used: 0 },
  ]);
  await got(admin.removeCodes({ params, body: { codes: ['april', 'may-time', 'JUNE'] }, ...once() }));
  assert.deepEqual(
    (await listed()).map(({ code }) => code),
    ['SPRING'],
  );
});

test('a lane is named and says how it stacks, as far as what is in it can', async () => {
  const save = (stacking: 'best' | 'all' | 'best_per_line') =>
    admin.saveLane({ params: { lane: '2' }, body: { name: 'Orders', stacking } });
  assert.deepEqual(await got(save('all')), { lane: 2, name: 'Orders', stacking: 'all' });
  // 10 % off the whole order is in it.
  assert.equal(await refusedAs(save('best_per_line')), 'lane_is_per_line');
  const lanes = await oneByOne((query) => got(admin.listLanes({ query })));
  assert.deepEqual(
    lanes.filter(({ lane }) => lane === 2),
    [{ lane: 2, name: 'Orders', stacking: 'all' }],
  );
});

test('promotions, keys and timelines go on after the item that was last', async () => {
  const { id } = await got(
    admin.createPromotion({ body: { promotion: { ...PROMOTION, name: 'Autumn' } }, ...once() }),
  );
  const promotions = await oneByOne((query) => got(admin.listPromotions({ query })));
  assert.deepEqual(
    promotions.map((one) => one.id),
    [sale.promotionId, id],
  );
  const { key } = await got(
    admin.createApiKey({ body: { name: 'second', scopes: ['stock:read'] }, ...once() }),
  );
  const keys = await oneByOne((query) => got(admin.listApiKeys({ query })));
  assert.deepEqual([keys.length, keys[0]?.id, keys[1]?.name], [2, key.id, 'test']);
  const params = { id: sale.orderId };
  const whole = await got(admin.readTimeline({ params }));
  assert.deepEqual(await oneByOne((query) => got(admin.readTimeline({ params, query }))), whole.items);
  assert.ok(whole.items.length > 3 && whole.items[0]?.kind === 'placed');
  assert.equal(await refusedAs(admin.readTimeline({ params, query: { cursor: 'x' } })), 'invalid_cursor');
});

test('a customer’s addresses are kept by staff, and go with them when two were one', async () => {
  const [from, into] = [sale.customerId, sale.otherCustomerId];
  const added = await got(admin.addAddress({ params: { id: from }, body: { address: ADDRESS }, ...once() }));
  assert.deepEqual([added.address.city, added.isDefaultShipping], ['Berlin', true]);
  const change = (id: string) =>
    admin.changeCustomerAddress({
      params: { id, addressId: added.id },
      body: { address: { ...ADDRESS, line1: 'Rosenweg 3' } },
    });
  assert.equal(await refusedAs(change(into)), 'not_found');
  await got(change(from));
  const lines = async (id: string) =>
    (await got(admin.listAddresses({ params: { id } }))).items.map(({ address }) => address.line1);
  const merge = (fromId: string) =>
    admin.mergeCustomers({ params: { id: into }, body: { fromId, isConfirmed: true }, ...once() });
  assert.equal(await refusedAs(merge(into)), 'same_customer');
  await got(merge(from));
  assert.deepEqual([await lines(from), await lines(into)], [[], ['Rosenweg 3']]);
  assert.equal(await refusedAs(merge(from)), 'not_found');
  await got(admin.removeAddress({ params: { id: into, addressId: added.id } }));
  assert.deepEqual(await lines(into), []);
});
