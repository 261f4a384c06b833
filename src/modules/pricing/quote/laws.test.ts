import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aPromotion, percentOff, rulebook, taxesOf } from '../testing/a-quote.ts';
import { anyQuote, anyRulebook, itemBenefit, orderBenefit, RATES } from '../testing/any-quote.ts';
import { sumOf } from './benefits/cut.ts';
import { quote } from './quote.ts';
import type { QuoteInput, QuoteLine } from './quote-input.ts';
import type { Quote, QuotedDelivery, QuotedLine } from './quoted.ts';

const partsOf = (priced: Quote): readonly (QuotedLine | QuotedDelivery)[] => [
  ...priced.lines,
  ...(priced.delivery === undefined ? [] : [priced.delivery]),
];

test('every sum is the sum of its parts, and nothing is below zero', () => {
  fc.assert(
    fc.property(anyQuote(), (input) => {
      const priced = quote(input);
      const { totals } = priced;
      const added = priced.pricesIncludeTax ? 0n : totals.taxMinor;
      assert.equal(
        totals.subtotalMinor - totals.discountMinor + totals.deliveryMinor + added,
        totals.totalMinor,
      );
      for (const part of partsOf(priced)) {
        const before = 'subtotalMinor' in part ? part.subtotalMinor : part.priceMinor;
        assert.equal(part.netMinor + part.taxMinor, part.totalMinor);
        assert.equal(before - part.discountMinor, priced.pricesIncludeTax ? part.totalMinor : part.netMinor);
        assert.equal(sumOf(part.discounts.map(({ amountMinor }) => amountMinor)), part.discountMinor);
        assert.equal(sumOf(part.taxes.map(({ taxMinor }) => taxMinor)), part.taxMinor);
        assert.ok(
          [part.discountMinor, part.netMinor, part.taxMinor, part.totalMinor].every((one) => one >= 0n),
        );
        assert.ok(part.discounts.every(({ amountMinor }) => amountMinor > 0n));
      }
      assert.equal(sumOf(partsOf(priced).map((part) => part.totalMinor)), totals.totalMinor);
      assert.equal(sumOf(partsOf(priced).map((part) => part.discountMinor)), totals.discountMinor);
      assert.equal(sumOf(priced.taxes.map(({ taxMinor }) => taxMinor)), totals.taxMinor);
    }),
    { numRuns: 1_000 },
  );
});

test('what promotions say they took off is what was taken off, and each is asked once', () => {
  fc.assert(
    fc.property(anyQuote(), (input) => {
      const { verdicts, totals, lines } = quote(input);
      const applied = verdicts.flatMap((verdict) => (verdict.isApplied ? [verdict] : []));
      assert.equal(sumOf(applied.map(({ amountMinor }) => amountMinor)), totals.discountMinor);
      for (const { promotionId, amountMinor, deliveryMinor, lines: off } of applied) {
        assert.equal(sumOf(off.map((one) => one.amountMinor)) + deliveryMinor, amountMinor);
        for (const { lineId, amountMinor: said } of off) {
          const own = lines
            .find(({ id }) => id === lineId)
            ?.discounts.filter((one) => one.promotionId === promotionId);
          assert.equal(sumOf((own ?? []).map((one) => one.amountMinor)), said);
        }
      }
      assert.equal(verdicts.length, input.rulebook.promotions.length);
      assert.equal(new Set(verdicts.map(({ promotionId }) => promotionId)).size, verdicts.length);
    }),
    { numRuns: 600 },
  );
});

test('gift cards are neither discounted nor taxed, and gifts cost nothing', () => {
  fc.assert(
    fc.property(anyQuote(), (input) => {
      for (const line of quote(input).lines) {
        const isGiftCard = input.lines.some(({ id, isGiftCard }) => id === line.id && isGiftCard);
        if (isGiftCard) assert.deepEqual([line.discountMinor, line.taxMinor], [0n, 0n]);
        if (line.isGift) assert.deepEqual([line.totalMinor, line.discountMinor], [0n, line.subtotalMinor]);
      }
    }),
    { numRuns: 400 },
  );
});

test('the order of lines, promotions, lanes and codes changes nothing', () => {
  const byId = (priced: Quote) => ({
    ...priced,
    lines: priced.lines.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    verdicts: priced.verdicts.map((verdict) =>
      verdict.isApplied
        ? { ...verdict, lines: verdict.lines.toSorted((a, b) => (a.lineId < b.lineId ? -1 : 1)) }
        : verdict,
    ),
  });
  fc.assert(
    fc.property(anyQuote(), fc.integer({ min: 1, max: 5 }), (input, by) => {
      const turned = <One>(list: readonly One[]) => [...list.slice(by), ...list.slice(0, by)].toReversed();
      const { rulebook: book } = input;
      const other = quote({
        ...input,
        lines: turned(input.lines),
        codes: turned(input.codes),
        rulebook: { ...book, promotions: turned(book.promotions), lanes: turned(book.lanes) },
      });
      assert.deepEqual(byId(other), byId(quote(input)));
    }),
    { numRuns: 600 },
  );
});

/** The same goods with the first line as two. */
function splitFirst(input: QuoteInput): QuoteInput {
  const [first, ...others] = input.lines;
  if (first === undefined || first.quantity === 1) return input;
  const half: QuoteLine = { ...first, id: `${first.id} too`, quantity: Math.floor(first.quantity / 2) };
  return { ...input, lines: [{ ...first, quantity: first.quantity - half.quantity }, half, ...others] };
}

test('a line split in two costs the same, but for the rounding of its tax', () => {
  fc.assert(
    fc.property(anyQuote(anyRulebook(itemBenefit)), (input) => {
      const firstLane = input.rulebook.promotions.map((promotion) => ({
        ...promotion,
        ...{ lane: 1, benefits: promotion.benefits.slice(0, 1) },
      }));
      const lanes = input.rulebook.lanes.slice(0, 1);
      const whole = {
        ...input,
        delivery: undefined,
        rulebook: { ...input.rulebook, promotions: firstLane, lanes },
      };
      const [one, two] = [quote(whole).totals, quote(splitFirst(whole)).totals];
      assert.equal(two.discountMinor, one.discountMinor);
      const difference = two.totalMinor - one.totalMinor;
      assert.ok(whole.pricesIncludeTax ? difference === 0n : difference >= -1n && difference <= 1n);
    }),
    { numRuns: 500 },
  );
});

test('goods that have something off together have the same off however they lie in lines', () => {
  fc.assert(
    fc.property(anyQuote(anyRulebook(orderBenefit)), (input) => {
      const offOf = (benefits: number): bigint => {
        const [first] = input.rulebook.promotions;
        const one = first === undefined ? [] : [{ ...first, benefits: first.benefits.slice(0, benefits) }];
        const asked = { ...input, rulebook: rulebook(one) };
        return quote(splitFirst(asked)).totals.discountMinor - quote(asked).totals.discountMinor;
      };
      assert.equal(offOf(1), 0n);
      // What a second benefit finds left of some of the goods depends on where the first one's odd penny went.
      assert.ok([-1n, 0n, 1n].includes(offOf(2)));
    }),
    { numRuns: 400 },
  );
});

test('all of it off is nothing to pay for the goods, whatever the taxes', () => {
  fc.assert(
    fc.property(anyQuote(), fc.constantFrom('item' as const, 'order' as const), (input, per) => {
      const lines = input.lines.filter(({ isGiftCard }) => !isGiftCard);
      const free = rulebook([aPromotion('all', percentOff(100, per))]);
      const priced = quote({ ...input, lines, codes: [], delivery: undefined, rulebook: free });
      assert.deepEqual([priced.totals.totalMinor, priced.totals.taxMinor], [0n, 0n]);
      assert.ok(priced.lines.every((line) => line.totalMinor === 0n));
    }),
    { numRuns: 300 },
  );
});

test('without promotions one more piece never costs less', () => {
  fc.assert(
    fc.property(anyQuote(), (input) => {
      // Delivery taxed like the goods is taxed less when there are more goods with less tax.
      const delivery = input.delivery && { ...input.delivery, isTaxedLikeGoods: false };
      const plain = { ...input, delivery, rulebook: rulebook([]), codes: [] };
      const more = plain.lines.map((line, index) =>
        index === 0 ? { ...line, quantity: line.quantity + 1 } : line,
      );
      assert.ok(quote({ ...plain, lines: more }).totals.totalMinor >= quote(plain).totals.totalMinor);
    }),
    { numRuns: 300 },
  );
});

test('with tax included the goods cost what the shelf says, less discounts', () => {
  fc.assert(
    fc.property(anyQuote(), (input) => {
      const { lines, totals } = quote({ ...input, pricesIncludeTax: true, delivery: undefined });
      const shelf = sumOf(lines.map((line) => line.unitMinor * BigInt(line.quantity)));
      assert.equal(totals.totalMinor, shelf - totals.discountMinor);
    }),
    { numRuns: 300 },
  );
});

test('an exempt customer pays exactly the tax less than another', () => {
  const { rateFor } = taxesOf(RATES);
  const exempt = {
    isExempt: true,
    exemptReason: 'reverse_charge',
    rateFor: () => [],
    containedRateFor: rateFor,
  };
  fc.assert(
    fc.property(anyQuote(), (input) => {
      const [taxed, free] = [quote(input), quote({ ...input, taxes: exempt })];
      assert.equal(free.totals.totalMinor, taxed.totals.totalMinor - taxed.totals.taxMinor);
      assert.deepEqual([free.totals.taxMinor, free.taxes], [0n, []]);
      const { subtotalMinor, discountMinor, deliveryMinor, totalMinor } = free.totals;
      assert.equal(subtotalMinor - discountMinor + deliveryMinor, totalMinor);
      const applied = free.verdicts.map((verdict) => (verdict.isApplied ? verdict.amountMinor : 0n));
      assert.equal(sumOf(applied), discountMinor);
      for (const part of partsOf(free)) {
        assert.ok(part.discountMinor >= 0n);
        assert.equal(sumOf(part.discounts.map(({ amountMinor }) => amountMinor)), part.discountMinor);
      }
    }),
    { numRuns: 500 },
  );
});
