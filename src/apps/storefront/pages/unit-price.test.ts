import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf, localeOf } from '../../../kernel/index.ts';
import { unitPriceMinor, unitPriceText } from './unit-price.ts';

test('the unit price is the price of the base measure', () => {
  const rows: readonly [bigint, number, string, number, string, bigint | undefined][] = [
    [400n, 250, 'g', 1, 'kg', 1600n],
    [199n, 0.33, 'l', 1, 'l', 603n],
    [199n, 330, 'ml', 100, 'ml', 60n],
    [1000n, 3, 'kg', 1, 'kg', 333n],
    [600n, 6, 'capsule', 1, 'capsule', 100n],
    [600n, 6, 'capsule', 1, 'kg', undefined],
    [600n, 0, 'g', 1, 'kg', undefined],
    [2990n, 2, 'm2', 100, 'cm2', 15n],
  ];
  for (const [minor, total, totalUnit, base, baseUnit, expected] of rows) {
    assert.equal(
      unitPriceMinor(minor, { total, totalUnit, base, baseUnit }),
      expected,
      `${total} ${totalUnit}`,
    );
  }
});

test('the unit is named with its number unless that is one', () => {
  const text = (base: number) =>
    unitPriceText(
      400n,
      { total: 250, totalUnit: 'ml', base, baseUnit: 'ml' },
      currencyOf('EUR'),
      localeOf('en'),
    );
  assert.equal(text(100), '€1.60 / 100 ml');
  assert.equal(text(1), '€0.02 / ml');
});
