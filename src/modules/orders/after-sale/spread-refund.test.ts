import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newId } from '../../../platform/id.ts';
import { spreadOverPayments } from './spread-refund.ts';

const [card, transfer, cash] = [newId<'payment'>(), newId<'payment'>(), newId<'payment'>()];

test('a refund goes over as few payments as it can', () => {
  const payments = [
    { paymentId: card, leftMinor: 50n },
    { paymentId: transfer, leftMinor: 60n },
    { paymentId: cash, leftMinor: 60n },
  ];
  const table = [
    [60n, [[transfer, 60n]]],
    [
      61n,
      [
        [transfer, 60n],
        [cash, 1n],
      ],
    ],
    [
      170n,
      [
        [transfer, 60n],
        [cash, 60n],
        [card, 50n],
      ],
    ],
    [0n, []],
  ] as const;
  for (const [amountMinor, expected] of table) {
    const parts = spreadOverPayments(amountMinor, payments);
    assert.deepEqual(
      parts?.map((part) => [part.paymentId, part.amountMinor]),
      expected,
    );
  }
  assert.equal(spreadOverPayments(171n, payments), undefined);
});

test('its parts are the amount, none is more than its payment has left, and none is nothing', () => {
  const payments = fc.array(fc.bigInt(-50n, 5_000n), { maxLength: 6 });
  fc.assert(
    fc.property(payments, fc.bigInt(0n, 20_000n), (lefts, amountMinor) => {
      const given = lefts.map((leftMinor) => ({ paymentId: newId<'payment'>(), leftMinor }));
      const parts = spreadOverPayments(amountMinor, given);
      const all = lefts.reduce((sum, left) => (left > 0n ? sum + left : sum), 0n);
      assert.equal(parts === undefined, amountMinor > all);
      assert.ok(
        (parts ?? []).every((part) => part.amountMinor > 0n && part.amountMinor <= leftOf(part, given)),
      );
      const sum = (parts ?? []).reduce((total, part) => total + part.amountMinor, 0n);
      if (parts !== undefined) assert.equal(sum, amountMinor);
    }),
  );
});

function leftOf(
  { paymentId }: { readonly paymentId: string },
  given: readonly { readonly paymentId: string; readonly leftMinor: bigint }[],
): bigint {
  return given.find((one) => one.paymentId === paymentId)?.leftMinor ?? 0n;
}
