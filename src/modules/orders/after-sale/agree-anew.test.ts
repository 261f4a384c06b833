import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { newId } from '../../../platform/id.ts';
import type { OrderLine } from '../order.ts';
import { agreementOf, unrefunded, withoutPieces } from './agree-anew.ts';
import { taxSum } from './tax-sums.ts';

const GROSS = { pricesIncludeTax: true };

describe('a line without some of its pieces', () => {
  test('keeps what is left of its discount, and is quoted by nobody again', () => {
    const line = aLine({ quantity: 3, unitMinor: 1000n, discountMinor: 500n, rate: 190_000, ...GROSS });
    const less = withoutPieces(line, 1, GROSS);
    assert.deepEqual([less?.quantity, less?.totalMinor, less?.discountMinor], [2, 1667n, 333n]);
    assert.deepEqual(
      less?.discounts.map(({ amountMinor }) => amountMinor),
      [333n],
    );
    assert.equal(withoutPieces(line, 3, GROSS), undefined);
  });

  const anything = fc.record({
    quantity: fc.integer({ min: 1, max: 9 }),
    unitMinor: fc.bigInt(0n, 99_999n),
    off: fc.nat(1000),
    rate: fc.constantFrom(0, 70_000, 190_000, 255_000),
    pricesIncludeTax: fc.boolean(),
    removed: fc.integer({ min: 1, max: 9 }),
  });

  test('still adds up, never below zero, with or without tax in its price', () => {
    fc.assert(
      fc.property(anything, (some) => {
        const discountMinor = (some.unitMinor * BigInt(some.quantity) * BigInt(some.off)) / 1000n;
        const line = aLine({ ...some, discountMinor });
        const less = withoutPieces(line, Math.min(some.removed, some.quantity), some);
        if (less === undefined) return assert.ok(some.removed >= some.quantity);
        assert.equal(less.netMinor + less.taxMinor, less.totalMinor);
        assert.equal(taxSum(less.taxes), less.taxMinor);
        assert.equal(less.subtotalMinor, less.unitMinor * BigInt(less.quantity));
        const shown = some.pricesIncludeTax ? less.totalMinor : less.netMinor;
        assert.equal(less.subtotalMinor - less.discountMinor, shown);
        const off = less.discounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
        assert.equal(off, less.discountMinor);
        const amounts = [less.netMinor, less.taxMinor, less.discountMinor, less.totalMinor];
        assert.ok(amounts.every((amount) => amount >= 0n));
        const { totals } = agreementOf({ lines: [less], quotedDelivery: undefined });
        const sum = totals.subtotalMinor - totals.discountMinor;
        assert.equal(totals.totalMinor, some.pricesIncludeTax ? sum : sum + totals.taxMinor);
      }),
    );
  });

  test('what refunds took and what is left is the line', () => {
    const line = {
      ...aLine({ quantity: 3, unitMinor: 1000n, discountMinor: 500n, rate: 190_000, ...GROSS }),
    };
    const left = unrefunded({ ...line, refundedQuantity: 1 });
    // The first piece took 8.33 with 1.33 of tax.
    assert.equal(left.netMinor + taxSum(left.taxes), line.totalMinor - 833n);
    assert.equal(taxSum(left.taxes), line.taxMinor - 133n);
    const none = unrefunded({ ...line, refundedQuantity: 3 });
    assert.deepEqual([none.netMinor, taxSum(none.taxes)], [0n, 0n]);
  });
});

function aLine(some: {
  readonly quantity: number;
  readonly unitMinor: bigint;
  readonly discountMinor: bigint;
  readonly rate: number;
  readonly pricesIncludeTax: boolean;
}): OrderLine {
  const { quantity, unitMinor, discountMinor } = some;
  const rate = BigInt(some.rate);
  const subtotalMinor = unitMinor * BigInt(quantity);
  const shown = subtotalMinor - discountMinor;
  const taxMinor = some.pricesIncludeTax ? (shown * rate) / (1_000_000n + rate) : (shown * rate) / 1_000_000n;
  const totalMinor = some.pricesIncludeTax ? shown : shown + taxMinor;
  const baseMinor = totalMinor - taxMinor;
  return {
    ...{ id: newId(), position: 0, variantId: newId(), productId: newId(), sku: undefined, title: 'Mug' },
    ...{ handle: 'mug', options: [], assetId: undefined, kind: 'physical', giftMessage: '', isGift: false },
    ...{ requiresShipping: true, weightGrams: 300, priceReason: { kind: 'base' }, components: [] },
    ...{ quantity, unitMinor, subtotalMinor, discountMinor, netMinor: baseMinor, taxMinor, totalMinor },
    discounts: [{ promotionId: newId(), amountMinor: discountMinor }],
    taxes: [{ name: 'VAT', country: 'DE', rateMillionths: some.rate, baseMinor, taxMinor }],
    ...{ fulfilledQuantity: 0, deliveredQuantity: 0, returnedQuantity: 0, refundedQuantity: 0 },
    removedQuantity: 0,
  };
}
