import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { currencyOf, expectOk, type Result } from '../../../kernel/index.ts';
import { type AccountCode, accountBalance, readCostLevels, trialBalance } from '../../ledger/index.ts';
import {
  addLandedCost,
  keepSupplierInvoice,
  listAwaitedCosts,
  listPayables,
  type PurchaseOrder,
  paySupplier,
  readDossier,
  returnPurchasedGoods,
  undoReceipt,
  undoSupplierInvoice,
  undoSupplierPayment,
} from '../index.ts';
import { aPurchasingShop, BUYER, NOW } from '../testing/a-purchasing-shop.ts';

const EUR = currencyOf('EUR');
const shop = await aPurchasingShop(await testDatabase(4), ['Cup']);
const { db, write, variant, supplier, aSentOrder, receive } = shop;
const cup = variant(0);
const day = Temporal.PlainDate.from('2026-12-01');
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const balance = (account: AccountCode) => accountBalance(db, account, { currency: EUR });

/** What stands in the books, account by account. */
async function standing() {
  const open = (await trialBalance(db)).filter(({ balanceMinor }) => balanceMinor !== 0n);
  return new Map(open.map(({ account, balanceMinor }) => [account, balanceMinor]));
}

async function received(pieces: number) {
  const sent = await aSentOrder({ lines: [{ variantId: cup, quantity: pieces }] });
  return expectOk(await receive(sent, [{ received: pieces }])).order;
}

const invoice = (order: PurchaseOrder, more: { number: string; valueMinor: bigint; quantity: number }) => {
  const [line] = order.lines;
  assert.ok(line);
  return {
    ...{ id: order.id, number: more.number, invoicedOn: day, acceptsPrices: true, taxMinor: 950n, ...BUYER },
    lines: [{ lineId: line.id, quantity: more.quantity, valueMinor: more.valueMinor }],
  };
};

test('an invoice that is taken back leaves nothing of itself, and the right one can be kept with its number', async () => {
  const order = await received(10);
  const freight = {
    kind: 'freight' as const,
    spreadBy: 'value' as const,
    amountMinor: 700n,
    reference: 'CMR-1',
  };
  expectOk(await write((tx) => addLandedCost(tx, { id: order.id, ...freight, ...BUYER })));
  const [awaited] = await listAwaitedCosts(db, { limit: 10 });
  assert.ok(awaited);
  const before = { books: await standing(), level: (await readCostLevels(db, [cup], EUR)).get(cup) };
  // Half a euro dearer, freight that was expected, and freight that nobody expected on another.
  const wrong = invoice(order, { number: 'R-1', quantity: 6, valueMinor: 3_050n });
  const expected = { ...wrong, chargesMinor: 650n, expectedCostIds: [awaited.id] };
  const first = expectOk(await write((tx) => keepSupplierInvoice(tx, expected)));
  const unexpected = {
    ...invoice(order, { number: 'R-2', quantity: 4, valueMinor: 2_000n }),
    chargesMinor: 400n,
  };
  const second = expectOk(await write((tx) => keepSupplierInvoice(tx, unexpected)));
  assert.deepEqual(await listAwaitedCosts(db, { limit: 10 }), []);
  assert.notDeepEqual(await standing(), before.books);
  const undo = (id: typeof first.invoice.id) => write((tx) => undoSupplierInvoice(tx, { id, ...BUYER }));
  expectOk(await undo(first.invoice.id));
  expectOk(await undo(second.invoice.id));
  assert.equal(codeOf(await undo(second.invoice.id)), 'already_undone');
  assert.deepEqual(await standing(), before.books);
  assert.deepEqual((await readCostLevels(db, [cup], EUR)).get(cup), before.level);
  assert.deepEqual(
    (await listAwaitedCosts(db, { limit: 10 })).map(({ reference }) => reference),
    ['CMR-1'],
    'what was expected is again, and what the invoice brought is gone',
  );
  assert.deepEqual(await listPayables(db, { isOpen: true, limit: 10 }), []);
  const dossier = await readDossier(db, order, NOW);
  assert.deepEqual([...dossier.figures.values()][0]?.awaited, { pieces: 10, valueMinor: 5_000n });
  assert.ok(dossier.invoices.every(({ undone }) => undone?.by === BUYER.by));
  const right = invoice(order, { number: 'R-1', quantity: 10, valueMinor: 5_000n });
  const kept = expectOk(await write((tx) => keepSupplierInvoice(tx, right)));
  assert.notEqual(kept.invoice.id, first.invoice.id);
  assert.equal(await balance('payables'), -5_950n);
  expectOk(await undo(kept.invoice.id));
});

test('it is refused while something of it is paid, and says what to do first', async () => {
  const order = await received(4);
  const kept = expectOk(
    await write((tx) =>
      keepSupplierInvoice(tx, invoice(order, { number: 'R-3', quantity: 4, valueMinor: 2_000n })),
    ),
  );
  const [payable] = await listPayables(db, { orderId: order.id, isOpen: true, limit: 10 });
  assert.ok(payable);
  const paid = { supplierId: supplier.id, paidOn: day, reference: 'SEPA 1', ...BUYER };
  const lines = [{ payableId: payable.id, amountMinor: 100n }];
  const payment = expectOk(await write((tx) => paySupplier(tx, { ...paid, lines })));
  const undo = () => write((tx) => undoSupplierInvoice(tx, { id: kept.invoice.id, ...BUYER }));
  assert.equal(codeOf(await undo()), 'already_paid');
  expectOk(await write((tx) => undoSupplierPayment(tx, { id: payment.id, ...BUYER })));
  expectOk(await undo());
  // What waits for its invoice again can be taken back as a delivery, too.
  const [receipt] = (await readDossier(db, order, NOW)).receipts;
  assert.ok(receipt);
  expectOk(await write((tx) => undoReceipt(tx, { id: receipt.id, ...BUYER })));
});

test('it is refused where goods of it went back with a credit, unless other invoices are for as many', async () => {
  const order = await received(10);
  const [line] = order.lines;
  assert.ok(line);
  const keep = async (number: string) => {
    const asked = invoice(order, { number, quantity: 5, valueMinor: 2_500n });
    return expectOk(await write((tx) => keepSupplierInvoice(tx, asked))).invoice;
  };
  const [first, second] = [await keep('R-4'), await keep('R-5')];
  const before = { tax: await balance('input_tax'), owed: await balance('payables') };
  const back = { id: order.id, reason: 'damaged' as const, lines: [{ lineId: line.id, quantity: 2 }] };
  expectOk(await write((tx) => returnPurchasedGoods(tx, { ...back, reference: 'B-1', ...BUYER })));
  // Two of ten: 10.00, and 3.80 of the 19.00 of tax.
  assert.deepEqual(
    [(await balance('input_tax')) - before.tax, (await balance('payables')) - before.owed],
    [-380n, 1_380n],
  );
  const [credit] = (await listPayables(db, { orderId: order.id, isOpen: true, limit: 10 })).filter(
    ({ kind }) => kind === 'credit',
  );
  assert.deepEqual([credit?.amountMinor, credit?.taxBookedMinor], [-1_380n, -380n]);
  const tooMuch = { ...back, reference: 'B-2', taxMinor: 1_521n, ...BUYER };
  assert.equal(codeOf(await write((tx) => returnPurchasedGoods(tx, tooMuch))), 'more_than_invoiced');
  const undo = (id: typeof first.id) => write((tx) => undoSupplierInvoice(tx, { id, ...BUYER }));
  expectOk(await undo(second.id));
  assert.equal(codeOf(await undo(first.id)), 'already_credited');
});
