import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf } from '../../../kernel/index.ts';
import type { ListPrice } from '../price-lists/price-list.ts';
import type { Schedule } from '../promotions/promotion.ts';
import {
  aLine,
  amountOff,
  aPromotion,
  aQuote,
  idOf,
  percentOff,
  rulebook,
  taxesOf,
} from '../testing/a-quote.ts';
import { quote } from './quote.ts';
import type { QuoteInput } from './quote-input.ts';
import { scheduleRefusal } from './schedule.ts';

const at = Temporal.Instant.from;
const listed = (name: string, amountMinor: bigint, change: Partial<ListPrice> = {}): ListPrice => ({
  ...{ priceListId: idOf(`list ${name}`), name, kind: 'override', priority: 0, fromQuantity: 1, amountMinor },
  ...change,
});

test('which price applies, and why', () => {
  const trade = { customer: { id: 'a', segments: ['trade'], orderCount: 0 } };
  const breaks = [
    listed('w', 900n),
    listed('w', 800n, { fromQuantity: 10 }),
    listed('w', 850n, { fromQuantity: 5 }),
  ];
  const table: [string, readonly ListPrice[], number, Partial<QuoteInput>, [bigint, string]][] = [
    ['no list', [], 1, {}, [1_000n, 'base']],
    ['a list for all', [listed('w', 900n)], 1, {}, [900n, 'w']],
    ['an override may be more', [listed('w', 1_100n)], 1, {}, [1_100n, 'w']],
    ['a sale may not', [listed('s', 1_100n, { kind: 'sale' })], 1, {}, [1_000n, 'base']],
    ['another market', [listed('w', 900n, { marketCode: 'us' })], 1, {}, [1_000n, 'base']],
    [
      'a segment that the guest is not in',
      [listed('w', 900n, { segment: 'trade' })],
      1,
      {},
      [1_000n, 'base'],
    ],
    ['a segment', [listed('w', 900n, { segment: 'trade' })], 1, trade, [900n, 'w']],
    ['not yet', [listed('w', 900n, { startsAt: at('2026-11-23T11:00:01Z') })], 1, {}, [1_000n, 'base']],
    ['from this moment', [listed('w', 900n, { startsAt: at('2026-11-23T11:00:00Z') })], 1, {}, [900n, 'w']],
    ['no more', [listed('w', 900n, { endsAt: at('2026-11-23T11:00:00Z') })], 1, {}, [1_000n, 'base']],
    ['below the break', breaks, 4, {}, [900n, 'w']],
    ['at the break', breaks, 5, {}, [850n, 'w']],
    ['the highest break reached', breaks, 12, {}, [800n, 'w']],
    [
      'priority before price',
      [listed('a', 900n, { priority: 1 }), listed('b', 700n, { priority: 2 })],
      1,
      {},
      [900n, 'a'],
    ],
    ['then the lowest', [listed('a', 900n), listed('b', 700n)], 1, {}, [700n, 'b']],
  ];
  for (const [what, listPrices, quantity, change, expected] of table) {
    const [line] = quote(aQuote([aLine('a', 1_000n, { listPrices, quantity })], change)).lines;
    const reason = line?.priceReason;
    assert.deepEqual(
      [line?.unitMinor, reason?.kind === 'price_list' ? reason.name : reason?.kind],
      expected,
      what,
    );
  }
});

test('a quantity break counts the pieces of a variant in all lines', () => {
  const listPrices = [listed('w', 800n, { fromQuantity: 5 })];
  const { lines } = quote(
    aQuote([
      aLine('a', 1_000n, { listPrices, quantity: 2 }),
      aLine('b', 1_000n, { listPrices, quantity: 3, variantId: idOf('variant a') }),
    ]),
  );
  assert.deepEqual(
    lines.map(({ unitMinor }) => unitMinor),
    [800n, 800n],
  );
});

test('a reduction is passed on where the base price is paid, and nowhere else', () => {
  const compareAt = { priorMinor: 1_500n, percent: 33, since: at('2026-11-01T00:00:00Z') };
  const shown = (listPrices: readonly ListPrice[]) =>
    quote(aQuote([aLine('a', 1_000n, { compareAt, listPrices })])).lines[0]?.compareAt;
  assert.deepEqual(shown([]), compareAt);
  assert.equal(shown([listed('w', 900n)]), undefined);
});

test('tax on a line is rounded once and shared by its rates', () => {
  const table: [string, bigint, readonly number[], boolean, bigint, readonly bigint[]][] = [
    ['19 % of 0.03 without tax', 3n, [19], false, 1n, [1n]],
    ['half a cent is rounded away from zero', 50n, [1], false, 1n, [1n]],
    ['state and county', 2_100n, [4, 4.5], false, 179n, [84n, 95n]],
    ['three rates with tax', 10_000n, [5, 3, 1], true, 826n, [459n, 275n, 92n]],
    ['nothing at 0 %', 10_000n, [0], true, 0n, [0n]],
    ['no rate', 10_000n, [], true, 0n, []],
  ];
  for (const [what, amount, percents, pricesIncludeTax, tax, parts] of table) {
    const [line] = quote(
      aQuote([aLine('a', amount)], { pricesIncludeTax, taxes: taxesOf({ '': percents }) }),
    ).lines;
    assert.deepEqual([line?.taxMinor, line?.taxes.map(({ taxMinor }) => taxMinor)], [tax, parts], what);
  }
});

test('currencies without decimals and with three', () => {
  const line = aLine('a', 1_001n, { quantity: 3 });
  const change = { rulebook: rulebook([aPromotion('10 %', percentOff(10))]), pricesIncludeTax: false };
  const yen = quote(aQuote([line], { ...change, currency: currencyOf('JPY'), taxes: taxesOf({ '': 10 }) }));
  assert.deepEqual(
    [yen.totals.discountMinor, yen.totals.taxMinor, yen.totals.totalMinor],
    [300n, 270n, 2_973n],
  );
  const dinar = quote(aQuote([line], { ...change, currency: currencyOf('KWD'), taxes: taxesOf({ '': 5 }) }));
  assert.deepEqual([dinar.totals.taxMinor, dinar.totals.totalMinor], [135n, 2_838n]);
});

test('delivery is taxed by its class, or like the goods in proportion to what they cost', () => {
  const lines = [aLine('a', 7_500n), aLine('b', 2_500n, { taxClass: 'reduced' })];
  const delivery = { optionId: 'parcel', priceMinor: 1_000n, taxClass: '' };
  const change = { taxes: taxesOf({ '': 19, reduced: 7 }) };
  const own = quote(aQuote(lines, { ...change, delivery })).delivery;
  assert.deepEqual([own?.taxMinor, own?.netMinor, own?.taxes.length], [160n, 840n, 1]);
  const like = quote(
    aQuote(lines, { ...change, delivery: { ...delivery, isTaxedLikeGoods: true } }),
  ).delivery;
  // 7.50 with 19 % is 1.20, 2.50 with 7 % is 0.16.
  assert.deepEqual(
    like?.taxes.map(({ taxMinor, baseMinor }) => [taxMinor, baseMinor]),
    [
      [120n, 630n],
      [16n, 234n],
    ],
  );
  const free = quote(
    aQuote([aLine('a', 0n)], { ...change, delivery: { ...delivery, isTaxedLikeGoods: true } }),
  );
  assert.equal(free.delivery?.taxMinor, 160n, 'goods without a value have no proportions: its own class');
});

test('who is exempt pays the net of what the shelf says; goods without tax contain none', () => {
  const { rateFor } = taxesOf({ '': 19 });
  const taxes = {
    isExempt: true,
    exemptReason: 'reverse_charge',
    rateFor: () => [],
    containedRateFor: rateFor,
  };
  const lines = [aLine('a', 1_190n, { quantity: 10 }), aLine('b', 500n, { isTaxable: false })];
  const priced = quote(aQuote(lines, { taxes, rulebook: rulebook([aPromotion('off', amountOff(1_240n))]) }));
  // 124.00 less 12.40 spread by value: 119.00 - 11.90 with tax is 90.00 without; 5.00 - 0.50.
  assert.deepEqual(
    priced.lines.map((line) => [line.subtotalMinor, line.discountMinor, line.totalMinor]),
    [
      [10_000n, 1_000n, 9_000n],
      [500n, 50n, 450n],
    ],
  );
  assert.deepEqual(
    [priced.pricesIncludeTax, priced.exemptReason, priced.totals.taxMinor],
    [false, 'reverse_charge', 0n],
  );
  const { containedRateFor: _, ...unknown } = taxes;
  assert.equal(quote(aQuote([aLine('a', 1_190n)], { taxes: unknown })).totals.totalMinor, 1_190n);
});

test('schedules go by the clocks of the shop, also on the days on which they change', () => {
  const plain = Temporal.PlainDateTime.from;
  const time = Temporal.PlainTime.from;
  const night = { hours: { from: time('22:00'), to: time('02:00') }, weekdays: [5] };
  const table: [string, Schedule, string, string | undefined][] = [
    [
      'Black Friday begins in Berlin, an hour before London',
      { startsAt: plain('2026-11-27T00:00') },
      '2026-11-26T23:00:00Z',
      undefined,
    ],
    ['and not before', { startsAt: plain('2026-11-27T00:00') }, '2026-11-26T22:59:59Z', 'not_started'],
    [
      'in summer two hours before',
      { startsAt: plain('2026-07-01T00:00') },
      '2026-06-30T22:00:00Z',
      undefined,
    ],
    [
      'an end is the first moment after',
      { endsAt: plain('2026-11-28T00:00') },
      '2026-11-27T23:00:00Z',
      'ended',
    ],
    [
      '02:30 comes twice on 25 October: the first ends it',
      { endsAt: plain('2026-10-25T02:30') },
      '2026-10-25T00:30:00Z',
      'ended',
    ],
    [
      'and it does not begin again when 02:00 comes again',
      { endsAt: plain('2026-10-25T02:30') },
      '2026-10-25T01:00:00Z',
      'ended',
    ],
    [
      '02:30 does not come on 29 March: it is 03:30',
      { startsAt: plain('2026-03-29T02:30') },
      '2026-03-29T01:29:59Z',
      'not_started',
    ],
    ['and begins then', { startsAt: plain('2026-03-29T02:30') }, '2026-03-29T01:30:00Z', undefined],
    ['Monday', { weekdays: [1] }, '2026-11-22T23:00:00Z', undefined],
    ['still Sunday in Berlin', { weekdays: [1] }, '2026-11-22T22:59:59Z', 'not_at_this_time'],
    ['Friday night', night, '2026-11-27T21:00:00Z', undefined],
    ['Friday night after midnight', night, '2026-11-28T00:59:59Z', undefined],
    ['until two', night, '2026-11-28T01:00:00Z', 'not_at_this_time'],
    ['the night before is a Thursday', night, '2026-11-26T23:30:00Z', 'not_at_this_time'],
    ['Saturday night', night, '2026-11-28T21:30:00Z', 'not_at_this_time'],
    [
      'hours within a day',
      { hours: { from: time('17:00'), to: time('19:00') } },
      '2026-11-23T16:00:00Z',
      undefined,
    ],
    [
      'hours that are over',
      { hours: { from: time('17:00'), to: time('19:00') } },
      '2026-11-23T18:00:00Z',
      'not_at_this_time',
    ],
  ];
  for (const [what, schedule, now, expected] of table) {
    assert.equal(
      scheduleRefusal(schedule, { now: at(now), timeZone: 'Europe/Berlin' })?.code,
      expected,
      what,
    );
  }
});
