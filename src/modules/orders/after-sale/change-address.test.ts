import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { wrongInBooks } from '../../../../test/selling/books.ts';
import { NOW } from '../../../../test/selling/open-shop.ts';
import { anOrderTo, openWorld, PLACES } from '../../../../test/selling/places.ts';
import { expectOk, type Result } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { readPayments } from '../../payments/index.ts';
import {
  cancelOrder,
  capturePayment,
  fulfilOrder,
  type OrderId,
  readOrder,
  readTimeline,
  receiveMoney,
  removePieces,
} from '../index.ts';
import { changeShippingAddress, previewAddressChange } from './change-address.ts';
import { addToOrder, exchangePieces } from './linked/make-linked.ts';

const shop = await openWorld(await testDatabase(8));
const { deps, currency } = shop;
const { db } = deps;
const [cup, , spoon] = shop.variants;
const STAFF = { actor: 'staff', now: NOW };
type Place = (typeof PLACES)[keyof typeof PLACES];

afterEach(async () => assert.deepEqual(await wrongInBooks(db), []));

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

async function theOrder(orderId: OrderId) {
  const found = await readOrder(db, orderId);
  assert.ok(found);
  return found;
}

async function thePayment(orderId: OrderId) {
  const payment = (await readPayments(db, orderId)).at(-1);
  assert.ok(payment);
  return payment;
}

const look = (orderId: OrderId, address: Place) => previewAddressChange(deps, { orderId, address, now: NOW });

/** Looks at what it comes to there, and sends it there. */
async function send(orderId: OrderId, address: Place) {
  const seen = expectOk(await look(orderId, address));
  const expectedTotalMinor = seen.after.totalMinor;
  expectOk(await changeShippingAddress(deps, { orderId, address, expectedTotalMinor, ...STAFF }));
  const order = await theOrder(orderId);
  // What was looked at is what was done, per rate.
  assert.deepEqual(seen.after.taxes, order.taxes);
  assert.equal(order.totals.totalMinor, seen.before.totalMinor + seen.differenceMinor);
  return { seen, order };
}

const taxesOf = ({ taxes }: Awaited<ReturnType<typeof theOrder>>) =>
  taxes.map(({ country, region, taxMinor }) => [
    region === undefined ? country : `${country}-${region}`,
    taxMinor,
  ]);

/** What the ledger says of one order's account. */
async function posted(orderId: OrderId, account: string): Promise<bigint> {
  const { rows } = await sql<{ sum: bigint }>`
    select coalesce(sum(amount_minor), 0)::bigint as sum from ledger.posting
      join ledger.transaction on transaction.id = posting.transaction_id
    where transaction.order_id = ${orderId} and account = ${account}`.execute(db);
  return rows[0]?.sum ?? 0n;
}

describe('an order that is paid', () => {
  test('costs the same in France, with French tax in it', async () => {
    const orderId = await anOrderTo(shop);
    const { seen, order } = await send(orderId, PLACES.paris);
    assert.deepEqual([seen.differenceMinor, seen.settlement], [0n, 'none']);
    assert.deepEqual([order.state, order.totals.totalMinor], ['paid', 5890n]);
    assert.deepEqual(taxesOf(order), [['FR', 400n + 500n + 82n]]);
    assert.deepEqual([await posted(orderId, 'tax:DE'), await posted(orderId, 'tax:FR')], [0n, -982n]);
    assert.equal(order.shippingAddress?.city, 'Paris');
  });

  test('gets back what a cheaper delivery leaves', async () => {
    const orderId = await anOrderTo(shop);
    const { seen, order } = await send(orderId, PLACES.utrecht);
    assert.deepEqual([seen.differenceMinor, seen.settlement], [-200n, 'back']);
    assert.deepEqual([order.totals.dueMinor, order.facts.refundedMinor], [5690n, 200n]);
    assert.equal((await thePayment(orderId)).refundedMinor, 200n);
  });

  test('does not go where more is due than came, and says how much', async () => {
    const orderId = await anOrderTo(shop);
    const seen = expectOk(await look(orderId, PLACES.vienna));
    assert.deepEqual([seen.differenceMinor, seen.settlement], [500n, 'more']);
    const about = { orderId, address: PLACES.vienna, expectedTotalMinor: 6390n, ...STAFF };
    assert.equal(codeOf(await changeShippingAddress(deps, about)), 'more_is_due');
    assert.equal((await theOrder(orderId)).shippingAddress?.city, 'Berlin');
  });

  test('gets back the tax that another state does not ask for', async () => {
    const orderId = await anOrderTo(shop, { from: PLACES.fresno });
    // 54.00 + 10.00 and 7.25 % of each line.
    assert.equal((await theOrder(orderId)).totals.totalMinor, 6400n + 174n + 218n + 73n);
    const { order, seen } = await send(orderId, PLACES.albany);
    assert.equal(order.totals.totalMinor, 6400n + 96n + 120n + 40n);
    assert.deepEqual(taxesOf(order), [['US-NY', 256n]]);
    assert.equal(order.facts.refundedMinor, -seen.differenceMinor);
    assert.deepEqual([await posted(orderId, 'tax:US-CA'), await posted(orderId, 'tax:US-NY')], [0n, -256n]);
    const untaxed = await anOrderTo(shop, { from: PLACES.albany });
    assert.deepEqual(taxesOf((await send(untaxed, PLACES.austin)).order), []);
  });

  test('is taken back whole when it is cancelled afterwards', async () => {
    const orderId = await anOrderTo(shop);
    await send(orderId, PLACES.paris);
    expectOk(await cancelOrder(deps, { orderId, reason: 'merchant', ...STAFF }));
    assert.deepEqual([await posted(orderId, 'tax:FR'), await posted(orderId, 'receivable')], [0n, 0n]);
    assert.equal((await thePayment(orderId)).refundedMinor, 5890n);
  });
});

describe('an order that is not paid yet', () => {
  test('has a transfer of less or more awaited, by its instructions', async () => {
    const orderId = await anOrderTo(shop, { methodId: shop.transfer });
    const amountTold = async () => {
      const { next } = await thePayment(orderId);
      return next.kind === 'instructions'
        ? next.lines.find(({ label }) => label === 'amount')?.value
        : next.kind;
    };
    assert.equal((await send(orderId, PLACES.vienna)).seen.settlement, 'due');
    assert.equal(await amountTold(), '63.90 EUR');
    await send(orderId, PLACES.utrecht);
    assert.equal(await amountTold(), '56.90 EUR');
    assert.equal(await posted(orderId, 'receivable'), 0n);
    const { id: paymentId } = await thePayment(orderId);
    const line = { lineId: 'bank-1', paymentId, amountMinor: 5690n, currency, now: NOW };
    assert.equal(expectOk(await receiveMoney(deps, line)).state, 'paid');
    assert.equal(await posted(orderId, 'tax:NL'), -417n - 521n - 50n);
  });

  test('of which pieces were taken off is agreed anew for those that are left', async () => {
    const orderId = await anOrderTo(shop, { methodId: shop.transfer });
    const [line] = (await theOrder(orderId)).lines;
    assert.ok(line);
    expectOk(await removePieces(deps, { orderId, lines: [{ lineId: line.id, quantity: 1 }], ...STAFF }));
    const { order } = await send(orderId, PLACES.vienna);
    assert.equal(order.totals.totalMinor, 1200n + 3000n + 990n);
    assert.deepEqual(taxesOf(order), [['AT', 200n + 500n + 165n]]);
  });

  test('stands at once where what came already is enough there', async () => {
    const orderId = await anOrderTo(shop, { methodId: shop.transfer });
    const { id: paymentId } = await thePayment(orderId);
    const part = { lineId: 'bank-2', paymentId, amountMinor: 5700n, currency, now: NOW };
    assert.equal(expectOk(await receiveMoney(deps, part)).state, 'pending_payment');
    const { order } = await send(orderId, PLACES.utrecht);
    assert.ok(order.paidAt);
    assert.deepEqual([order.facts.dueMinor, order.facts.refundedMinor], [5690n, 10n]);
  });

  test('has less or more collected at the door', async () => {
    const orderId = await anOrderTo(shop, { methodId: shop.cash });
    const { order: dearer, seen } = await send(orderId, PLACES.vienna);
    assert.deepEqual(
      [dearer.state, seen.settlement, dearer.facts.authorizedMinor],
      ['authorized', 'due', 6390n],
    );
    assert.equal((await send(orderId, PLACES.utrecht)).order.facts.authorizedMinor, 5690n);
    const { id: paymentId, amountMinor } = await thePayment(orderId);
    const collected = { lineId: 'dhl-1', paymentId, amountMinor, currency, now: NOW };
    assert.equal(expectOk(await receiveMoney(deps, collected)).state, 'paid');
    assert.equal((await thePayment(orderId)).capturedMinor, 5690n);
  });

  test('has less taken of an authorised card, and never more', async () => {
    const orderId = await anOrderTo(shop, { methodId: shop.heldCard });
    const dearer = { orderId, address: PLACES.vienna, expectedTotalMinor: 6390n, ...STAFF };
    assert.equal(codeOf(await changeShippingAddress(deps, dearer)), 'more_is_due');
    assert.equal((await send(orderId, PLACES.utrecht)).seen.settlement, 'due');
    expectOk(await capturePayment(deps, { orderId, key: 'parcel', now: NOW }));
    const { state, capturedMinor } = await thePayment(orderId);
    assert.deepEqual([state, capturedMinor], ['captured', 5690n]);
  });

  test('gives a gift card back what it need not pay any more', async () => {
    const orderId = await anOrderTo(shop, { methodId: shop.cash, cardMinor: 5800n });
    const { order } = await send(orderId, PLACES.utrecht);
    assert.deepEqual([order.totals.creditMinor, order.totals.dueMinor, order.state], [5690n, 0n, 'paid']);
    assert.equal((await thePayment(orderId)).state, 'voided');
  });
});

describe('an address elsewhere', () => {
  test('is refused once something was handed over, and for what is sent in exchange', async () => {
    const parent = await anOrderTo(shop, { wishes: [{ variantId: cup, quantity: 2 }] });
    const [line] = (await theOrder(parent)).lines;
    assert.ok(line);
    const handOver = (quantity: number) => {
      const lines = [{ lineId: line.id, quantity }];
      return transact(db, (tx) => fulfilOrder(tx, { orderId: parent, lines, ...STAFF }));
    };
    expectOk(await handOver(1));
    assert.equal(codeOf(await look(parent, PLACES.paris)), 'handed_over');
    expectOk(await handOver(1));
    assert.equal(codeOf(await look(parent, PLACES.paris)), 'not_possible_in_this_state');
    const returned = [{ lineId: line.id, quantity: 1, reason: 'wrong_size', note: '' }] as const;
    const wanted = [{ variantId: cup, quantity: 1 }];
    const about = { orderId: parent, returned, wanted, sends: 'at_once', ...STAFF } as const;
    const { orderId } = expectOk(await exchangePieces(deps, about));
    assert.equal(codeOf(await look(orderId, PLACES.paris)), 'exchange_open');
  });

  test('is refused with its reason', async () => {
    const plain = await anOrderTo(shop);
    const away = await anOrderTo(shop, { methodId: shop.redirect });
    const credited = await anOrderTo(shop);
    const [line] = (await theOrder(credited)).lines;
    assert.ok(line);
    expectOk(
      await removePieces(deps, { orderId: credited, lines: [{ lineId: line.id, quantity: 1 }], ...STAFF }),
    );
    const reduced = await anOrderTo(shop, { methodId: shop.heldCard });
    const [first] = (await theOrder(reduced)).lines;
    assert.ok(first);
    expectOk(
      await removePieces(deps, { orderId: reduced, lines: [{ lineId: first.id, quantity: 1 }], ...STAFF }),
    );
    const parent = await anOrderTo(shop);
    const wish = { variantId: spoon, quantity: 1 };
    const added = expectOk(await addToOrder(deps, { orderId: parent, lines: [wish], ...STAFF }));
    const old = await anOrderTo(shop);
    await sql`update orders.line set agreed = agreed - 'taxing' where order_id = ${old}`.execute(db);
    const table = [
      [plain, PLACES.lisbon, 'cannot_be_delivered'],
      [plain, PLACES.zurich, 'taxed_otherwise'],
      [away, PLACES.paris, 'payment_in_progress'],
      [credited, PLACES.paris, 'already_credited'],
      [reduced, PLACES.paris, 'already_credited'],
      [parent, PLACES.paris, 'travels_with_another'],
      [added.orderId, PLACES.paris, 'travels_with_another'],
      [old, PLACES.paris, 'tax_class_unknown'],
    ] as const;
    for (const [orderId, address, code] of table) {
      assert.equal(codeOf(await look(orderId, address)), code);
      const about = { orderId, address, expectedTotalMinor: 5890n, ...STAFF };
      assert.equal(codeOf(await changeShippingAddress(deps, about)), code);
    }
  });

  test('asks for the total that was looked at, and takes no other', async () => {
    const orderId = await anOrderTo(shop);
    const about = { orderId, address: PLACES.paris, ...STAFF };
    assert.equal(codeOf(await changeShippingAddress(deps, about)), 'total_needed');
    const other = { ...about, expectedTotalMinor: 5889n };
    assert.equal(codeOf(await changeShippingAddress(deps, other)), 'total_changed');
    const unknown = { ...about, expectedTotalMinor: 5890n, deliveryOptionId: 'drone' };
    assert.equal(codeOf(await changeShippingAddress(deps, unknown)), 'unknown_delivery_option');
  });

  test('of two members of staff at once is that of one', async () => {
    for (const methodId of [shop.card, shop.cash, shop.transfer]) {
      const orderId = await anOrderTo(shop, { methodId });
      const totals = [
        [PLACES.paris, 5890n],
        [PLACES.utrecht, 5690n],
      ] as const;
      const answers = await allAtOnce(
        orderId,
        totals.map(([address, expectedTotalMinor]) => () => {
          return changeShippingAddress(deps, { orderId, address, expectedTotalMinor, ...STAFF });
        }),
      );
      assert.deepEqual(answers.map(codeOf).toSorted(), ['ok', 'total_changed']);
      const changes = (await readTimeline(db, orderId)).filter(({ kind }) => kind === 'address_changed');
      assert.equal(changes.length, 1);
    }
  });
});

/** Lets all of them look at the order before the first may change it. */
function allAtOnce<Value>(orderId: OrderId, verbs: readonly (() => Promise<Value>)[]): Promise<Value[]> {
  return transact(db, async (tx) => {
    await sql`select from orders."order" where id = ${orderId} for update`.execute(tx);
    const answers = Promise.all(verbs.map((verb) => verb()));
    while ((await waiting()) < verbs.length);
    return { answers };
  }).then(({ answers }) => answers);
}

async function waiting(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows[0]?.count ?? 0;
}
