import assert from 'node:assert/strict';
import { test } from 'node:test';
import { totalOf, wholeOf } from './amounts.ts';

const invoice = {
  ...({ id: '1', kind: 'goods', number: 'R-1', currency: 'EUR', open: { amount: '119.00' } } as const),
  discount: { until: '2026-12-11', amount: { amount: '2.38' } },
};

test('all of an invoice is paid, less its discount until its day', () => {
  assert.deepEqual(wholeOf(invoice, '2026-12-11'), { amount: '116.62', discount: '2.38' });
  assert.deepEqual(wholeOf(invoice, '2026-12-12'), { amount: '119.00', discount: '' });
  const credit = { ...invoice, kind: 'credit', open: { amount: '-20.00' } } as const;
  assert.deepEqual(wholeOf(credit, '2026-12-12'), { amount: '20.00', discount: '' });
});

test('what is chosen is summed to the unit, credits take off, and what is no amount makes no sum', () => {
  const paid = (amount: string, isOn = true) => ({ isOn, amount, discount: '' });
  const credit = { kind: 'credit', currency: 'EUR' } as const;
  assert.equal(
    totalOf([
      [invoice, paid('116.62')],
      [credit, paid('20.00')],
    ]),
    9_662n,
  );
  assert.equal(totalOf([[invoice, paid('x')]]), undefined);
  assert.equal(totalOf([[invoice, paid('x', false)]]), 0n);
});
