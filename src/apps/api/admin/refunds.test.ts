import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { aSale } from '../../../../test/selling/a-sale.ts';
import { NOW, openSellingShop } from '../../../../test/selling/open-shop.ts';
import { aReadyCart, order } from '../../../../test/selling/shopper.ts';
import { expectOk, refuse } from '../../../kernel/index.ts';
import { createKey, SCOPES } from '../../../modules/access/index.ts';
import { defaultLocation } from '../../../modules/inventory/index.ts';
import { type OrderDeps, receiveMoney } from '../../../modules/orders/index.ts';
import { readPayments } from '../../../modules/payments/index.ts';
import { makeClient } from '../../../platform/api/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { aSearch } from '../../storefront/testing/a-search.ts';
import { STORE_API } from '../index.ts';
import { anApi, shoppingWith } from '../testing/an-api.ts';
import { got, once, refusedAs } from '../testing/got.ts';
import { ADMIN_API } from './api.ts';

const connection = await testDatabase(16);
const { db } = connection;
const selling = await openSellingShop(connection);
const { deps, currency } = selling;
const [cup] = selling.variants;

let isCardClosed = false;
/** The shop's providers; the card is closed while the test says so. */
const withCard: OrderDeps = {
  ...deps,
  providers: {
    get: async (name) => {
      const known = await deps.providers.get(name);
      if (known === undefined || name !== 'test' || !isCardClosed) return known;
      const refund = () => Promise.resolve(refuse('refused_by_provider', 'the card is closed'));
      return { ...known, refund };
    },
  },
};
const app = await anApi(connection, aSearch([]), { now: () => NOW, shopping: shoppingWith(withCard) });
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
after(() => app.close());
const { secret } = expectOk(
  await transact(db, (tx) => createKey(tx, { name: 'test', scopes: Object.keys(SCOPES), now: NOW })),
);
const admin = makeClient(ADMIN_API, { origin, token: secret });
const shop = makeClient(STORE_API, { origin });

test('of pieces that came back worn something is kept, with a reason that the shopper reads', async () => {
  const sale = await aSale(selling);
  const { returnId, lineId } = sale;
  const about = { params: { id: sale.orderId, returnId } };
  await got(admin.decideReturn({ ...about, body: { decision: 'approved', note: '' } }));
  const refund = (deduction: string, words: { deductionReason?: string } = {}, kept = 'EUR') =>
    admin.refundOrder({
      ...{ params: { id: sale.orderId }, ...once() },
      body: {
        lines: [{ lineId, quantity: 1, deduction: { amount: deduction, currency: kept } }],
        ...{ reason: 'came back', returnId, ...words },
      },
    });
  const worn = { deductionReason: 'Worn for weeks' };
  assert.equal(await refusedAs(refund('3.00', worn)), 'not_returned');
  const { id: locationId } = await defaultLocation(db);
  const lines = [{ lineId, sellableQuantity: 0, damagedQuantity: 1 }];
  await got(admin.receiveReturn({ ...about, ...once(), body: { locationId, lines } }));
  assert.equal(await refusedAs(refund('3.00')), 'reason_needed');
  assert.equal(await refusedAs(refund('3.00', worn, 'USD')), 'other_currency');
  const tooMuch = await refund('12.01', worn);
  assert.ok(!tooMuch.ok);
  assert.deepEqual([tooMuch.problem.code, tooMuch.problem.field], ['more_than_worth', 'lines[0].deduction']);
  await got(refund('3.00', worn));
  const seen = await got(shop.listRefunds({ params: { order: sale.number, token: sale.accessToken } }));
  assert.deepEqual(
    seen.items.map(({ amount, deduction, deductionReason }) => [
      amount.amount,
      deduction.amount,
      deductionReason,
    ]),
    [['9.00', '3.00', 'Worn for weeks']],
  );
});

/** 28.90: 20.00 came by transfer, and then all of it by card, because the bank's news were late. */
async function paidTwoWays() {
  const token = await aReadyCart(selling, { variantId: cup, quantity: 2 });
  const { orderId, paymentId } = expectOk(await order(selling, token, { methodId: selling.transfer }));
  const id = (await readPayments(db, orderId))[0]?.id;
  assert.ok(id !== undefined && id === paymentId);
  const part = { lineId: `bank-${orderId}`, paymentId: id, amountMinor: 2000n, currency, now: NOW };
  expectOk(await receiveMoney(deps, part));
  const get: OrderDeps['providers']['get'] = async (name) => {
    const known = await deps.providers.get(name);
    const read = () => Promise.resolve(refuse('unknown_payment', 'no news of it'));
    return known === undefined || name !== 'bank_transfer' ? known : { ...known, read };
  };
  const late = { ...selling, deps: { ...deps, providers: { get } } };
  expectOk(await order(late, token, { methodId: selling.card }));
  return orderId;
}

test('a refund of which a part was refused waits for staff, and is finished by another try', async () => {
  const id = await paidTwoWays();
  const lineId = (await got(admin.readOrder({ params: { id } }))).lines[0]?.id ?? '';
  isCardClosed = true;
  const overpaid = { amount: '20.00', currency };
  const body = { lines: [{ lineId, quantity: 2 }], withDelivery: true, overpaid, reason: 'all of it' };
  const { id: refundId } = await got(admin.refundOrder({ params: { id }, body, ...once() }));
  const params = { id, refundId };
  const listed = async () => (await got(admin.listRefunds({ params: { id } }))).items[0]?.state;
  assert.equal(await listed(), 'incomplete');
  const resolve = (by: 'retry' | 'store_credit') => admin.resolveRefund({ params, body: { by }, ...once() });
  assert.equal(await refusedAs(resolve('store_credit')), 'no_customer');
  assert.equal((await got(resolve('retry'))).state, 'incomplete');
  isCardClosed = false;
  assert.equal((await got(resolve('retry'))).state, 'done');
  assert.equal(await refusedAs(resolve('retry')), 'not_possible_in_this_state');
});
