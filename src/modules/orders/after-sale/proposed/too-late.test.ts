import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../../test/database.ts';
import { wrongInBooks } from '../../../../../test/selling/books.ts';
import { NOW } from '../../../../../test/selling/open-shop.ts';
import { anOrderTo, openWorld, PLACES } from '../../../../../test/selling/places.ts';
import { proposingIn, STAFF } from '../../../../../test/selling/proposing.ts';
import { expectOk } from '../../../../kernel/index.ts';
import { transact } from '../../../../platform/database/index.ts';
import {
  cancelOrder,
  changeShippingAddress,
  fulfilOrder,
  type OrderId,
  recoverOrders,
  refundOrder,
  settlePayment,
} from '../../index.ts';

const shop = await openWorld(await testDatabase(8));
const { deps } = shop;
const { db } = deps;
const { theOrder, propose, pay, theProposal, paymentsOf, approvedUnheard } = proposingIn(shop);

afterEach(async () => assert.deepEqual(await wrongInBooks(db), []));
const LATER = NOW.add({ hours: 8 * 24 });

const MEANWHILE: readonly (readonly [string, (orderId: OrderId) => Promise<unknown>])[] = [
  ['not_possible_in_this_state', (orderId) => cancelOrder(deps, { orderId, reason: 'merchant', ...STAFF })],
  ['handed_over', async (orderId) => expectOk(await handOverOne(orderId))],
  ['changed_otherwise', async (orderId) => expectOk(await moveInBerlin(orderId))],
  ['already_credited', async (orderId) => expectOk(await giveGoodwill(orderId))],
];

async function handOverOne(orderId: OrderId) {
  const [line] = (await theOrder(orderId)).lines;
  assert.ok(line);
  const lines = [{ lineId: line.id, quantity: 1 }];
  return transact(db, (tx) => fulfilOrder(tx, { orderId, lines, ...STAFF }));
}

const moveInBerlin = (orderId: OrderId) =>
  changeShippingAddress(deps, { orderId, address: { ...PLACES.berlin, line1: 'Weg 2' }, ...STAFF });

const giveGoodwill = (orderId: OrderId) =>
  refundOrder(deps, {
    ...{ orderId, lines: [], reason: 'late', means: 'original', delivery: 'none', goodwillMinor: 100n },
    ...STAFF,
  });

describe('money for a proposal that is not possible any more', () => {
  for (const [because, happen] of MEANWHILE) {
    test(`goes back, taken or held, and the order is as it was: ${because}`, async () => {
      for (const methodId of [shop.card, shop.heldCard]) {
        const orderId = await anOrderTo(shop);
        await propose(orderId);
        const paymentId = await approvedUnheard(orderId, methodId);
        await happen(orderId);
        await settlePayment(deps, { paymentId, now: NOW });
        assert.equal((await theOrder(orderId)).totals.totalMinor, 5890n);
        const { state, endedBecause } = await theProposal(orderId);
        assert.deepEqual([state, endedBecause], ['withdrawn', because]);
        assert.deepEqual((await paymentsOf(orderId)).at(-1), GONE_BACK.get(methodId));
      }
    });
  }

  test('goes back when its time was over while it was at the provider', async () => {
    for (const methodId of [shop.card, shop.heldCard]) {
      const orderId = await anOrderTo(shop);
      await propose(orderId);
      await approvedUnheard(orderId, methodId);
      await recoverOrders(deps, { now: LATER, isStart: true });
      const order = await theOrder(orderId);
      assert.deepEqual(
        [order.state, order.totals.totalMinor, order.facts.refundedMinor],
        ['paid', 5890n, 0n],
      );
      assert.equal((await theProposal(orderId)).state, 'expired');
      assert.deepEqual((await paymentsOf(orderId)).at(-1), GONE_BACK.get(methodId));
      assert.deepEqual(await toldEnded(orderId), ['true']);
    }
  });

  test('is none where nobody paid before its time was over, and that is told', async () => {
    const orderId = await anOrderTo(shop);
    await propose(orderId);
    await recoverOrders(deps, { now: LATER });
    assert.equal((await theProposal(orderId)).state, 'expired');
    assert.deepEqual(await toldEnded(orderId), ['false']);
  });

  test('leaves the order free for another proposal', async () => {
    const orderId = await anOrderTo(shop);
    await propose(orderId);
    const paymentId = await approvedUnheard(orderId);
    await moveInBerlin(orderId);
    await settlePayment(deps, { paymentId, now: NOW });
    await propose(orderId);
    expectOk(await pay(orderId));
    assert.equal((await theOrder(orderId)).totals.totalMinor, 6390n);
  });
});

const GONE_BACK = new Map([
  [shop.card, [500n, 'captured', 500n, 500n]],
  [shop.heldCard, [500n, 'voided', 0n, 0n]],
]);

/** Whether it was said each time that money goes back. */
async function toldEnded(orderId: OrderId): Promise<string[]> {
  const { rows } = await sql<{ isPaidBack: string }>`
    select payload ->> 'isPaidBack' as "isPaidBack" from platform.outbox
    where topic = 'orders.address_change_ended' and payload ->> 'orderId' = ${orderId} order by id`.execute(
    db,
  );
  return rows.map(({ isPaidBack }) => isPaidBack);
}
