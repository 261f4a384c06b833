import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Row } from '../../report.ts';
import { namesIn, ratingOf, vitalIn, vitalText } from './vitals.ts';

const row = (metric: string, kind: string, device: string, measured: number): Row => ({
  ...{ of: { metric, page_kind: kind, device }, values: { measured } },
});

test('a bound belongs to what is better', () => {
  assert.deepEqual(
    [2_500, 2_501, 4_000, 4_001].map((value) => ratingOf('LCP', value)),
    ['good', 'needs_work', 'needs_work', 'poor'],
  );
  assert.deepEqual(
    [0.1, 0.26].map((value) => ratingOf('CLS', value)),
    ['good', 'poor'],
  );
});

test('seconds, milliseconds, and what has no unit', () => {
  assert.deepEqual(
    [vitalText('LCP', 2_470), vitalText('INP', 180), vitalText('CLS', 0.083)],
    ['2.5s', '180ms', '0.083'],
  );
});

test('what is measured of, the most measured first, without what is of all', () => {
  const rows = [row('LCP', 'all', 'all', 9), row('LCP', 'home', 'all', 2), row('LCP', 'product', 'all', 7)];
  assert.deepEqual(namesIn(rows, 'page_kind'), ['product', 'home']);
  assert.equal(vitalIn(rows, { metric: 'LCP', kind: 'home', device: 'all' }), rows[1]);
  assert.equal(vitalIn(rows, { metric: 'INP', kind: 'home', device: 'all' }), undefined);
});
