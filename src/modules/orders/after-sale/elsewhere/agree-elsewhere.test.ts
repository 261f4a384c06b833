import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { expectOk } from '../../../../kernel/index.ts';
import { newId } from '../../../../platform/id.ts';
import type { TaxContext } from '../../../taxes/index.ts';
import type { Order, OrderLine } from '../../order.ts';
import { agreementOf } from '../agree-anew.ts';
import { aLine } from '../testing/an-order-to-refund.ts';
import { agreedElsewhere } from './agree-elsewhere.ts';
import { settlementOf } from './settlement-of.ts';

const METHOD = newId<'delivery_method'>();
const STANDARD = { taxClass: '', isTaxable: true };

/** A place with one rate a class, in millionths. */
function aPlace(country: string, rates: Readonly<Record<string, number>>): TaxContext {
  const rateFor = (taxClass: string) => {
    const rateMillionths = rates[taxClass];
    return rateMillionths === undefined ? [] : [{ name: 'VAT', country, rateMillionths }];
  };
  return { country, isExempt: false, rateFor };
}

const HERE = aPlace('DE', { '': 190_000, reduced: 70_000 });
const THERE = aPlace('FR', { '': 200_000, reduced: 55_000 });

function anOption(priceMinor: bigint, isTaxedLikeGoods = false) {
  const id = 'standard';
  return { ...{ id, methodId: METHOD, name: 'Standard', priceMinor, taxClass: '' }, isTaxedLikeGoods };
}

type Agreed = Pick<Order, 'lines' | 'quotedDelivery' | 'pricesIncludeTax'>;

/** An order as it was agreed in Germany: its prices are given, their taxes follow. */
function anOrder(
  lines: readonly OrderLine[],
  { pricesIncludeTax = true, deliveryMinor = 490n, offMinor = 0n } = {},
): Agreed {
  const discounts = offMinor === 0n ? [] : [{ promotionId: newId<'promotion'>(), amountMinor: offMinor }];
  const quotedDelivery = {
    ...{
      optionId: 'standard',
      priceMinor: deliveryMinor,
      discountMinor: offMinor,
      netMinor: 0n,
      taxMinor: 0n,
    },
    ...{ totalMinor: deliveryMinor - offMinor, discounts, taxes: [] },
  };
  const raw = { lines, quotedDelivery, pricesIncludeTax };
  const about = { pricesIncludeTax, taxes: HERE, option: anOption(deliveryMinor) };
  return { ...raw, ...expectOk(agreedElsewhere(raw, about)) };
}

const aPot = { ...aLine({ totalMinor: 3000n }), taxing: STANDARD };
const aBook = {
  ...aLine({ quantity: 3, totalMinor: 1000n }),
  taxing: { taxClass: 'reduced', isTaxable: true },
};

describe('an order that is to go elsewhere', () => {
  test('keeps its prices with tax, has the tax of the other place in them, and costs the delivery there', () => {
    const order = anOrder([aPot, aBook]);
    const option = anOption(990n);
    const { totals, taxes } = expectOk(
      agreedElsewhere(order, { pricesIncludeTax: true, taxes: THERE, option }),
    );
    assert.deepEqual([totals.subtotalMinor, totals.deliveryMinor, totals.totalMinor], [4000n, 990n, 4990n]);
    const byRate = taxes.map(({ country, rateMillionths, taxMinor }) => [country, rateMillionths, taxMinor]);
    assert.deepEqual(byRate, [
      ['FR', 200_000, 500n + 165n],
      ['FR', 55_000, 52n],
    ]);
  });

  test('keeps its prices without tax where tax comes on top, and another tax comes on top', () => {
    const order = anOrder([aPot], { pricesIncludeTax: false });
    const option = anOption(490n);
    const about = { pricesIncludeTax: false, taxes: THERE, option };
    const { totals, lines } = expectOk(agreedElsewhere(order, about));
    assert.deepEqual([lines[0]?.netMinor, lines[0]?.taxMinor], [3000n, 600n]);
    assert.equal(totals.totalMinor, 3000n + 600n + 490n + 98n);
  });

  test('keeps what promotions took off its delivery: all of it, or as much as before', () => {
    const afterwards = (before: { deliveryMinor: bigint; offMinor: bigint }, priceMinor: bigint) => {
      const about = { pricesIncludeTax: true, taxes: THERE, option: anOption(priceMinor) };
      return expectOk(agreedElsewhere(anOrder([aPot], before), about)).quotedDelivery?.discountMinor;
    };
    assert.equal(afterwards({ deliveryMinor: 490n, offMinor: 490n }, 990n), 990n);
    assert.equal(afterwards({ deliveryMinor: 490n, offMinor: 200n }, 990n), 200n);
    assert.equal(afterwards({ deliveryMinor: 490n, offMinor: 200n }, 150n), 150n);
  });

  test('is not agreed anew without the tax class of its lines, nor from prices with tax to a sale without', () => {
    const about = { pricesIncludeTax: true, taxes: THERE, option: anOption(490n) };
    const exempt = { ...THERE, isExempt: true, rateFor: () => [] };
    const old = { ...anOrder([aPot]), lines: [aLine({})] };
    const codes = [
      agreedElsewhere(old, about),
      agreedElsewhere(anOrder([aPot]), { ...about, taxes: exempt }),
      agreedElsewhere({ ...anOrder([aPot]), pricesIncludeTax: false }, about),
    ].map((result) => (result.ok ? 'ok' : result.refusal.code));
    assert.deepEqual(codes, ['tax_class_unknown', 'taxed_otherwise', 'taxed_otherwise']);
  });

  test('has the difference settled by what was paid and how', () => {
    const paidAt = Temporal.Instant.from('2026-11-26T10:00:00Z');
    const ordered = (dueMinor: bigint, capturedMinor: bigint, isPaid: boolean) => {
      return {
        paidAt: isPaid ? paidAt : undefined,
        facts: { dueMinor, capturedMinor },
        totals: { creditMinor: 0n },
      };
    };
    const cash = { provider: 'cash_on_delivery', state: 'authorized' } as const;
    const card = { provider: 'test', state: 'authorized' } as const;
    const table = [
      [ordered(100n, 100n, true), card, 100n, 'none'],
      [ordered(100n, 100n, true), card, 90n, 'back'],
      [ordered(100n, 0n, true), card, 90n, 'due'],
      [ordered(100n, 0n, true), card, 110n, 'more'],
      [ordered(100n, 100n, true), card, 110n, 'more'],
      [ordered(100n, 0n, true), cash, 110n, 'due'],
      [ordered(100n, 0n, false), card, 110n, 'due'],
      [ordered(100n, 95n, false), card, 90n, 'back'],
    ] as const;
    for (const [order, payment, totalMinor, expected] of table) {
      assert.equal(settlementOf(order, [payment], totalMinor), expected, `${totalMinor}`);
    }
    const credited = { ...ordered(60n, 60n, true), totals: { creditMinor: 40n } };
    assert.equal(settlementOf(credited, [], 100n), 'none');
    assert.equal(settlementOf(credited, [], 30n), 'back');
    const given = { ...ordered(0n, 0n, true), totals: { creditMinor: 100n } };
    assert.equal(settlementOf(given, [], 90n), 'back');
    assert.equal(settlementOf(given, [], 110n), 'more');
  });
});

const lines = fc.array(
  fc
    .record({
      totalMinor: fc.bigInt({ min: 0n, max: 1_000_000n }),
      quantity: fc.integer({ min: 1, max: 20 }),
      taxing: fc.record({ taxClass: fc.constantFrom('', 'reduced'), isTaxable: fc.boolean() }),
    })
    .map(({ taxing, ...line }) => {
      return { ...aLine(line), netMinor: line.totalMinor, taxing };
    }),
  { minLength: 1, maxLength: 6 },
);
const deliveries = fc.record({
  priceMinor: fc.bigInt({ min: 0n, max: 5_000n }),
  isTaxedLikeGoods: fc.boolean(),
});

describe('no penny is lost', () => {
  const law = fc.record({ lines, pricesIncludeTax: fc.boolean(), delivery: deliveries });

  test('between lines, delivery, the taxes by rate and the totals', () => {
    fc.assert(
      fc.property(law, ({ lines, pricesIncludeTax, delivery }) => {
        const order = anOrder(lines, { pricesIncludeTax });
        const option = anOption(delivery.priceMinor, delivery.isTaxedLikeGoods);
        const there = expectOk(agreedElsewhere(order, { pricesIncludeTax, taxes: THERE, option }));
        const parts = [...there.lines, ...(there.quotedDelivery ? [there.quotedDelivery] : [])];
        for (const part of parts) {
          assert.equal(part.netMinor + part.taxMinor, part.totalMinor);
          assert.equal(
            sum(part.taxes, ({ taxMinor }) => taxMinor),
            part.taxMinor,
          );
        }
        assert.equal(
          sum(parts, ({ totalMinor }) => totalMinor),
          there.totals.totalMinor,
        );
        assert.equal(
          sum(there.taxes, ({ taxMinor }) => taxMinor),
          there.totals.taxMinor,
        );
        const { subtotalMinor, discountMinor, deliveryMinor, taxMinor, totalMinor } = there.totals;
        const prices = subtotalMinor - discountMinor + deliveryMinor;
        assert.equal(prices + (pricesIncludeTax ? 0n : taxMinor), totalMinor);
        assert.ok(there.taxes.every(({ country }) => country === 'FR'));
      }),
    );
  });

  test('on the way there and back: it is what it was', () => {
    fc.assert(
      fc.property(law, ({ lines, pricesIncludeTax, delivery }) => {
        const order = anOrder(lines, { pricesIncludeTax });
        const option = anOption(delivery.priceMinor, delivery.isTaxedLikeGoods);
        const there = expectOk(agreedElsewhere(order, { pricesIncludeTax, taxes: THERE, option }));
        const back = { pricesIncludeTax, taxes: HERE, option: anOption(490n) };
        assert.deepEqual(expectOk(agreedElsewhere({ ...order, ...there }, back)), agreementOf(order));
      }),
    );
  });
});

function sum<One>(all: readonly One[], amount: (one: One) => bigint): bigint {
  return all.reduce((total, one) => total + amount(one), 0n);
}
