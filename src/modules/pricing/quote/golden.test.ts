import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Benefit } from '../promotions/promotion.ts';
import {
  aLine,
  amountOff,
  aPromotion,
  aQuote,
  goods,
  idOf,
  percentOff,
  rulebook,
  taxesOf,
} from '../testing/a-quote.ts';
import { quote } from './quote.ts';
import type { QuoteInput, QuoteLine } from './quote-input.ts';
import type { Quote } from './quoted.ts';

// Threads of other systems' trackers in which a total was wrong, with their numbers. What a thread does not say
// (a rate, a price) is chosen so that its numbers come out, and the row says so.

type Row = {
  readonly thread: string;
  readonly lines: readonly QuoteLine[];
  readonly off?: readonly Benefit[];
  readonly change?: Partial<QuoteInput>;
  readonly expected: Partial<Quote['totals']>;
  readonly because: string;
};

const NET = { pricesIncludeTax: false } as const;
const only = (id: string) => goods({ variants: [idOf(`variant ${id}`)] });
const tax = (percent: number) => ({ taxes: taxesOf({ '': percent }) });
const several = (...prices: bigint[]) => prices.map((price, index) => aLine(`line ${index}`, price));

const ROWS: readonly Row[] = [
  {
    thread: 'medusa #12226',
    lines: [aLine('a', 39_900n)],
    off: [percentOff(100)],
    expected: { discountMinor: 39_900n, taxMinor: 0n, totalMinor: 0n },
    because: '399.00 with 19 %, all of it off, came to -1.6e-14: integers have no such number',
  },
  {
    thread: 'medusa #12429',
    lines: [aLine('a', 9_884n)],
    off: [percentOff(100)],
    change: tax(23),
    expected: { discountMinor: 9_884n, taxMinor: 0n, totalMinor: 0n },
    because: '98.84 with 23 %, all of it off, came to 2.9e-15 and could not be completed',
  },
  {
    thread: 'medusa #5776',
    lines: [aLine('a', 5_000n)],
    off: [amountOff(1_000n)],
    change: tax(10),
    expected: { totalMinor: 4_000n, taxMinor: 364n },
    because: '50 less 10 is 40 where prices are with tax, and not 39: amounts off are with tax too',
  },
  {
    thread: 'medusa #12805, numbers of its successor #14818',
    lines: [aLine('a', 2_499n)],
    change: {
      ...{ ...NET, ...tax(10.75) },
      delivery: { optionId: 'parcel', priceMinor: 644n, taxClass: 'untaxed' },
    },
    expected: { taxMinor: 269n, totalMinor: 3_412n },
    because: '10.75 % of 24.99 is 2.686425: 2.69, what a tax provider and the payment say, never 34.116425',
  },
  {
    thread: 'medusa PR #12960',
    lines: [aLine('a', 119_000n)],
    off: [amountOff(11_900n)],
    expected: { discountMinor: 11_900n, taxMinor: 17_100n, totalMinor: 107_100n },
    because: '1190 less 119, both with 19 %, is 1071 with 171 of tax, and not 1048.39 with 167.39',
  },
  {
    thread: 'vendure #2662',
    lines: [aLine('a', 3_823n, { quantity: 10 })],
    change: tax(20),
    expected: { subtotalMinor: 38_230n, taxMinor: 6_372n, totalMinor: 38_230n },
    because: 'ten at 38.23 on the shelf are 382.30; 382.32 is ten rounded net prices with tax added again',
  },
  {
    thread: 'vendure #2662, its 6.2 % off',
    lines: [aLine('a', 3_823n, { quantity: 10 })],
    off: [percentOff(6.2)],
    change: tax(20),
    expected: { discountMinor: 2_370n, totalMinor: 35_860n, taxMinor: 5_977n },
    because: '6.2 % of 382.30 is 23.7026, rounded once; net and tax sum to what is paid',
  },
  {
    thread: 'vendure #3091',
    lines: [aLine('a', 39_900n, { quantity: 25 })],
    off: [percentOff(10)],
    change: tax(9),
    expected: { subtotalMinor: 997_500n, discountMinor: 99_750n, totalMinor: 897_750n, taxMinor: 74_126n },
    because:
      'net 8,236.24. 8,236.36 (expected there) is 25 rounded net prices less the net discount, 8,236.25 (seen there) ' +
      'rounds net and discount per piece: both drift with the quantity. Shelf prices with tax are what is owed',
  },
  {
    thread: 'vendure #3091, had its prices been without tax',
    lines: [aLine('a', 36_606n, { quantity: 25 })],
    off: [percentOff(10)],
    change: { ...NET, ...tax(9) },
    expected: { subtotalMinor: 915_150n, discountMinor: 91_515n, taxMinor: 74_127n, totalMinor: 897_762n },
    because: '9,151.50 less 915.15 is 8,236.35, and 9 % of that 741.2715',
  },
  {
    thread: 'vendure #653, rates of 20 % and 5 % chosen',
    lines: [aLine('a', 10_000n), aLine('b', 10_000n, { taxClass: 'reduced' })],
    off: [amountOff(5_000n)],
    change: { taxes: taxesOf({ '': 20, reduced: 5 }) },
    expected: { discountMinor: 5_000n, totalMinor: 15_000n, taxMinor: 1_607n },
    because: 'lines of one price have the same off whatever their rates: 25.00 each, tax 12.50 and 3.57',
  },
  {
    thread: 'woocommerce #19390, price and rate chosen',
    lines: [aLine('a', 999n, { quantity: 3 }), aLine('b', 1n), aLine('c', 1_337n)],
    off: [percentOff(100)],
    change: { ...tax(8.1), delivery: { optionId: 'parcel', priceMinor: 0n, taxClass: '' } },
    expected: { totalMinor: 0n, taxMinor: 0n },
    because: 'all of it off leaves nothing, and not 0.01',
  },
  {
    thread: 'woocommerce #8291, 7.5 % from its first cart',
    lines: [aLine('a', 1_349n), aLine('b', 1_449n)],
    off: [percentOff(50, 'item', only('a'))],
    change: { ...NET, ...tax(7.5) },
    expected: { subtotalMinor: 2_798n, discountMinor: 675n, taxMinor: 160n, totalMinor: 2_283n },
    because:
      'the complaint is that 27.98 - 6.75 + 1.59 is not 22.83. Tax per line is 0.51 + 1.09 = 1.60, so 22.83 is right and ' +
      'adds up; 22.82 is what tax rounded on the sum of lines gives',
  },
  {
    thread: 'woocommerce #8291, its cart of one line',
    lines: [aLine('a', 1_349n)],
    off: [percentOff(50, 'item', only('a'))],
    change: { ...NET, ...tax(7.5) },
    expected: { discountMinor: 675n, taxMinor: 51n, totalMinor: 725n },
    because: '6.745 off is 6.75, half away from zero',
  },
  {
    thread: 'woocommerce #8291, its cart of five pieces',
    lines: [aLine('c', 1_449n, { quantity: 5 })],
    off: [percentOff(10)],
    change: { ...NET, ...tax(0) },
    expected: { subtotalMinor: 7_245n, discountMinor: 725n, totalMinor: 6_520n },
    because: '72.45 less 7.25 is 65.20, and not 65.21',
  },
  {
    thread: 'woocommerce #11626',
    lines: several(517n, 332n, 125n, 350n, 501n, 334n, 599n, 551n),
    off: [percentOff(50)],
    expected: { subtotalMinor: 3_309n, discountMinor: 1_655n, totalMinor: 1_654n },
    because:
      'half of 33.09 is 16.545: 16.55 off, half away from zero, leaves 16.54. The thread rounds the half down (16.54 off, ' +
      '16.55 left); 16.57, which it complains of, rounds each of eight lines',
  },
  {
    thread: 'woocommerce #13272, three at 9.20 with 20 % chosen',
    lines: [aLine('a', 920n, { quantity: 3 })],
    change: tax(20),
    expected: { subtotalMinor: 2_760n, taxMinor: 460n, totalMinor: 2_760n },
    because:
      '27.60 on the shelf is 27.60 at the till; 27.61 is three rounded net prices (7.67) with tax added again',
  },
  {
    thread: 'woocommerce #16305',
    lines: [aLine('a', 5_186n)],
    off: [percentOff(40)],
    change: { ...NET, ...tax(8.25) },
    expected: { discountMinor: 2_074n, taxMinor: 257n, totalMinor: 3_369n },
    because: '51.86 less 20.74 is 31.12, with 2.57 of tax 33.69, and not a penny less',
  },
];

test('carts that other systems priced wrongly', () => {
  for (const { thread, lines, off = [], change = {}, expected, because } of ROWS) {
    const promotions = off.map((benefit, index) => aPromotion(`${thread} ${index}`, benefit));
    const { totals } = quote(aQuote(lines, { rulebook: rulebook(promotions), ...change }));
    assert.deepEqual({ ...totals, ...expected }, totals, `${thread}: ${because}`);
  }
});

test('vendure #653: a discount is spread by prices and not by tax', () => {
  const lines = [aLine('a', 10_000n), aLine('b', 10_000n, { taxClass: 'reduced' })];
  const promotions = [aPromotion('50 off', amountOff(5_000n))];
  const priced = quote(
    aQuote(lines, { rulebook: rulebook(promotions), taxes: taxesOf({ '': 20, reduced: 5 }) }),
  );
  assert.deepEqual(
    priced.lines.map((line) => [line.discountMinor, line.taxMinor]),
    [
      [2_500n, 1_250n],
      [2_500n, 357n],
    ],
  );
});

test("vendure #4811: what is off each line is the line's own, and a refund of one leaves the others theirs", () => {
  const lines = [aLine('a', 6_000n), aLine('b', 4_000n)];
  const { lines: priced, totals } = quote(
    aQuote(lines, { rulebook: rulebook([aPromotion('10 off', amountOff(1_000n))]) }),
  );
  assert.deepEqual(
    priced.map((line) => [line.discountMinor, line.totalMinor]),
    [
      [600n, 5_400n],
      [400n, 3_600n],
    ],
  );
  assert.equal(totals.totalMinor - (priced[0]?.totalMinor ?? 0n), 3_600n);
});
