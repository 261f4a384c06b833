import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk, type Result } from '../../../kernel/index.ts';
import {
  approvePurchaseOrder,
  cancelPurchaseOrder,
  keepSupplierInvoice,
  listPayables,
  paySupplier,
  readDossier,
  readPurchaseOrder,
  returnPurchasedGoods,
  undoReceipt,
} from '../index.ts';
import { aPurchasingShop, BUYER, NOW } from '../testing/a-purchasing-shop.ts';

// What two people do to one order at the same time: whoever comes first does it, the other is told.
const shop = await aPurchasingShop(await testDatabase(8), ['Cup', 'Pot', 'Jug', 'Mug']);
const { db, write, variant, supplier, order, aSentOrder, receive, onHand } = shop;
const day = Temporal.PlainDate.from('2026-12-01');
const codes = (results: readonly Result<unknown>[]) =>
  results.map((one) => (one.ok ? 'ok' : one.refusal.code)).toSorted();
const sent = (index: number) => aSentOrder({ lines: [{ variantId: variant(index), quantity: 10 }] });

test('two deliveries of one line at once are no more than are open', async () => {
  const made = await sent(0);
  const both = await Promise.all([receive(made, [{ received: 6 }]), receive(made, [{ received: 6 }])]);
  assert.deepEqual([codes(both), await onHand(variant(0))], [['more_than_open', 'ok'], 6]);
});

test('of a delivery and cancelling at once one is refused', async () => {
  const made = await sent(1);
  const cancel = write((tx) => cancelPurchaseOrder(tx, { id: made.id, ...BUYER }));
  const both = await Promise.all([receive(made, [{ received: 10 }]), cancel]);
  assert.deepEqual(codes(both), ['ok', 'wrong_state']);
  const state = (await readPurchaseOrder(db, made.id))?.state;
  assert.deepEqual(await onHand(variant(1)), state === 'received' ? 10 : 0);
});

test('an order is approved once', async () => {
  const { id } = expectOk(await order({ lines: [{ variantId: variant(2), quantity: 1 }] }));
  const approve = () => write((tx) => approvePurchaseOrder(tx, { id, limitMinor: undefined, ...BUYER }));
  assert.deepEqual(codes(await Promise.all([approve(), approve()])), ['ok', 'wrong_state']);
});

test('an invoice, a payment and what goes back are for no more than there is, whoever asks at once', async () => {
  const made = expectOk(await receive(await sent(3), [{ received: 10 }])).order;
  const [line] = made.lines;
  assert.ok(line);
  const invoice = (number: string) =>
    write((tx) =>
      keepSupplierInvoice(tx, {
        ...{ id: made.id, number, invoicedOn: day, ...BUYER },
        lines: [{ lineId: line.id, quantity: 10, valueMinor: 5_000n }],
      }),
    );
  assert.deepEqual(codes(await Promise.all([invoice('R-1'), invoice('R-2')])), ['does_not_match', 'ok']);
  const [owed, ...others] = await listPayables(db, { orderId: made.id, isOpen: true, limit: 10 });
  assert.ok(owed !== undefined && others.length === 0);
  const pay = (reference: string) =>
    write((tx) =>
      paySupplier(tx, {
        ...{ supplierId: supplier.id, paidOn: day, reference, ...BUYER },
        lines: [{ payableId: owed.id, amountMinor: 5_000n }],
      }),
    );
  assert.deepEqual(codes(await Promise.all([pay('SEPA 1'), pay('SEPA 2')])), ['more_than_open', 'ok']);
  const back = (reference: string) =>
    write((tx) =>
      returnPurchasedGoods(tx, {
        ...{ id: made.id, reason: 'wrong', reference, lines: [{ lineId: line.id, quantity: 6 }], ...BUYER },
      }),
    );
  assert.deepEqual(codes(await Promise.all([back('B-1'), back('B-2')])), ['more_than_received', 'ok']);
  const [receipt] = (await readDossier(db, made, NOW)).receipts;
  assert.ok(receipt);
  const undo = await write((tx) => undoReceipt(tx, { id: receipt.id, ...BUYER }));
  assert.deepEqual([codes([undo]), await onHand(variant(3))], [['already_settled'], 4]);
});
