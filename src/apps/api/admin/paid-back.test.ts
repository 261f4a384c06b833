import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { aMember } from '../../../../test/staff.ts';
import { expectOk } from '../../../kernel/index.ts';
import { type OrderId, readOrder } from '../../../modules/orders/index.ts';
import { changeConfirmation, createRole, listMembers } from '../../../modules/staff/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';

const connection = await testDatabase(12);
const { db } = connection;
const selling = await openSellingShop(connection);
const [cup] = selling.variants;
let now = NOW;
const app = await anApi(connection, aSearch([]), { now: () => now, shopping: shoppingWith(selling.deps) });
after(() => app.close());

const owner = await aMember(db, NOW);
const by = { kind: 'member', id: owner.member.id } as const;
const thirty = expectOk(
  await transact(db, (tx) => {
    const grants = [
      { permission: 'orders:read' },
      { permission: 'orders:write' },
      { permission: 'orders:refund', limit: '30' },
    ];
    return createRole(tx, { name: 'Up to thirty', grants, by, now: NOW });
  }),
);
const people = {
  owner,
  warehouse: await aMember(db, NOW, ['warehouse']),
  limited: await aMember(db, NOW, [thirty.id]),
};

/** An order of so many cups at 12.00, with delivery 4.90: paid by card. */
async function paid(quantity: number): Promise<{ readonly id: OrderId; readonly lineId: string }> {
  const token = await aReadyCart(selling, { variantId: cup, quantity });
  const { orderId: id } = expectOk(await order(selling, token));
  const lineId = (await readOrder(db, id))?.lines[0]?.id;
  return { id, lineId: lineId ?? assert.fail('an order without lines') };
}

async function ask(who: keyof typeof people, path: string, body: object): Promise<string> {
  const answer = await app.inject({
    ...{ method: 'POST', url: `/api/admin/v1${path}`, payload: body },
    headers: {
      cookie: `institor_staff=${people[who].token}`,
      'idempotency-key': randomUUID(),
      'sec-fetch-site': 'same-origin',
    },
  });
  return answer.statusCode < 300 ? 'done' : (JSON.parse(answer.body).code ?? answer.body);
}

const cancel = (who: keyof typeof people, id: OrderId) =>
  ask(who, `/orders/${id}/cancel`, { reason: 'merchant' });
const remove = (
  who: keyof typeof people,
  { id, lineId }: { id: OrderId; lineId: string },
  quantity: number,
) => ask(who, `/orders/${id}/removals`, { lines: [{ lineId, quantity }] });

test('cancelling a paid order is a refund: it needs the permission, and has the limit', async () => {
  const [little, much] = [await paid(2), await paid(3)];
  assert.equal(await cancel('warehouse', little.id), 'may_not_refund');
  assert.equal(await cancel('limited', much.id), 'over_limit');
  assert.equal((await readOrder(db, much.id))?.state, 'paid');
  assert.equal(await cancel('limited', little.id), 'done');
  assert.equal(await cancel('owner', much.id), 'done');
  // What is cancelled already gives nothing back a second time.
  assert.equal(await cancel('warehouse', much.id), 'done');
});

test('what was never paid may be cancelled by who may refund nothing', async () => {
  const token = await aReadyCart(selling, { variantId: cup, quantity: 4 });
  const { orderId } = expectOk(await order(selling, token, { methodId: selling.transfer }));
  assert.equal(await cancel('warehouse', orderId), 'done');
});

test('pieces that are taken off count with what they pay back', async () => {
  const sale = await paid(6);
  assert.equal(await remove('warehouse', sale, 1), 'may_not_refund');
  assert.equal(await remove('limited', sale, 3), 'over_limit');
  assert.equal(await remove('limited', sale, 2), 'done');
  assert.equal((await readOrder(db, sale.id))?.facts.refundedMinor, 2400n);
});

test('above the amount that the shop says it is confirmed, whatever the act', async () => {
  const sale = await paid(4);
  expectOk(await transact(db, (tx) => changeConfirmation(tx, { refundsAbove: '20.00' })));
  now = NOW.add({ minutes: 11 });
  assert.equal(await remove('owner', sale, 2), 'step_up_required');
  assert.equal(await remove('owner', sale, 1), 'done');
  const other = await paid(2);
  assert.equal(await cancel('owner', other.id), 'step_up_required');
  now = NOW;
});

test('everybody of the team can ask who may what they may not', async () => {
  const who = async (query: string) => {
    const answer = await app.inject({
      ...{ method: 'GET', url: `/api/admin/v1/team/who-may?permission=orders:refund${query}` },
      headers: { cookie: `institor_staff=${people.warehouse.token}`, 'sec-fetch-site': 'same-origin' },
    });
    const { items, code } = JSON.parse(answer.body);
    return code ?? items.map(({ id }: { id: string }) => id);
  };
  const ids = (await listMembers(db)).map(({ id, roles }) => [id, roles] as const);
  const idOf = (role: string) => ids.find(([, roles]) => roles.includes(role))?.[0] ?? assert.fail(role);
  assert.deepEqual((await who('&amount=30')).toSorted(), [idOf('owner'), idOf(thirty.id)].toSorted());
  assert.deepEqual(await who('&amount=30.01'), [idOf('owner')]);
  assert.deepEqual(await who(''), [idOf('owner')]);
  assert.equal(await who('&amount=much'), 'invalid_limit');
});
