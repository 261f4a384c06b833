import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { leadTimeMoments } from '../../../statistics/index.ts';
import {
  approvePurchaseOrder,
  closePurchaseOrder,
  confirmPurchaseOrder,
  keepSupplierInvoice,
  leadTimesOn,
  type PurchaseOrder,
  readSources,
  receivePurchaseOrder,
  returnPurchasedGoods,
  saveSources,
  saveSupplier,
  sendPurchaseOrder,
  supplierScorecard,
  undoReceipt,
  undoSupplierInvoice,
} from '../index.ts';
import { aPurchasingShop, aSource, aSupplier, BUYER, NOW } from '../testing/a-purchasing-shop.ts';

const shop = await aPurchasingShop(await testDatabase(4), ['Cup', 'Pot']);
const { db, write, variant, aSentOrder } = shop;
const [cup, pot] = [variant(0), variant(1)];
/** So many days after the orders were sent; they are promised for the tenth. */
const on = (days: number) => ({ by: 'staff:a', now: NOW.add({ hours: 24 * days }) });
const promised = (days: number) => on(days).now.toZonedDateTimeISO('UTC').toPlainDate();

let written = 0;
async function aSupplierOfBoth(of: Parameters<typeof aSupplier>[0] = {}) {
  written += 1;
  const draft = aSupplier({ name: `Supplier ${written}`, ...of });
  const { id } = expectOk(await write((tx) => saveSupplier(tx, { draft, now: NOW })));
  const sources = [aSource(cup), aSource(pot)];
  expectOk(await write((tx) => saveSources(tx, { supplierId: id, sources })));
  return id;
}

const supplierId = await aSupplierOfBoth();
const lineOf = ({ lines: [line] }: PurchaseOrder) => {
  assert.ok(line);
  return line.id;
};
const tenCups = () => aSentOrder({ supplierId, lines: [{ variantId: cup, quantity: 10 }] });
async function come(order: PurchaseOrder, days: number, received: number, damaged = 0) {
  const lines = [{ lineId: lineOf(order), received, damaged }];
  const about = { id: order.id, lines, reference: `LS-${days}`, ...on(days) };
  return expectOk(await write((tx) => receivePurchaseOrder(tx, about)));
}
const back = (order: PurchaseOrder, reason: 'damaged' | 'too_many') => {
  const lines = [{ lineId: lineOf(order), quantity: 3 }];
  return write((tx) => returnPurchasedGoods(tx, { id: order.id, lines, reason, reference: 'B', ...on(11) }));
};
const scored = async (after: number) =>
  expectOk(await supplierScorecard(db, { supplierId, now: on(after).now }));
const countsOf = ({ onTime, inFull, flawless }: Awaited<ReturnType<typeof scored>>) =>
  [onTime, inFull, flawless].map((one) => one && [Math.round(one.estimate * one.of), one.of]);

test('each number of a scorecard is what was planted', async () => {
  // Nothing is said before anything is due or came.
  const punctual = await tenCups();
  assert.deepEqual(countsOf(await scored(9)), [undefined, undefined, undefined]);
  await come(punctual, 10, 10);
  assert.deepEqual(countsOf(await scored(11)), [
    [1, 1],
    [1, 1],
    [1, 1],
  ]);

  // Confirmed for the fifteenth, came on the fourteenth: as promised.
  const later = await tenCups();
  const confirmed = { id: later.id, expectedOn: promised(15), lines: [], ...BUYER };
  expectOk(await write((tx) => confirmPurchaseOrder(tx, confirmed)));
  assert.deepEqual(countsOf(await scored(12))[0], [1, 1], 'not late before the day that was confirmed');
  await come(later, 14, 10);
  // The last four come late; a delivery that was taken back was none.
  const parts = await tenCups();
  const mistaken = await come(parts, 8, 10);
  expectOk(await write((tx) => undoReceipt(tx, { id: mistaken.receipt.id, ...on(8) })));
  await come(parts, 9, 6);
  await come(parts, 12, 4);
  // Two of ten are broken and never come.
  const short = await tenCups();
  await come(short, 9, 8, 2);
  expectOk(await write((tx) => closePurchaseOrder(tx, { id: short.id, ...on(20) })));
  // Some go back since they are broken, others since there are too many.
  const broken = await tenCups();
  await come(broken, 9, 10);
  expectOk(await back(broken, 'damaged'));
  const surplus = await tenCups();
  await come(surplus, 9, 10);
  expectOk(await back(surplus, 'too_many'));
  // One line is confirmed at nothing: not late, and short.
  const half = await aSentOrder({
    ...{ supplierId },
    lines: [
      { variantId: pot, quantity: 10 },
      { variantId: cup, quantity: 10 },
    ],
  });
  const [, none] = half.lines;
  assert.ok(none);
  const nothing = { id: half.id, lines: [{ lineId: none.id, quantity: 0 }], ...BUYER };
  expectOk(await write((tx) => confirmPurchaseOrder(tx, nothing)));
  await come(half, 10, 10);

  const score = await scored(30);
  assert.deepEqual(countsOf(score), [
    [5, 7],
    [6, 8],
    [5, 7],
  ]);
  assert.equal(score.orders, 7);
});

test('the price is what was invoiced over their list, and agreed where no invoice stands', async () => {
  assert.equal((await scored(30)).priceToList, 1);
  const order = await tenCups();
  await come(order, 10, 10);
  const lines = [{ lineId: lineOf(order), quantity: 10, valueMinor: 5_900n }];
  const asked = { id: order.id, number: 'R-1', invoicedOn: promised(12), lines, acceptsPrices: true };
  const { invoice } = expectOk(await write((tx) => keepSupplierInvoice(tx, { ...asked, ...on(12) })));
  // Nine lines of ten pieces at 5.00, one of them at 5.90.
  assert.equal((await scored(30)).priceToList?.toFixed(6), ((8 * 50 + 59) / (9 * 50)).toFixed(6));
  expectOk(await write((tx) => undoSupplierInvoice(tx, { id: invoice.id, ...on(13) })));
  assert.equal((await scored(30)).priceToList, 1);
});

test('days on which a supplier is closed are neither learned nor counted twice', async () => {
  const day = (text: string) => Temporal.PlainDate.from(text);
  const at = (text: string) => ({ by: 'staff:a', now: Temporal.Instant.from(`${text}T09:00:00Z`) });
  const closedDays = [{ from: day('2026-12-24'), until: day('2026-12-31') }];
  const closing = await aSupplierOfBoth({ closedDays });
  const meanOn = async (ordered: string) => {
    const [source] =
      (await readSources(db, [cup], at('2027-03-01').now))
        .get(cup)
        ?.filter((one) => one.supplierId === closing) ?? [];
    assert.ok(source);
    return leadTimeMoments(leadTimesOn(day(ordered), source.leadTime.distribution, source.closedDays)).mean;
  };
  for (const sent of ['2026-12-21', '2026-12-22', '2026-12-26'] as const) {
    const asked = { supplierId: closing, lines: [{ variantId: cup, quantity: 1 }], ...at(sent) };
    const { id } = expectOk(await shop.order(asked));
    expectOk(await write((tx) => approvePurchaseOrder(tx, { id, limitMinor: undefined, ...at(sent) })));
    const order = expectOk(await write((tx) => sendPurchaseOrder(tx, { id, mail: false, ...at(sent) })));
    assert.ok(order.expectedOn);
    const lines = [{ lineId: lineOf(order), received: 1 }];
    const came = { id, lines, reference: 'LS', ...at(order.expectedOn.toString()) };
    expectOk(await write((tx) => receivePurchaseOrder(tx, came)));
  }
  const score = expectOk(await supplierScorecard(db, { supplierId: closing, now: at('2027-03-01').now }));
  // Ordered before and within their holidays: ten days of theirs each, eighteen of the calendar.
  assert.ok(Math.abs(score.leadTime.meanDays - 10) < 0.1, `${score.leadTime.meanDays}`);
  assert.deepEqual([score.onTime?.estimate, score.onTime?.of, score.leadTime.receipts], [1, 3, 3]);
  assert.ok(Math.abs((await meanOn('2027-03-01')) - 10) < 0.1, 'no holiday in between');
  assert.ok(Math.abs((await meanOn('2026-12-23')) - 18) < 0.1, 'all of it in between, once');
});
