import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { currencyOf, expectOk, type Result } from '../../../kernel/index.ts';
import { newId } from '../../../platform/id.ts';
import { type Payable, termsOf } from '../payable/payable.ts';
import type { PaidLine } from './payment.ts';
import { planPayment } from './plan-payment.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const supplierId = newId<'supplier'>();
const invoicedOn = day('2026-12-01');
const at = Temporal.Instant.from('2026-12-01T08:00:00Z');

/** 119.00 USD with 19.00 of tax, booked at 109.48 and 17.48 EUR, 2 % off within ten days. */
function aPayable(of: Partial<Payable> = {}): Payable {
  const amountMinor = of.amountMinor ?? 11_900n;
  return {
    ...{ id: newId<'payable'>(), supplierId, kind: 'goods', orderId: undefined, number: 'R-1' },
    ...{ invoiceId: undefined, returnId: undefined },
    ...{ currency: currencyOf('USD'), amountMinor, bookedMinor: 10_948n, taxBookedMinor: 1_748n, invoicedOn },
    ...termsOf(
      { invoicedOn, amountMinor },
      { paymentDays: 30, discountMillionths: 20_000, discountDays: 10 },
    ),
    ...{ settledMinor: 0n, discountedMinor: 0n, settledBookedMinor: 0n },
    ...{ made: { at, by: 'staff:buyer' }, undone: undefined, ...of },
  };
}
const plan = (payables: readonly Payable[], lines: readonly PaidLine[], paidOn = day('2026-12-11')) =>
  planPayment(new Map(payables.map((one) => [one.id, one])), { supplierId, paidOn, lines });
const refused = (result: Result<unknown>) =>
  result.ok ? 'ok' : `${result.refusal.code} ${result.refusal.field ?? ''}`.trim();

test('terms say when an invoice is due, and what may be taken off until when, rounded down', () => {
  const of = { invoicedOn, amountMinor: 11_999n };
  const terms = termsOf(of, { paymentDays: 30, discountMillionths: 20_000, discountDays: 10 });
  assert.deepEqual(
    [terms.dueOn.toString(), terms.discountUntil?.toString(), terms.discountMinor],
    ['2026-12-31', '2026-12-11', 239n],
  );
  const none = termsOf(of, { paymentDays: 0, discountMillionths: 0, discountDays: 10 });
  assert.deepEqual([none.dueOn.toString(), none.discountUntil], ['2026-12-01', undefined]);
});

test('an invoice paid early settles all that is booked, with the discount and its tax apart', () => {
  const invoice = aPayable();
  const payableId = invoice.id;
  const paid = expectOk(plan([invoice], [{ payableId, amountMinor: 11_662n, discountMinor: 238n }]));
  const [line] = paid.lines;
  // 2 % of 109.48 is 2.19, and 0.35 of that is tax, as 17.48 of 109.48 are.
  assert.deepEqual(
    [paid.amountMinor, line?.settledBookedMinor, line?.discountBookedMinor, line?.discountTaxMinor],
    [11_662n, 10_948n, 219n, 35n],
  );
});

test('what cannot be paid is refused, each with its field', () => {
  const invoice = aPayable();
  const credit = aPayable({ kind: 'credit', amountMinor: -2_000n, bookedMinor: -1_840n, taxBookedMinor: 0n });
  const [payableId, creditId] = [invoice.id, credit.id];
  const rows: readonly (readonly [readonly PaidLine[], string, string?])[] = [
    [[], 'nothing_paid lines'],
    [[{ payableId: newId(), amountMinor: 1n }], 'not_found lines[0].payableId'],
    [[{ payableId, amountMinor: 0n }], 'not_an_amount lines[0].amount'],
    [[{ payableId, amountMinor: 11_901n }], 'more_than_open lines[0].amount'],
    [[{ payableId, amountMinor: 11_700n, discountMinor: 201n }], 'more_than_open lines[0].amount'],
    [[{ payableId, amountMinor: 11_661n, discountMinor: 239n }], 'more_than_agreed lines[0].discount'],
    [
      [{ payableId, amountMinor: 11_662n, discountMinor: 238n }],
      'discount_too_late lines[0].discount',
      '2026-12-12',
    ],
    [
      [
        { payableId, amountMinor: 1n },
        { payableId, amountMinor: 1n },
      ],
      'not_found lines[1].payableId',
    ],
    [[{ payableId: creditId, amountMinor: 500n }], 'credits_exceed lines'],
    [[{ payableId: creditId, amountMinor: 1n, discountMinor: 1n }], 'not_an_amount lines[0].discount'],
    [
      [
        { payableId, amountMinor: 2_000n },
        { payableId: creditId, amountMinor: 2_000n },
      ],
      'ok',
    ],
  ];
  for (const [lines, expected, on = '2026-12-11'] of rows) {
    assert.equal(refused(plan([invoice, credit], lines, day(on))), expected);
  }
  assert.equal(
    refused(plan([aPayable({ id: payableId, supplierId: newId() })], [{ payableId, amountMinor: 1n }])),
    'not_theirs lines[0].payableId',
  );
});

test('however an invoice or a credit is paid in parts, the parts of the books sum to all of it', () => {
  const amounts = fc.record({
    amount: fc.bigInt({ min: 1n, max: 10n ** 9n }),
    booked: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    cuts: fc.array(fc.double({ min: 0.01, max: 0.9, noNaN: true }), { maxLength: 6 }),
    isCredit: fc.boolean(),
  });
  fc.assert(
    fc.property(amounts, ({ amount, booked, cuts, isCredit }) => {
      const sign = isCredit ? -1n : 1n;
      let payable = aPayable({
        ...{ kind: isCredit ? 'credit' : 'goods', amountMinor: sign * amount, bookedMinor: sign * booked },
        taxBookedMinor: 0n,
      });
      // Beside a credit there is an invoice that is paid with it.
      const invoice = aPayable({ amountMinor: 10n ** 12n, bookedMinor: 10n ** 12n });
      const shares = [...cuts, 1];
      for (const share of shares) {
        const open = sign * (payable.amountMinor - payable.settledMinor);
        const part = share === 1 ? open : BigInt(Math.floor(Number(open) * share));
        if (part <= 0n || part > open) continue;
        const own = { payableId: payable.id, amountMinor: part };
        const { lines } = expectOk(
          plan([payable, invoice], [own, { payableId: invoice.id, amountMinor: part }]),
        );
        const [line] = lines;
        assert.ok(line !== undefined && line.settledBookedMinor * sign >= 0n);
        payable = {
          ...payable,
          settledMinor: payable.settledMinor + line.paidMinor,
          settledBookedMinor: payable.settledBookedMinor + line.settledBookedMinor,
        };
      }
      assert.deepEqual(
        [payable.settledMinor, payable.settledBookedMinor],
        [payable.amountMinor, payable.bookedMinor],
      );
    }),
  );
});
