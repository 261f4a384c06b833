import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import {
  approvePurchaseOrder,
  closePurchaseOrder,
  readSources,
  receivePurchaseOrder,
  sendPurchaseOrder,
  supplierScorecard,
} from '../index.ts';
import { aPurchasingShop, BUYER, NOW } from '../testing/a-purchasing-shop.ts';

const { db, write, variant, supplier, order } = await aPurchasingShop(await testDatabase(4), ['Cup', 'Pot']);
const [cup, pot] = [variant(0), variant(1)];
const later = (days: number) => NOW.add({ hours: 24 * days });

/** Sent today, expected in ten days; so many cups and pots come after so many days. */
async function delivered(after: number, cups: number, pots: number, damaged = 0) {
  const lines = [
    { variantId: cup, quantity: 10 },
    { variantId: pot, quantity: 10 },
  ];
  const { id } = expectOk(await order({ lines }));
  expectOk(await write((tx) => approvePurchaseOrder(tx, { id, limitMinor: undefined, ...BUYER })));
  const sent = expectOk(await write((tx) => sendPurchaseOrder(tx, { id, mail: false, ...BUYER })));
  const [first, second] = sent.lines;
  assert.ok(first && second);
  const come = [
    { lineId: first.id, received: cups, damaged },
    { lineId: second.id, received: pots },
  ];
  const doing = { by: 'staff:a', now: later(after) };
  const got = await write((tx) => receivePurchaseOrder(tx, { id, lines: come, reference: 'LS', ...doing }));
  if (expectOk(got).order.state === 'received') return;
  expectOk(await write((tx) => closePurchaseOrder(tx, { id, ...doing })));
}

test('a supplier is judged by what came when, and their lead time is learned from it', async () => {
  const before = expectOk(await supplierScorecard(db, { supplierId: supplier.id, now: NOW }));
  assert.deepEqual([before.onTime, before.orders, before.leadTime.isAssumed], [undefined, 0, true]);
  await delivered(8, 10, 10);
  await delivered(20, 10, 10);
  await delivered(9, 10, 4, 2);
  const score = expectOk(await supplierScorecard(db, { supplierId: supplier.id, now: later(30) }));
  const shares = [score.onTime, score.inFull, score.flawless].map((one) => [
    one?.of,
    one?.estimate.toFixed(3),
  ]);
  assert.deepEqual(shares, [
    [6, '0.500'],
    [6, '0.833'],
    [6, '0.833'],
  ]);
  assert.deepEqual([score.orders, score.priceToList, score.leadTime.receipts], [3, 1, 3]);
  assert.ok(score.leadTime.meanDays > 10.5 && score.leadTime.meanDays < 12);
  const source = (await readSources(db, [cup], later(30))).get(cup)?.[0];
  assert.deepEqual(source?.leadTime, score.leadTime);
});
