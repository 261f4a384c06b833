import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { currencyOf, expectOk, type Result } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { readCostLevels, shipGoods, trialBalance } from '../../ledger/index.ts';
import {
  addLandedCost,
  cancelPurchaseOrder,
  keepCharges,
  keepSupplierInvoice,
  listAwaitedCosts,
  listPayables,
  type PurchaseOrder,
  paySupplier,
  readDossier,
  returnPurchasedGoods,
  undoCharges,
  undoLandedCost,
  undoSupplierInvoice,
  undoSupplierPayment,
  undoSupplierReturn,
} from '../index.ts';
import { aPurchasingShop, BUYER, NOW } from '../testing/a-purchasing-shop.ts';

const EUR = currencyOf('EUR');
const day = Temporal.PlainDate.from('2026-12-01');
const titles = ['Cup', 'Pot', 'Jug', 'Mug', 'Can', 'Tin', 'Urn'];
const shop = await aPurchasingShop(await testDatabase(8), titles);
const { db, write, supplier, aSentOrder, receive, onHand } = shop;
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const done = <Value>(run: (tx: Tx) => Promise<Result<Value>>) => write(run);
type VariantId = ReturnType<typeof shop.variant>;

/** What stands in the books, account by account. */
async function books() {
  const open = (await trialBalance(db)).filter(({ balanceMinor }) => balanceMinor !== 0n);
  return new Map(open.map(({ account, balanceMinor }) => [account, balanceMinor]));
}
const level = async (variantId: VariantId) => (await readCostLevels(db, [variantId], EUR)).get(variantId);

async function received(variantId: VariantId, pieces: number) {
  const sent = await aSentOrder({ lines: [{ variantId, quantity: pieces }] });
  return expectOk(await receive(sent, [{ received: pieces }])).order;
}
const sell = (variantId: VariantId, quantity: number) =>
  write((tx) =>
    shipGoods(tx, {
      ...{ currency: EUR, reference: newId(), orderId: newId(), now: NOW },
      items: [{ variantId, quantity }],
    }),
  );

async function landed(order: PurchaseOrder, amountMinor: bigint) {
  const about = { kind: 'freight', spreadBy: 'value', reference: newId() } as const;
  expectOk(await done((tx) => addLandedCost(tx, { id: order.id, ...about, amountMinor, ...BUYER })));
  const { costs } = await readDossier(db, order, NOW);
  return costs.find(({ reference }) => reference === about.reference) ?? assert.fail('it is kept');
}
const undoCost = (id: Awaited<ReturnType<typeof landed>>['id']) =>
  done((tx) => undoLandedCost(tx, { id, ...BUYER }));

async function sentBack(order: PurchaseOrder, quantity: number, reference: string) {
  const [line] = order.lines;
  assert.ok(line);
  const lines = [{ lineId: line.id, quantity }];
  const about = { id: order.id, reason: 'damaged', reference, lines, ...BUYER } as const;
  return done((tx) => returnPurchasedGoods(tx, about));
}
const undoReturn = async (order: PurchaseOrder, reference: string) => {
  const { returns } = await readDossier(db, order, NOW);
  const back = returns.find((one) => one.reference === reference && one.undone === undefined) ?? returns[0];
  assert.ok(back);
  return done((tx) => undoSupplierReturn(tx, { id: back.id, ...BUYER }));
};

test('a landed cost by mistake leaves the average as if it never had been, also where others came and went since', async () => {
  const cup = shop.variant(0);
  const order = await received(cup, 10);
  const before = await books();
  const mistake = await landed(order, 2_000n);
  assert.deepEqual(await level(cup), { quantity: 10n, valueMinor: 7_000n });
  // 4 of 10 are sold, 14 others come at 5.00: what is still there of the freight is 12.00, not all of it.
  await sell(cup, 4);
  await received(cup, 14);
  assert.deepEqual(await level(cup), { quantity: 20n, valueMinor: 4_200n + 7_000n });
  expectOk(await undoCost(mistake.id));
  assert.deepEqual(await level(cup), { quantity: 20n, valueMinor: 10_000n });
  const after = await books();
  assert.equal(after.get('freight_accrued'), before.get('freight_accrued'), 'nothing is awaited of it');
  // The 8.00 that went with what was sold are turned.
  assert.equal((after.get('cost_variances') ?? 0n) - (before.get('cost_variances') ?? 0n), -800n);
  assert.equal(codeOf(await undoCost(mistake.id)), 'already_undone');
  const again = { id: order.id, kind: 'freight', spreadBy: 'value', reference: mistake.reference } as const;
  expectOk(await done((tx) => addLandedCost(tx, { ...again, amountMinor: 200n, ...BUYER })));
  const right = (await readDossier(db, order, NOW)).costs.filter(({ undone }) => undone === undefined);
  assert.deepEqual(
    right.map(({ amountMinor }) => amountMinor),
    [200n],
  );
});

test('a dearer invoice by mistake leaves no more of itself than there is of it', async () => {
  const pot = shop.variant(1);
  const order = await received(pot, 10);
  const [line] = order.lines;
  assert.ok(line);
  const lines = [{ lineId: line.id, quantity: 10, valueMinor: 6_000n }];
  const asked = { id: order.id, number: 'R-1', invoicedOn: day, acceptsPrices: true, lines, ...BUYER };
  const { invoice } = expectOk(await done((tx) => keepSupplierInvoice(tx, asked)));
  await sell(pot, 5);
  await received(pot, 5);
  assert.deepEqual(await level(pot), { quantity: 10n, valueMinor: 5_500n });
  expectOk(await done((tx) => undoSupplierInvoice(tx, { id: invoice.id, ...BUYER })));
  assert.deepEqual(await level(pot), { quantity: 10n, valueMinor: 5_000n });
});

test('a cost is not taken back under its invoice, and none is invoiced of an order that was cancelled', async () => {
  const jug = shop.variant(2);
  const order = await received(jug, 2);
  const cost = await landed(order, 300n);
  const charge = (number: string, costId: typeof cost.id) => ({
    ...{ supplierId: supplier.id, number, invoicedOn: day, lines: [{ costId, amountMinor: 290n }], ...BUYER },
  });
  const payable = expectOk(await done((tx) => keepCharges(tx, charge('F-1', cost.id))));
  assert.equal(codeOf(await undoCost(cost.id)), 'already_invoiced');
  expectOk(await done((tx) => undoCharges(tx, { id: payable.id, ...BUYER })));
  expectOk(await undoCost(cost.id));
  assert.equal(codeOf(await done((tx) => keepCharges(tx, charge('F-2', cost.id)))), 'not_found');
  const sent = await aSentOrder({ lines: [{ variantId: jug, quantity: 2 }] });
  const early = await landed(sent, 300n);
  expectOk(await done((tx) => cancelPurchaseOrder(tx, { id: sent.id, ...BUYER })));
  assert.equal(codeOf(await done((tx) => keepCharges(tx, charge('F-3', early.id)))), 'order_cancelled');
  expectOk(await undoCost(early.id));
  assert.deepEqual(
    await listAwaitedCosts(db, { limit: 10 }).then((all) => all.filter((one) => one.id === early.id)),
    [],
  );
});

test('of cancelling an order and invoicing freight of it at once one is refused', async () => {
  const can = shop.variant(4);
  for (let round = 0; round < 6; round += 1) {
    const sent = await aSentOrder({ lines: [{ variantId: can, quantity: 2 }] });
    const cost = await landed(sent, 300n);
    const lines = [{ costId: cost.id, amountMinor: 300n }];
    const asked = { supplierId: supplier.id, number: newId(), invoicedOn: day, lines, ...BUYER };
    const both = await Promise.all([
      done((tx) => keepCharges(tx, asked)),
      done((tx) => cancelPurchaseOrder(tx, { id: sent.id, ...BUYER })),
    ]);
    assert.equal(both.filter(({ ok }) => ok).length, 1, both.map(codeOf).join());
  }
});

test('goods that did not go back after all are stock again, and nothing is credited of them', async () => {
  const mug = shop.variant(3);
  const order = await received(mug, 10);
  const [line] = order.lines;
  assert.ok(line);
  const lines = [{ lineId: line.id, quantity: 6, valueMinor: 3_000n }];
  const asked = { id: order.id, number: 'R-7', invoicedOn: day, taxMinor: 570n, lines, ...BUYER };
  const { invoice } = expectOk(await done((tx) => keepSupplierInvoice(tx, asked)));
  const before = { books: await books(), level: await level(mug), awaited: await awaited(order) };
  // 4 that nobody invoiced, and 2 with a credit of 10.00 and 1.90 of tax.
  expectOk(await sentBack(order, 6, 'RMA-1'));
  assert.deepEqual([await onHand(mug), (await level(mug))?.quantity], [4, 4n]);
  assert.equal(
    codeOf(await done((tx) => undoSupplierInvoice(tx, { id: invoice.id, ...BUYER }))),
    'already_credited',
  );
  expectOk(await undoReturn(order, 'RMA-1'));
  assert.equal(codeOf(await undoReturn(order, 'RMA-1')), 'already_undone');
  assert.deepEqual({ books: await books(), level: await level(mug), awaited: await awaited(order) }, before);
  assert.equal(await onHand(mug), 10);
  const credits = (await listPayables(db, { orderId: order.id, isOpen: true, limit: 10 })).filter(
    ({ kind }) => kind === 'credit',
  );
  assert.deepEqual(credits, []);
  // The right one, of the same paper.
  expectOk(await sentBack(order, 1, 'RMA-1'));
  assert.equal(await onHand(mug), 9);
});

async function awaited(order: PurchaseOrder) {
  return [...(await readDossier(db, order, NOW)).figures.values()][0]?.awaited;
}

test('a credit that a payment used is not taken back before that', async () => {
  const tin = shop.variant(5);
  const order = await received(tin, 4);
  const [line] = order.lines;
  assert.ok(line);
  const lines = [{ lineId: line.id, quantity: 4, valueMinor: 2_000n }];
  const asked = { id: order.id, number: 'R-8', invoicedOn: day, lines, ...BUYER };
  expectOk(await done((tx) => keepSupplierInvoice(tx, asked)));
  expectOk(await sentBack(order, 1, 'RMA-2'));
  const open = await listPayables(db, { orderId: order.id, isOpen: true, limit: 10 });
  const paid = open.map(({ id, amountMinor }) => ({
    ...{ payableId: id, amountMinor: amountMinor < 0n ? -amountMinor : amountMinor },
  }));
  const about = { supplierId: supplier.id, paidOn: day, reference: 'SEPA 9', lines: paid, ...BUYER };
  const payment = expectOk(await done((tx) => paySupplier(tx, about)));
  assert.equal(codeOf(await undoReturn(order, 'RMA-2')), 'already_used');
  expectOk(await done((tx) => undoSupplierPayment(tx, { id: payment.id, ...BUYER })));
  expectOk(await undoReturn(order, 'RMA-2'));
});

test('taken back twice at once it is taken back once', async () => {
  const urn = shop.variant(6);
  const order = await received(urn, 8);
  expectOk(await sentBack(order, 3, 'RMA-3'));
  const cost = await landed(order, 500n);
  const twice = await Promise.all([undoReturn(order, 'RMA-3'), undoReturn(order, 'RMA-3')]);
  assert.deepEqual(twice.map(codeOf).toSorted(), ['already_undone', 'ok']);
  const costs = await Promise.all([undoCost(cost.id), undoCost(cost.id)]);
  assert.deepEqual(costs.map(codeOf).toSorted(), ['already_undone', 'ok']);
  assert.deepEqual([await onHand(urn), await level(urn)], [8, { quantity: 8n, valueMinor: 4_000n }]);
});
