import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { testDatabase } from '../../../../../test/database.ts';
import { wrongInBooks } from '../../../../../test/selling/books.ts';
import { NOW, openSellingShop } from '../../../../../test/selling/open-shop.ts';
import { aNetwork, aReadyCart, order, paymentBy } from '../../../../../test/selling/shopper.ts';
import { expectOk, localeOf, type Result } from '../../../../kernel/index.ts';
import { transact } from '../../../../platform/database/index.ts';
import { defaultLocation, readAvailability } from '../../../inventory/index.ts';
import { accountBalance } from '../../../ledger/index.ts';
import { saveMethod } from '../../../payments/index.ts';
import { cancelOrder, type OrderId, readOrder, readTimeline, recoverOrders } from '../../index.ts';
import { fulfilOrder } from '../fulfil-order.ts';
import { payOrder } from '../pay-order.ts';
import { receiveReturn } from '../receive-return.ts';
import { cancelExchange, finishExchange } from './end-exchange.ts';
import type { Exchange } from './exchange.ts';
import { addToOrder, exchangePieces } from './make-linked.ts';
import { selectExchanges, selectLinkedOrders } from './store.ts';

const shop = await openSellingShop(await testDatabase(8));
const { deps, currency } = shop;
const { db } = deps;
const [cup, pot, spoon] = shop.variants;
const STAFF = { actor: 'staff', now: NOW };

afterEach(async () => {
  assert.deepEqual(await wrongInBooks(db), []);
});

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const available = async (variantId = pot) =>
  (await readAvailability(db, [variantId])).get(variantId)?.available ?? 0;

async function theOrder(orderId: OrderId) {
  const found = await readOrder(db, orderId);
  assert.ok(found);
  return found;
}

/** Two cups at 12.00, delivered for 4.90. */
async function anOrder(methodId: string = shop.card): Promise<OrderId> {
  const token = await aReadyCart(shop, { variantId: cup, quantity: 2 });
  return expectOk(await order(shop, token, { methodId })).orderId;
}

const handOver = (orderId: OrderId) => transact(db, (tx) => fulfilOrder(tx, { orderId, ...STAFF }));
const payFor = (orderId: OrderId) =>
  payOrder(deps, { orderId, payment: paymentBy(shop.card, 'tok_visa'), ip: aNetwork(), now: NOW });

describe('what is added to an order', () => {
  const add = (orderId: OrderId, quantity = 1) =>
    addToOrder(deps, { orderId, lines: [{ variantId: pot, quantity }], ...STAFF });

  test('travels with it, and is paid by its link', async () => {
    const orderId = await anOrder();
    const before = await theOrder(orderId);
    const added = expectOk(await add(orderId));
    // A pot at 30.00, and no delivery: the parcel has not gone.
    assert.equal(added.dueMinor, 3000n);
    assert.equal((await theOrder(added.orderId)).state, 'pending_payment');
    assert.equal((await handOver(added.orderId)).ok, false);
    expectOk(await payFor(added.orderId));
    assert.equal((await theOrder(added.orderId)).state, 'paid');
    const { version: _, ...after } = await theOrder(orderId);
    assert.deepEqual({ ...after, version: before.version }, before);
    const linked = await selectLinkedOrders(db, orderId);
    assert.deepEqual(linked, [
      { orderId: added.orderId, number: added.number, kind: 'addition', state: 'paid' },
    ]);
    const kinds = async (id: OrderId) => (await readTimeline(db, id)).map(({ kind }) => kind);
    assert.ok((await kinds(orderId)).includes('addition_made'));
    assert.ok((await kinds(added.orderId)).includes('addition_of'));
  });

  test('pays for its delivery once the first parcel is gone', async () => {
    const orderId = await anOrder();
    expectOk(await handOver(orderId));
    assert.equal(expectOk(await add(orderId)).dueMinor, 3490n);
  });

  test('is collected at the door where the order is', async () => {
    const titles = new Map([[localeOf('en'), 'Cash on delivery']]);
    const open = { limits: new Map(), marketCodes: [], position: 9, isActive: true, isCapturedAtOnce: false };
    const saved = await transact(db, (tx) =>
      saveMethod(tx, { ...open, titles, provider: 'cash_on_delivery', mode: 'by_hand' }),
    );
    const added = expectOk(await add(await anOrder(expectOk(saved).id)));
    assert.equal((await theOrder(added.orderId)).state, 'authorized');
  });

  test('that nobody pays is let go, and paid twice it is paid once', async () => {
    const fortnight = { now: NOW.add({ hours: 24 * 15 }) };
    await recoverOrders(deps, fortnight);
    const orderId = await anOrder();
    const before = await available();
    const { orderId: unpaid } = expectOk(await add(orderId));
    assert.equal(await available(), before - 1);
    await recoverOrders(deps, fortnight);
    assert.equal((await theOrder(unpaid)).state, 'cancelled');
    assert.equal(await available(), before);
    const { orderId: paid } = expectOk(await add(orderId));
    await Promise.all([payFor(paid), payFor(paid)]);
    const { facts, state } = await theOrder(paid);
    assert.deepEqual([state, facts.capturedMinor], ['paid', 3000n]);
  });

  test('is refused where there is not enough of it, and for an order that is cancelled', async () => {
    const orderId = await anOrder();
    assert.equal(codeOf(await add(orderId, 500)), 'out_of_stock');
    expectOk(await cancelOrder(deps, { orderId, reason: 'merchant', ...STAFF }));
    assert.equal(codeOf(await add(orderId)), 'not_possible_in_this_state');
  });
});

describe('an exchange', () => {
  async function exchange(
    orderId: OrderId,
    variantId: typeof cup,
    sends: Exchange['sends'] = 'at_once',
    quantity = 1,
  ) {
    const [line] = (await theOrder(orderId)).lines;
    assert.ok(line);
    const returned = [{ lineId: line.id, quantity, reason: 'wrong_size' as const }];
    const wanted = [{ variantId, quantity: 1 }];
    return exchangePieces(deps, { orderId, returned, wanted, sends, ...STAFF });
  }

  async function takeIn(orderId: OrderId, sellableQuantity: number) {
    const [made] = await selectExchanges(db, orderId);
    const [line] = (await theOrder(orderId)).lines;
    assert.ok(made && line);
    const { id: locationId } = await defaultLocation(db);
    const lines = [{ lineId: line.id, sellableQuantity, damagedQuantity: 0 }];
    const { returnId } = made;
    const about = { orderId, returnId, lines, locationId, ...STAFF };
    expectOk(await transact(db, (tx) => receiveReturn(tx, about)));
    return { orderId, exchangeId: made.id, ...STAFF };
  }

  const openInBooks = () => accountBalance(db, 'exchanges', { currency });

  test('for the same is even: it stands at once, and nothing is left when the pieces came', async () => {
    const orderId = await anOrder();
    expectOk(await handOver(orderId));
    const made = expectOk(await exchange(orderId, cup));
    assert.deepEqual([made.dueMinor, (await theOrder(made.orderId)).state], [0n, 'paid']);
    assert.equal(await openInBooks(), 1200n);
    expectOk(await handOver(made.orderId));
    const ending = await takeIn(orderId, 1);
    const twice = await Promise.all([finishExchange(deps, ending), finishExchange(deps, ending)]);
    assert.deepEqual(twice.map(codeOf).toSorted(), ['not_possible_in_this_state', 'ok']);
    assert.equal(await openInBooks(), 0n);
    const { facts } = await theOrder(orderId);
    assert.deepEqual([facts.refundedMinor, facts.capturedMinor], [1200n, 2890n]);
    assert.equal((await selectExchanges(db, orderId))[0]?.state, 'done');
  });

  test('for something dearer is paid by its link, and waits for the pieces where it has to', async () => {
    const orderId = await anOrder();
    expectOk(await handOver(orderId));
    const made = expectOk(await exchange(orderId, pot, 'on_receipt'));
    assert.equal(made.dueMinor, 1800n);
    expectOk(await payFor(made.orderId));
    assert.equal((await theOrder(made.orderId)).state, 'paid');
    assert.equal(codeOf(await handOver(made.orderId)), 'awaits_return');
    assert.equal(codeOf(await finishExchange(deps, await endingOf(orderId))), 'not_received');
    const ending = await takeIn(orderId, 1);
    expectOk(await handOver(made.orderId));
    expectOk(await finishExchange(deps, ending));
    assert.equal(await openInBooks(), 0n);
  });

  test('for something cheaper gives the difference back, once the pieces came', async () => {
    const orderId = await anOrder();
    expectOk(await handOver(orderId));
    const made = expectOk(await exchange(orderId, spoon, 'at_once', 2));
    assert.equal(made.dueMinor, 0n);
    expectOk(await finishExchange(deps, await takeIn(orderId, 2)));
    // 24.00 came back and a spoon at 2.50 went out.
    const { facts } = await theOrder(orderId);
    assert.equal(facts.refundedMinor, 2400n);
    assert.equal(await openInBooks(), 0n);
  });

  test('of which a piece is missing waits for staff to say so', async () => {
    const orderId = await anOrder();
    expectOk(await handOver(orderId));
    expectOk(await exchange(orderId, pot, 'at_once', 2));
    const [made] = await selectExchanges(db, orderId);
    assert.ok(made);
    expectOk(await payFor(made.newOrderId));
    const ending = await takeIn(orderId, 1);
    assert.equal(codeOf(await finishExchange(deps, ending)), 'pieces_missing');
    expectOk(await finishExchange(deps, { ...ending, forgivesMissing: true }));
    assert.equal(await accountBalance(db, 'goodwill', { orderId, currency }), 1200n);
    assert.equal(await openInBooks(), 0n);
  });

  test('that is cancelled leaves everything as it was', async () => {
    const orderId = await anOrder();
    expectOk(await handOver(orderId));
    const before = await available();
    const made = expectOk(await exchange(orderId, pot));
    expectOk(await payFor(made.orderId));
    const alone = await cancelOrder(deps, { orderId: made.orderId, reason: 'shopper', ...STAFF });
    assert.equal(codeOf(alone), 'not_possible_now');
    expectOk(await cancelExchange(deps, await endingOf(orderId)));
    assert.equal((await theOrder(made.orderId)).state, 'cancelled');
    assert.equal(await available(), before);
    assert.equal(await openInBooks(), 0n);
    assert.equal(codeOf(await exchange(orderId, pot, 'at_once', 2)), 'ok');
    expectOk(await cancelExchange(deps, { ...(await endingOf(orderId)), ...STAFF }));
  });

  async function endingOf(orderId: OrderId) {
    const open = (await selectExchanges(db, orderId)).find(({ state }) => state === 'open');
    assert.ok(open);
    return { orderId, exchangeId: open.id, ...STAFF };
  }

  test('of pieces that were not handed over is refused, and nothing of it is kept', async () => {
    const orderId = await anOrder();
    const before = await available();
    assert.equal(codeOf(await exchange(orderId, pot)), 'not_possible_in_this_state');
    expectOk(await handOver(orderId));
    assert.equal(codeOf(await exchange(orderId, pot, 'at_once', 3)), 'more_than_handed_over');
    assert.equal(await available(), before);
    assert.deepEqual(await selectExchanges(db, orderId), []);
  });
});
