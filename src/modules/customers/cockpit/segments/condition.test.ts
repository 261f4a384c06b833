import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionsIn } from './condition.ts';

test('another screen fills the form: orders and days of the address become conditions', () => {
  assert.deepEqual(conditionsIn({ ordersFrom: '2', ordersTo: '3', lastWithin: '501', lastBefore: '203' }), [
    { field: 'orders', is: 'at_least', count: 2 },
    { field: 'orders', is: 'at_most', count: 3 },
    { field: 'last_order', is: 'within', days: 501 },
    { field: 'last_order', is: 'longer_ago', days: 203 },
  ]);
});

test('what is no number that a rule may have is left out', () => {
  assert.deepEqual(conditionsIn({}), []);
  assert.deepEqual(
    conditionsIn({ ordersFrom: '-1', ordersTo: '2.5', lastWithin: '0', lastBefore: 'yesterday' }),
    [],
  );
  assert.deepEqual(conditionsIn({ lastWithin: ['7', '9'], ordersFrom: '' }), []);
});
