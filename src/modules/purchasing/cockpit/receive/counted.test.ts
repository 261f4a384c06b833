import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byCode, type Counted, shortOf, surplusOf } from './counted.ts';

const item = {
  ...{ variantId: '1', productId: '1', title: 'Cup', options: '', sku: 'CUP-1', barcode: '0036000291452' },
  ...{ kind: 'physical' as const, status: 'active' as const },
};
const cup: Counted = {
  line: { id: '1', open: 5, sku: 'TASSE', item },
  received: 0,
  damaged: 0,
  wrong: 0,
  expiresOn: '',
};
const other: Counted = { ...cup, line: { id: '2', open: 5, sku: '', item: undefined } };

test('a scanned code names the line by our SKU, the barcode with or without zeros, or their number', () => {
  for (const code of ['cup-1', ' CUP-1 ', '036000291452', '0036000291452', 'tasse']) {
    assert.equal(byCode([other, cup], code), cup, code);
  }
  for (const code of ['', ' ', '36', 'pot']) assert.equal(byCode([other, cup], code), undefined, code);
});

test('short and surplus are against what is still to come', () => {
  const counts = [0, 3, 5, 7].map((received) => ({ ...cup, received }));
  assert.deepEqual(counts.map(shortOf), [0, 2, 0, 0]);
  assert.deepEqual(counts.map(surplusOf), [0, 0, 0, 2]);
});
