import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { currencyOf, expectOk } from '../../../kernel/index.ts';
import { newId } from '../../../platform/id.ts';
import type { VariantId } from '../../catalog/index.ts';
import { type Posting, refundPostings, resalePostings, salePostings } from '../../ledger/index.ts';
import { planRefund } from '../after-sale/plan-refund.ts';
import { type RefundPlan, restOf } from '../after-sale/refund.ts';
import { taxSum } from '../after-sale/tax-sums.ts';
import { aLine, NOTHING, plus } from '../after-sale/testing/an-order-to-refund.ts';
import { saleOf } from '../pay/sale-of.ts';
import { returnedEntries, shippedEntries } from './cost-entries.ts';
import { creditedSale } from './credited-entries.ts';
import { assertJournaled, JOURNALED_ACCOUNTS } from './journaled.ts';
import type { EntryDraft, SoldAmounts } from './sales-entry.ts';
import { amountsOf } from './sold-amounts.ts';
import { resoldEntries, soldEntries } from './sold-entries.ts';
import { type RandomOrder, randomMove, randomOrder, refundable } from './testing/random-orders.ts';

const EUR = currencyOf('EUR');
const of = (postings: readonly Posting[]) => ({ kind: 'sale', reference: 'r', postings }) as const;

function sum(entries: readonly EntryDraft[], amount: (amounts: SoldAmounts) => bigint | number): bigint {
  return entries.reduce((total, entry) => total + BigInt(amount(amountsOf(entry))), 0n);
}

/** What is still sold by these rows, without tax: goods, delivery and gift cards after discounts. */
function soldMinor(entries: readonly EntryDraft[]): bigint {
  return sum(entries, (one) => {
    return one.grossMinor - one.discountMinor - one.returnsMinor + one.shippingMinor + one.giftCardsMinor;
  });
}

/** Shares of what is left, to refund: of each line, of delivery, and something kept. */
const someShares = fc.array(
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
  {
    maxLength: 3,
  },
);

/** Refunds one after the other, each of a share of what is left, and the order after them. */
function refundInParts(order: RandomOrder, rounds: readonly (readonly number[])[]) {
  let [current, refunded] = [order, NOTHING];
  const plans: RefundPlan[] = [];
  for (const shares of rounds) {
    const lines = current.lines.flatMap((line, index) => {
      const quantity = Math.round((line.quantity - line.refundedQuantity) * (shares[index] ?? 0));
      return quantity === 0 ? [] : [{ lineId: line.id, quantity }];
    });
    const left = (order.quotedDelivery?.totalMinor ?? 0n) - refunded.deliveryMinor;
    const delivery = (left * BigInt(Math.round((shares[4] ?? 0) * 100))) / 100n;
    const asked = { lines, delivery, goodwillMinor: 0n, means: 'original' } as const;
    const planned = planRefund(refundable(current), refunded, asked);
    if (!planned.ok && planned.refusal.code === 'nothing_to_refund') continue;
    const plan = expectOk(planned);
    plans.push(plan);
    refunded = plus(refunded, plan);
    const pieces = new Map(lines.map(({ lineId, quantity }) => [lineId, quantity]));
    const counted = current.lines.map((line) => {
      return { ...line, refundedQuantity: line.refundedQuantity + (pieces.get(line.id) ?? 0) };
    });
    current = { ...current, lines: counted };
  }
  return { plans, current };
}

/** What is credited by the sums of a refund alone, as the ledger was told before there were rows. */
function creditedBySums({ lines, currency }: RandomOrder, plan: RefundPlan) {
  const linesTax = taxSum(plan.lines);
  const giftCardsMinor = plan.lines
    .filter(({ lineId }) => lines.find(({ id }) => id === lineId)?.kind === 'gift_card')
    .reduce((total, { amountMinor }) => total + amountMinor, 0n);
  const goodsMinor = plan.goodsMinor - linesTax - giftCardsMinor;
  const deliveryMinor = plan.deliveryMinor - (plan.taxMinor - linesTax);
  return { currency, goodsMinor, deliveryMinor, giftCardsMinor, taxes: plan.taxes };
}

describe('rows sum to the postings, account by account', () => {
  test('of any sale', () => {
    fc.assert(
      fc.property(randomOrder, (order) => {
        const entries = soldEntries(order);
        assertJournaled(of(salePostings(saleOf(order))), entries);
        const pieces = order.lines.reduce((total, { quantity }) => total + quantity, 0);
        assert.equal(
          sum(entries, ({ quantity }) => quantity),
          BigInt(pieces),
        );
        const net = order.lines.reduce((total, { netMinor }) => total + netMinor, 0n);
        assert.equal(soldMinor(entries), net + (order.quotedDelivery?.netMinor ?? 0n));
      }),
    );
  });

  test('of any refunds in parts, each at what its lines hold', () => {
    fc.assert(
      fc.property(randomOrder, someShares, (order, rounds) => {
        for (const plan of refundInParts(order, rounds).plans) {
          const { entries, postings } = creditedSale(order, plan);
          assertJournaled(of(postings), entries);
          assert.deepEqual(postings, refundPostings(creditedBySums(order, plan)));
          for (const { lineId, amountMinor, taxMinor, quantity } of plan.lines) {
            const row = amountsOf(entries.find((one) => one.lineId === lineId));
            const creditedMinor = row.returnsMinor - row.giftCardsMinor;
            assert.deepEqual(
              [creditedMinor, row.taxMinor, row.quantity],
              [amountMinor - taxMinor, -taxMinor, -quantity],
            );
          }
        }
      }),
    );
  });

  test('of any order that goes to another place, whose rows are then those of the other sale', () => {
    fc.assert(
      fc.property(randomMove, ([before, after]) => {
        const changed = resoldEntries(before, after);
        assertJournaled(of(resalePostings(saleOf(before), saleOf(after))), changed);
        const all = [...soldEntries(before), ...changed];
        for (const [, , , amount] of JOURNALED_ACCOUNTS)
          assert.equal(sum(all, amount), sum(soldEntries(after), amount));
        assert.ok(changed.every(({ quantity }) => quantity === 0));
      }),
    );
  });

  test('of any order that is cancelled after edits: nothing of it is sold any more', () => {
    fc.assert(
      fc.property(randomOrder, someShares, (order, rounds) => {
        const goodsOnly = rounds.map((shares) => shares.map((share, index) => (index === 4 ? 0 : share)));
        const { plans, current } = refundInParts(order, goodsOnly);
        const rest = creditedSale(current, restOf(current));
        assertJournaled(of(rest.postings), rest.entries);
        const credited = plans.flatMap((plan) => creditedSale(order, plan).entries);
        const all = [...soldEntries(order), ...credited, ...rest.entries];
        assert.deepEqual([soldMinor(all), sum(all, ({ taxMinor }) => taxMinor)], [0n, 0n]);
        assert.equal(
          sum(all, ({ quantity }) => quantity),
          0n,
        );
      }),
    );
  });
});

test('rows that do not sum to the postings are a mistake, whichever account it is', () => {
  const lines = [aLine({ totalMinor: 1190n, taxMinor: 190n })];
  const order: RandomOrder = { lines, quotedDelivery: undefined, currency: EUR, pricesIncludeTax: true };
  const postings = salePostings(saleOf(order));
  const [row] = soldEntries(order);
  assert.ok(row);
  const wrong: readonly (readonly [string, Partial<EntryDraft>])[] = [
    ['sales', { grossMinor: 999n }],
    ['tax', { taxMinor: 191n }],
    ['discounts', { discountMinor: 1n }],
    ['cost_of_goods', { costMinor: 1n }],
    ['goodwill', { goodwillMinor: 1n }],
  ];
  for (const [account, change] of wrong) {
    const rows = [{ ...row, ...change }];
    assert.throws(() => assertJournaled(of(postings), rows), new RegExp(`rows of ${account} come to`));
  }
});

describe('what goods cost', () => {
  const [cup, pot] = [newId<'variant'>(), newId<'variant'>()];
  const sold = (variantId: VariantId, quantity: number) => ({ line: { ...aLine({}), variantId }, quantity });
  const leaving = (variantId: VariantId, lineVariantId: VariantId, quantity: number) => {
    return { variantId, lineVariantId, quantity };
  };

  test('is that of the lines that it left for, to the last unit', () => {
    const set = newId<'variant'>();
    // Two lines of cups, and a set of three cups and a pot.
    const parcel = [sold(cup, 1), sold(cup, 2), sold(set, 1)];
    const stock = [leaving(cup, cup, 3), leaving(cup, set, 3), leaving(pot, set, 1)];
    const costs = [
      { variantId: cup, costMinor: 1_000n },
      { variantId: pot, costMinor: 501n },
    ];
    const rows = shippedEntries(parcel, stock, costs);
    // A sixth, two and three of 10.00, by largest remainder.
    const expected = [167n, 333n, 500n + 501n];
    assert.deepEqual(
      rows.map(({ lineId, costMinor }) => [lineId, costMinor]),
      parcel.map(({ line }, index) => [line.id, expected[index]]),
    );
  });

  test('is neither lost nor invented, in whatever parcel', () => {
    const line = fc.tuple(fc.constantFrom(cup, pot), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), (lines, one, other) => {
        const parcel = lines.map(([variantId, quantity]) => sold(variantId, quantity));
        const [cups, pots] = [cup, pot].map((id) =>
          lines.reduce((total, [variantId, quantity]) => total + (variantId === id ? quantity : 0), 0),
        );
        const stock = [leaving(cup, cup, cups ?? 0), leaving(pot, pot, pots ?? 0)].filter(
          (one) => one.quantity > 0,
        );
        const minor = new Map([
          [cup, BigInt(one)],
          [pot, BigInt(other)],
        ]);
        const costs = stock.map(({ variantId }) => ({ variantId, costMinor: minor.get(variantId) ?? 0n }));
        const rows = shippedEntries(parcel, stock, costs);
        assert.equal(
          sum(rows, ({ costMinor }) => costMinor),
          costs.reduce((total, { costMinor }) => total + costMinor, 0n),
        );
        assert.ok(rows.every(({ costMinor = 0n }) => costMinor > 0n));
      }),
    );
  });

  test('comes back as the items of a return left', () => {
    const [one, other] = [newId<'order_line'>(), newId<'order_line'>()];
    const items = [{ lineId: one }, { lineId: one }, { lineId: other }, { lineId: other }];
    assert.deepEqual(returnedEntries(items, [300n, 200n, 0n, 0n]), [
      { kind: 'cost_returned', lineId: one, costMinor: -500n },
    ]);
    // It was posted before.
    assert.deepEqual(returnedEntries(items, []), []);
  });
});
