import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { accountBalance } from '../../ledger/index.ts';
import { putPastDeliveries, readSources, supplierScorecard } from '../index.ts';
import { readUsualLateness } from '../score/lateness.ts';
import { aPurchasingShop, NOW } from '../testing/a-purchasing-shop.ts';
import type { PastDelivery } from './put-past-deliveries.ts';

const shop = await aPurchasingShop(await testDatabase(), ['Cup', 'Pot']);
const { db, write, variant, supplier } = shop;
const today = NOW.toZonedDateTimeISO('UTC').toPlainDate();

/** Ordered so many days ago, promised in ten, and came so many days late. */
function delivery(daysAgo: number, lateDays: number, of: Partial<PastDelivery> = {}): PastDelivery {
  const orderedOn = today.subtract({ days: daysAgo });
  const promisedOn = orderedOn.add({ days: 10 });
  return {
    ...{ supplierId: supplier.id, reference: `A-${daysAgo}`, variantId: variant(0) },
    ...{ orderedOn, promisedOn, cameOn: promisedOn.add({ days: lateDays }) },
    ...{ ordered: 12, received: 12, flawed: 0, price: undefined, ...of },
  };
}
const put = (deliveries: readonly PastDelivery[], origin = 'before') =>
  write((tx) => putPastDeliveries(tx, { origin, deliveries }));
const score = async () => expectOk(await supplierScorecard(db, { supplierId: supplier.id, now: NOW }));
const counts = ({ onTime, inFull, flawless }: Awaited<ReturnType<typeof score>>) =>
  [onTime, inFull, flawless].map((one) => one && [Math.round(one.estimate * one.of), one.of]);

test('how suppliers delivered before is learned of, judged, and in no book', async () => {
  const inventory = () => accountBalance(db, 'inventory', { currency: supplier.currency });
  const before = await inventory();
  await put([
    delivery(100, 0),
    delivery(80, 4, { price: { paidMinor: 6_180n, listMinor: 6_000n } }),
    // One order of two goods: one short, the other with something broken.
    delivery(60, 0, { received: 6 }),
    delivery(60, 0, { variantId: variant(1), received: 11, flawed: 1 }),
    // Nobody said when; and more than a year ago.
    delivery(40, 2, { promisedOn: undefined }),
    delivery(500, 30),
  ]);
  const told = await score();
  assert.deepEqual(counts(told), [
    [1, 4],
    [3, 5],
    [4, 5],
  ]);
  assert.deepEqual([told.orders, told.priceToList, told.leadTime.receipts], [4, 1.03, 5]);
  // Stated ten days counts as three: (3 · 10 + 10 + 14 + 10 + 12 + 40) / 8.
  assert.ok(Math.abs(told.leadTime.meanDays - 14.5) < 0.1, `${told.leadTime.meanDays}`);
  assert.equal(await readUsualLateness(db, supplier.id), 4, 'of five lines four came no later');
  assert.equal((await readSources(db, [variant(0)], NOW)).get(variant(0))?.[0]?.leadTime.receipts, 5);
  assert.deepEqual(await inventory(), before);
  const latest = told.deliveries.map(({ reference, orderId, lines, shortLines, flawedLines }) => [
    ...[reference, orderId, lines, shortLines, flawedLines],
  ]);
  assert.deepEqual(latest.slice(0, 2), [
    ['A-40', undefined, 1, 0, 0],
    ['A-60', undefined, 2, 2, 1],
  ]);
});

test('what an origin tells again replaces what it told, and leaves what others did', async () => {
  await put([delivery(30, 0)], 'other');
  await put([delivery(20, 0)]);
  assert.equal((await score()).leadTime.receipts, 2);
  await put([]);
  assert.equal((await score()).leadTime.receipts, 1);
  await put([], 'other');
  assert.equal((await score()).leadTime.isAssumed, true);
});

test('the shop’s own orders come before what was before them', async () => {
  await put(Array.from({ length: 120 }, (_, index) => delivery(300 - index, 20)));
  assert.equal((await score()).leadTime.receipts, 100);
  const order = await shop.aSentOrder({ lines: [{ variantId: variant(0), quantity: 4 }] });
  const [line] = order.lines;
  assert.ok(line);
  expectOk(await shop.receive(order, [{ received: 4 }]));
  const { leadTime, deliveries } = await score();
  assert.deepEqual(
    [deliveries.length, deliveries[0]?.reference, deliveries[0]?.orderId],
    [8, order.number, order.id],
  );
  assert.equal(leadTime.receipts, 100);
  assert.ok(
    leadTime.distribution.some(({ days }) => days === 0),
    'came on the day on which it was ordered',
  );
});
