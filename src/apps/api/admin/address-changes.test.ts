import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW } from '../../../../test/selling/open-shop.ts';
import { anOrderTo, openWorld, PLACES } from '../../../../test/selling/places.ts';
import { expectOk } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { newId } from '../../../platform/id.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const world = await openWorld(connection);
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping: shoppingWith(world.deps) });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const { secret } = expectOk(
  await db
    .transaction()
    .execute((tx) => createKey(tx, { name: 'test', scopes: Object.keys(SCOPES), now: NOW })),
);
const admin = makeClient(ADMIN_API, { origin, token: secret });

test('an order is sent to another country for what was looked at', async () => {
  const params = { id: await anOrderTo(world) };
  const address = PLACES.utrecht;
  const seen = await got(admin.previewAddressChange({ params, body: { address } }));
  assert.deepEqual([seen.isElsewhere, seen.settlement, seen.difference.amount], [true, 'back', '-2.00']);
  assert.deepEqual([seen.before.total.amount, seen.after.total.amount], ['58.90', '56.90']);
  assert.deepEqual(
    seen.after.taxes.map(({ country, rate, tax }) => [country, rate, tax.amount]),
    [['NL', '0.21', '9.88']],
  );
  const change = (body: { expectedTotal?: { amount: string; currency: string } }) =>
    admin.changeAddress({ params, body: { address, ...body } });
  assert.equal(await refusedAs(change({})), 'total_needed');
  assert.equal(await refusedAs(change({ expectedTotal: seen.before.total })), 'total_changed');
  const { secret: editor } = expectOk(
    await db
      .transaction()
      .execute((tx) => createKey(tx, { name: 'editor', scopes: ['orders:read', 'orders:write'], now: NOW })),
  );
  const body = { address, expectedTotal: seen.after.total };
  const edits = makeClient(ADMIN_API, { origin, token: editor });
  // What goes back is a refund, whatever it is called.
  assert.equal(await refusedAs(edits.changeAddress({ params, body })), 'may_not_refund');
  await got(change({ expectedTotal: seen.after.total }));
  const order = await got(admin.readOrder({ params }));
  assert.deepEqual([order.shippingAddress?.country, order.totals.total.amount], ['NL', '56.90']);
  assert.equal(order.refunded.amount, '2.00');
});

test('an order does not go where more is due than was paid', async () => {
  const params = { id: await anOrderTo(world) };
  const address = PLACES.vienna;
  const { settlement, after: there } = await got(admin.previewAddressChange({ params, body: { address } }));
  assert.equal(settlement, 'more');
  const body = { address, expectedTotal: there.total };
  assert.equal(await refusedAs(admin.changeAddress({ params, body })), 'more_is_due');
  const { id } = await got(admin.proposeAddressChange({ params, body, idempotencyKey: randomUUID() }));
  assert.equal(
    await refusedAs(admin.proposeAddressChange({ params, body, idempotencyKey: randomUUID() })),
    'already_proposed',
  );
  const [open, ...others] = (await got(admin.listAddressChanges({ params }))).items;
  assert.deepEqual([open?.id, open?.isOpen, open?.difference.amount, others.length], [id, true, '5.00', 0]);
  await got(admin.withdrawAddressChange({ params }));
  const [ended] = (await got(admin.listAddressChanges({ params }))).items;
  assert.deepEqual([ended?.state, ended?.isOpen], ['withdrawn', false]);
  const retry = (changeId: typeof id) =>
    admin.retryAddressChangeReturn({
      params: { ...params, changeId },
      idempotencyKey: randomUUID(),
    });
  assert.equal(await refusedAs(retry(id)), 'nothing_stuck');
  assert.equal(await refusedAs(retry(newId())), 'no_proposal');
});
