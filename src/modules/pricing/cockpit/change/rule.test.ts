import assert from 'node:assert/strict';
import { test } from 'node:test';
import { millionthsOf, NEW_RULE, ruleBody } from './rule.ts';

test('a percentage is read in millionths, with point or comma', () => {
  const rows: readonly (readonly [typed: string, millionths: number | undefined])[] = [
    ['10', 100_000],
    ['12,5', 125_000],
    ['0.0001', 1],
    ['0', undefined],
    ['1e3', undefined],
    ['', undefined],
  ];
  for (const [typed, millionths] of rows) assert.equal(millionthsOf(typed), millionths, typed);
});

test('a rule becomes what the API takes, and nothing while it is not one', () => {
  const of = (change: object) => ruleBody({ ...NEW_RULE, ...change }, 'EUR')?.change;
  assert.deepEqual(of({ value: '10' }), { kind: 'percent', rateMillionths: -100_000 });
  assert.deepEqual(of({ kind: 'raise_percent', value: '5' }), { kind: 'percent', rateMillionths: 50_000 });
  assert.deepEqual(of({ kind: 'set', value: '9.90' }), {
    kind: 'set',
    amount: { amount: '9.90', currency: 'EUR' },
  });
  assert.deepEqual(of({ kind: 'margin', value: '99.5' }), undefined);
  assert.deepEqual(of({ value: '101' }), undefined);
});
