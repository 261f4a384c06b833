import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  changedPrice,
  marginOf,
  type PriceChangeRule,
  type PriceRounding,
  roundedPrice,
} from './price-change.ts';

const facts = (amountMinor: bigint, costMinor?: bigint, compareAtMinor?: bigint) => ({
  ...{ amountMinor, costMinor, compareAtMinor, taxRateMillionths: 190_000, unit: 100n },
});
const rule = (
  change: PriceChangeRule['change'],
  rounding: PriceRounding = 'none',
  compareAt: PriceChangeRule['compareAt'] = 'keep',
): PriceChangeRule => ({ change, rounding, compareAt });
const PERCENT = (percent: number) => ({ kind: 'percent', rateMillionths: percent * 10_000 }) as const;

test('a price is changed by a rate, an amount, to a price or to a margin', () => {
  const rows: readonly (readonly [
    before: bigint,
    cost: bigint | undefined,
    rule: PriceChangeRule,
    after: bigint | string,
  ])[] = [
    [1_999n, undefined, rule(PERCENT(-10)), 1_799n],
    [1_999n, undefined, rule(PERCENT(5), '99'), 2_099n],
    [1_000n, undefined, rule({ kind: 'amount', amountMinor: -150n }), 850n],
    [1_000n, undefined, rule({ kind: 'amount', amountMinor: -1_500n }), 'below_zero'],
    [1_000n, undefined, rule({ kind: 'set', amountMinor: 990n }), 990n],
    [1_000n, 600n, rule({ kind: 'margin', rateMillionths: 400_000 }), 1_190n],
    [1_000n, undefined, rule({ kind: 'margin', rateMillionths: 400_000 }), 'no_cost'],
    [1_000n, undefined, rule(PERCENT(0)), 'same'],
  ];
  for (const [before, cost, how, after] of rows) {
    const changed = changedPrice(facts(before, cost), how);
    assert.equal(
      changed.isChanged ? changed.amountMinor : changed.why,
      after,
      `${before} ${JSON.stringify(how.change, (_, v) => (typeof v === 'bigint' ? String(v) : v))}`,
    );
  }
});

test('the compare-at price is left, taken away, or the price before, and never less than the price', () => {
  const rows: readonly (readonly [
    PriceChangeRule['compareAt'],
    percent: number,
    before: bigint | undefined,
    after: bigint | undefined,
  ])[] = [
    ['keep', -10, 1_500n, 1_500n],
    ['remove', -10, 1_500n, undefined],
    ['price_before', -10, undefined, 1_000n],
    ['price_before', 10, undefined, undefined],
    ['keep', 60, 1_500n, undefined],
  ];
  for (const [compareAt, percent, before, after] of rows) {
    const changed = changedPrice(facts(1_000n, undefined, before), rule(PERCENT(percent), 'none', compareAt));
    assert.equal(changed.isChanged && changed.compareAtMinor, after, `${compareAt} ${percent}`);
  }
});

test('a price ends as it should, the nearest way', () => {
  const rows: readonly (readonly [amount: bigint, PriceRounding, unit: bigint, rounded: bigint])[] = [
    [1_799n, '99', 100n, 1_799n],
    [1_748n, '99', 100n, 1_699n],
    [1_749n, '99', 100n, 1_799n],
    [1_020n, '95', 100n, 995n],
    [1_050n, '00', 100n, 1_100n],
    [20n, '00', 100n, 100n],
    [20n, '99', 100n, 99n],
    [1_460n, '99', 1n, 1_499n],
    [12_340n, '95', 1_000n, 11_950n],
    [0n, '99', 100n, 0n],
  ];
  for (const [amount, rounding, unit, rounded] of rows) {
    assert.equal(roundedPrice(amount, rounding, unit), rounded, `${amount} to .${rounding} of ${unit}`);
  }
});

test('a rounded price ends so, is above zero, and is no further than one whole away', () => {
  const rounding = fc.constantFrom<PriceRounding>('99', '95', '90', '00');
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), rounding, (amount, ends) => {
      const rounded = roundedPrice(amount, ends, 100n);
      assert.ok(rounded > 0n);
      assert.equal(rounded % 100n, BigInt(ends));
      assert.ok(rounded - amount <= 100n && amount - rounded <= 50n);
    }),
  );
});

test('what is below cost net of tax is said, and a margin is of the net price', () => {
  const below = changedPrice(facts(1_190n, 950n), rule(PERCENT(-10)));
  assert.deepEqual(below.isChanged && [below.amountMinor, below.isBelowCost], [1_071n, true]);
  const above = changedPrice(facts(1_190n, 850n), rule(PERCENT(-10)));
  assert.equal(above.isChanged && above.isBelowCost, false);
  assert.deepEqual(marginOf(1_190n, { costMinor: 600n, taxRateMillionths: 190_000 }), {
    ...{ marginMinor: 400n, rateMillionths: 400_000 },
  });
  assert.equal(marginOf(0n, { costMinor: 600n, taxRateMillionths: 0 }).rateMillionths, undefined);
});
