import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testDatabase } from '../../../../../test/database.ts';
import { currencyOf, expectOk, type Result } from '../../../../kernel/index.ts';
import { newId } from '../../../../platform/id.ts';
import { accountBalance } from '../../../ledger/index.ts';
import { aShop } from '../../contract/shop.ts';
import {
  beginRefund,
  callProvider,
  noteReceipt,
  noteRefundSent,
  type PaymentId,
  readRefundsToSend,
} from '../../index.ts';
import { openByHandProvider } from './by-hand-provider.ts';
import { creditorReference, findCreditorReferences } from './creditor-reference.ts';
import { findByRemittance } from './receipts.ts';

const { db } = await testDatabase();
const EUR = currencyOf('EUR');
const now = () => Temporal.Instant.from('2026-11-26T10:00:00Z');
const account = { holder: 'A Shop', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX', bank: undefined };
const transfers = aShop({
  ...{ db, now },
  provider: openByHandProvider(db, { name: 'bank_transfer', account }, now),
});
const cash = aShop({ db, now, provider: openByHandProvider(db, { name: 'cash_on_delivery' }, now) });
const byHand = { mode: 'by_hand' as const, token: undefined };
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

const note = (paymentId: PaymentId, amountMinor: bigint, lineId: string = newId(), feeMinor = 0n) =>
  db.transaction().execute((tx) => {
    const line = { lineId, paymentId, amountMinor, currency: EUR, feeMinor, now: now() };
    return noteReceipt(tx, line);
  });

describe('a creditor reference', () => {
  // ISO 11649's own example and those of the European Payments Council.
  test('has the check digits of the standard', () => {
    assert.equal(creditorReference('539007547034'), 'RF18539007547034');
    assert.equal(creditorReference('2348236'), 'RF332348236');
    assert.equal(creditorReference('N-1001'), creditorReference('n1001'));
  });

  test('is found in what people write, and a wrong digit is not', () => {
    const table: readonly (readonly [text: string, found: boolean])[] = [
      ['RF18 5390 0754 7034', true],
      ['Order rf18539007547034, thank you', true],
      ['RF18 5390 0754 7035', false],
      ['RF19 5390 0754 7034', false],
      ['', false],
    ];
    for (const [text, found] of table) {
      assert.equal(findCreditorReferences(text).includes('RF18539007547034'), found, text);
    }
  });
});

describe('bank transfer', () => {
  const start = async () => (await transfers.start(byHand)).payment;

  test('shows where to transfer what, and waits', async () => {
    const { payment, begun } = await transfers.start(byHand);
    assert.equal(payment.state, 'requires_action');
    assert.ok(begun.next.kind === 'instructions');
    const values = new Map(begun.next.lines.map(({ label, value }) => [label, value]));
    assert.equal(values.get('amount'), '100.00 EUR');
    assert.equal(values.get('iban'), 'DE89 3704 0044 0532 0130 00');
    assert.equal(await findByRemittance(db, `from Ada ${values.get('remittance')}`), payment.id);
    assert.equal(await findByRemittance(db, 'RF18 5390 0754 7034'), undefined);
    assert.deepEqual(payment.next, begun.next);
  });

  test('is paid when the whole of it has come, in parts too, and each line counts once', async () => {
    const { id, orderId } = await start();
    const part = expectOk(await note(id, 4_000n, 'line-1'));
    assert.deepEqual([part.payment.state, part.newlyCapturedMinor], ['partly_captured', 4_000n]);
    assert.equal(codeOf(await note(id, 4_000n, 'line-1')), 'noted_before');
    const rest = expectOk(await note(id, 6_000n, 'line-2'));
    assert.deepEqual([rest.payment.state, rest.newlyCapturedMinor], ['captured', 6_000n]);
    assert.equal(await accountBalance(db, 'bank', { currency: EUR, orderId }), 10_000n);
  });

  test('that is more than was due can be given back down to what was due, by somebody who sends it', async () => {
    const { id } = await start();
    const over = expectOk(await note(id, 10_500n));
    assert.deepEqual([over.payment.state, over.payment.capturedMinor], ['captured', 10_500n]);
    const input = { paymentId: id, amountMinor: 500n, key: 'over', reason: 'too much came', now: now() };
    const call = expectOk(await db.transaction().execute((tx) => beginRefund(tx, input)));
    await transfers.record(await callProvider(transfers.deps, call));
    await transfers.record(await callProvider(transfers.deps, call));
    assert.equal((await transfers.paymentOf(id)).refundedMinor, 500n);
    const waiting = (await readRefundsToSend(db)).filter(({ paymentId }) => paymentId === id);
    assert.deepEqual(
      waiting.map(({ amountMinor }) => amountMinor),
      [500n],
    );
    const send = () =>
      db.transaction().execute((tx) => noteRefundSent(tx, { id: waiting[0]?.id ?? '', now: now() }));
    assert.deepEqual([await send(), await send()], [true, false]);
  });

  test('in another currency, or for a payment that is not there, is refused', async () => {
    const { id } = await start();
    const other = {
      lineId: newId(),
      paymentId: id,
      amountMinor: 1n,
      currency: currencyOf('USD'),
      now: now(),
    };
    assert.equal(codeOf(await db.transaction().execute((tx) => noteReceipt(tx, other))), 'other_currency');
    assert.equal(codeOf(await note(newId(), 1n)), 'unknown_payment');
    await assert.rejects(note(id, 0n), RangeError);
  });

  test('twenty who note one line at once note it once', async () => {
    const { id } = await start();
    const noted = await Promise.all(Array.from({ length: 20 }, () => note(id, 10_000n, `race-${id}`)));
    assert.equal(noted.filter(({ ok }) => ok).length, 1);
    assert.equal((await transfers.paymentOf(id)).capturedMinor, 10_000n);
  });
});

describe('cash on delivery', () => {
  test('sends the goods out on the order’s word and is paid at the door, less what the carrier keeps', async () => {
    const { payment } = await cash.start(byHand);
    assert.deepEqual([payment.state, payment.authorizedMinor], ['authorized', 10_000n]);
    const paid = expectOk(await note(payment.id, 10_000n, newId(), 350n));
    assert.deepEqual([paid.payment.state, paid.newlyFeeMinor], ['captured', 350n]);
    const at = (name: 'provider:cash_on_delivery' | 'fees') =>
      accountBalance(db, name, { currency: EUR, orderId: payment.orderId });
    assert.deepEqual([await at('provider:cash_on_delivery'), await at('fees')], [9_650n, 350n]);
  });
});
