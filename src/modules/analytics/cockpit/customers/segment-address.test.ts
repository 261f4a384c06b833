import assert from 'node:assert/strict';
import { test } from 'node:test';
import { segmentAddress } from './segment-address.ts';

const rowOf = (segment: string) => ({
  of: { segment },
  values: { orders_from: 2, orders_to: 3, days_from: 203, days_to: 500 },
});

test('a group becomes the conditions that make it', () => {
  assert.equal(
    segmentAddress('At risk', rowOf('at_risk')),
    '/segments/new?name=At+risk&ordersFrom=2&ordersTo=3&lastWithin=501&lastBefore=203',
  );
});

test('those who buy most and those who bought just now go on doing so: their groups are open on that side', () => {
  const partsOf = (segment: string) => segmentAddress('', rowOf(segment)).replace('/segments/new?name=&', '');
  assert.equal(partsOf('champions'), 'ordersFrom=2&lastWithin=501');
  assert.equal(partsOf('new'), 'ordersFrom=2&ordersTo=3&lastWithin=501');
  assert.equal(partsOf('cannot_lose'), 'ordersFrom=2&lastWithin=501&lastBefore=203');
});
