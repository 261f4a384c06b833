import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { amountOf, type Explained, explainFactors, type PeriodSums } from './factors.ts';
import { findingsOf } from './findings.ts';
import { explainSegments, MOST_SEGMENTS, pairSegments, type SegmentPair } from './segments.ts';

const sums = (given: Partial<PeriodSums> = {}): PeriodSums => ({
  ...{ sessions: 10_000n, orders: 300n, trackedOrders: 250n, soldMinor: 1_500_000n, returnsMinor: 60_000n },
  ...{ marginMinor: 720_000n, ...given },
});
const count = (max: bigint) => fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max }));
const period = fc
  .record({
    ...{ sessions: count(10_000_000n), orders: count(200_000n), tracked: fc.bigInt({ min: 0n, max: 100n }) },
    ...{ soldMinor: count(10n ** 12n), returnsMinor: count(10n ** 11n) },
    marginMinor: fc.bigInt({ min: -(10n ** 11n), max: 10n ** 12n }),
  })
  .map(({ tracked, ...rest }) => ({ ...rest, trackedOrders: (rest.orders * tracked) / 100n }));
const explained = fc.constantFrom<Explained>('net_sales', 'contribution_margin_1', 'orders');
const added = (parts: readonly { readonly change: bigint }[]) =>
  parts.reduce((sum, { change }) => sum + change, 0n);
const days = { before: 28, after: 28 };

describe('factors', () => {
  test('add up to the change to the smallest unit, whatever was planted', () => {
    fc.assert(
      fc.property(explained, period, period, (of, before, after) => {
        const change = amountOf(of, after) - amountOf(of, before);
        assert.equal(added(explainFactors(of, before, after)), change);
      }),
      { numRuns: 1_000 },
    );
  });

  test('the one that was planted is all of it, and is named first', () => {
    // Each changes one thing and keeps what the others are.
    const planted: [string, Explained, Partial<PeriodSums>, Partial<PeriodSums>?][] = [
      ['sessions', 'orders', { sessions: 8_000n, trackedOrders: 200n, orders: 250n }],
      ['conversion', 'orders', { trackedOrders: 150n, orders: 200n }],
      ['untracked_orders', 'orders', { orders: 350n }],
      ['conversion', 'net_sales', { trackedOrders: 100n, orders: 150n, soldMinor: 750_000n }],
      ['order_value', 'net_sales', { soldMinor: 1_200_000n }],
      ['returns', 'net_sales', { returnsMinor: 200_000n }],
      ['margin_rate', 'contribution_margin_1', { marginMinor: 500_000n }],
    ];
    for (const [factor, of, changed] of planted) {
      const [before, after] = [sums(), sums(changed)];
      const factors = explainFactors(of, before, after);
      const found = factors.filter(({ change }) => change !== 0n);
      assert.deepEqual(
        found.map((one) => one.factor),
        [factor],
      );
      const [, first] = findingsOf({ ...{ of, before, after, days, factors }, breakdowns: [] });
      assert.ok(first?.kind === 'factor' && first.factor === factor, factor);
    }
  });

  test('without any visits in one of the periods, orders are one factor', () => {
    const factors = explainFactors(
      'orders',
      sums({ sessions: 0n, trackedOrders: 0n }),
      sums({ orders: 400n }),
    );
    assert.deepEqual(factors, [{ factor: 'orders', before: 300, after: 400, change: 100n }]);
  });

  test('costs of a period that sold nothing are of no factor', () => {
    const none = { orders: 0n, trackedOrders: 0n, soldMinor: 0n, returnsMinor: 0n };
    const factors = explainFactors(
      'contribution_margin_1',
      sums({ ...none, marginMinor: -500n }),
      sums({ ...none, marginMinor: -700n }),
    );
    assert.deepEqual(
      factors.filter(({ change }) => change !== 0n).map(({ factor, change }) => [factor, change]),
      [['other', -200n]],
    );
  });
});

const pair = (of: string, before: [bigint, bigint], after: [bigint, bigint]): SegmentPair => ({
  of: of === '' ? {} : { channel: of },
  before: { volume: before[0], amount: before[1] },
  after: { volume: after[0], amount: after[1] },
});

describe('segments', () => {
  const side = fc.record({
    volume: count(10_000_000n),
    amount: fc.bigInt({ min: -(10n ** 10n), max: 10n ** 12n }),
  });
  const segments = fc.array(fc.record({ before: side, after: side }), { minLength: 1, maxLength: 60 });

  test('add up, row by row and over all rows, whatever was planted', () => {
    fc.assert(
      fc.property(segments, (given) => {
        const pairs = given.map((one, index) => ({ of: { product: String(index) }, ...one }));
        const rows = explainSegments(pairs);
        for (const { change, before, after, volume, mix, rate } of rows) {
          assert.equal(change, after - before);
          assert.equal(change, volume + mix + rate);
        }
        const change = pairs.reduce((sum, { before, after }) => sum + after.amount - before.amount, 0n);
        assert.equal(added(rows), change);
        assert.ok(rows.length <= MOST_SEGMENTS + 1);
      }),
    );
  });

  test('more of everything is volume, another share is mix, another worth is rate', () => {
    const of = (pairs: SegmentPair[]) => {
      const rows = explainSegments(pairs);
      const sum = (part: 'volume' | 'mix' | 'rate') => rows.reduce((all, row) => all + row[part], 0n);
      return [sum('volume'), sum('mix'), sum('rate')];
    };
    const [search, display] = [
      [1_000n, 3_000n],
      [1_000n, 1_000n],
    ] satisfies [bigint, bigint][];
    assert.ok(search !== undefined && display !== undefined);
    assert.deepEqual(of([pair('a', search, [2_000n, 6_000n]), pair('b', display, [2_000n, 2_000n])]), [
      4_000n,
      0n,
      0n,
    ]);
    assert.deepEqual(of([pair('a', search, [500n, 1_500n]), pair('b', display, [1_500n, 1_500n])]), [
      0n,
      -1_000n,
      0n,
    ]);
    assert.deepEqual(of([pair('a', search, [1_000n, 2_000n]), pair('b', display, [1_000n, 1_000n])]), [
      0n,
      0n,
      -1_000n,
    ]);
  });

  test('what the totals have beyond the segments that were told is a segment of no value', () => {
    const told = new Map([['a', { of: { product: 'a' }, volume: 3n, amount: 300n }]]);
    const totals = { before: { volume: 3n, amount: 300n }, after: { volume: 5n, amount: 450n } };
    assert.deepEqual(pairSegments(told, told, totals)[1], {
      ...{ of: {}, before: { volume: 0n, amount: 0n } },
      after: { volume: 2n, amount: 150n },
    });
    assert.equal(pairSegments(told, told, { before: totals.before, after: totals.before }).length, 1);
  });
});

describe('findings', () => {
  const amounts = fc.array(fc.bigInt({ min: 100_000n, max: 10n ** 9n }), { minLength: 3, maxLength: 10 });

  test('the segment in which the change was planted is named, however large the others are', () => {
    fc.assert(
      fc.property(amounts, fc.nat(), fc.boolean(), (given, place, isLoss) => {
        const planted = place % given.length;
        const all = given.reduce((sum, amount) => sum + amount, 0n);
        // One that is nearly everything is no news when everything moves.
        fc.pre((given[planted] ?? 0n) * 10n < all * 7n);
        const after = given.map((amount, index) =>
          index !== planted ? amount : isLoss ? amount / 2n : amount * 2n,
        );
        const both = given.map((amount, index) =>
          pair(`channel ${index}`, [1_000n, amount], [1_000n, after[index] ?? 0n]),
        );
        const halves = [all, after.reduce((sum, amount) => sum + amount, 0n)];
        const [was = 0n, is = 0n] = halves;
        const devices = [
          pair('phone', [1n, was / 2n], [1n, is / 2n]),
          pair('desk', [1n, was - was / 2n], [1n, is - is / 2n]),
        ];
        const [before, now] = [
          sums({ soldMinor: was, returnsMinor: 0n }),
          sums({ soldMinor: is, returnsMinor: 0n }),
        ];
        const findings = findingsOf({
          ...{ of: 'net_sales', before, after: now, days },
          factors: explainFactors('net_sales', before, now),
          breakdowns: [
            { dimension: 'device', volume: 'sessions', segments: explainSegments(devices) },
            { dimension: 'channel', volume: 'sessions', segments: explainSegments(both) },
          ],
        });
        const found = findings.find(({ kind }) => kind === 'segment');
        assert.ok(found?.kind === 'segment');
        assert.deepEqual([found.dimension, found.of], ['channel', { channel: `channel ${planted}` }]);
      }),
    );
  });

  const findings = (of: Explained, before: PeriodSums, after: PeriodSums) =>
    findingsOf({
      ...{ of, before, after, days, factors: explainFactors(of, before, after), breakdowns: [] },
    });
  const kinds = (...asked: Parameters<typeof findings>) => findings(...asked).map(({ kind }) => kind);

  test('what all segments did alike is spread', () => {
    const alike = explainSegments([pair('a', [10n, 500n], [10n, 250n]), pair('b', [10n, 700n], [10n, 350n])]);
    const [before, after] = [sums({ soldMinor: 1_200n }), sums({ soldMinor: 600n })];
    const told = findingsOf({
      ...{ of: 'net_sales', before, after, days, factors: explainFactors('net_sales', before, after) },
      breakdowns: [{ dimension: 'channel', volume: 'sessions', segments: alike }],
    });
    assert.ok(told.some(({ kind }) => kind === 'spread'));
  });

  test('a difference that chance makes is said to be one', () => {
    const few = sums({ sessions: 900n, orders: 20n, trackedOrders: 20n, soldMinor: 100_000n });
    const fewer = sums({ sessions: 900n, orders: 15n, trackedOrders: 15n, soldMinor: 75_000n });
    assert.deepEqual(kinds('orders', few, fewer), ['change', 'factor', 'chance_of_orders']);
    assert.deepEqual(kinds('net_sales', few, fewer), ['change', 'factor', 'chance_of_conversion']);
    const half = sums({ orders: 150n, trackedOrders: 125n, soldMinor: 750_000n });
    assert.deepEqual(kinds('orders', sums(), half), ['change', 'factor']);
  });

  test('conversions of visits that were not followed alike are said to be so', () => {
    const found = findings('orders', sums(), sums({ trackedOrders: 120n, orders: 290n }));
    const tracking = found.find(({ kind }) => kind === 'tracking');
    assert.ok(tracking?.kind === 'tracking' && tracking.before > 0.83 && tracking.after < 0.42);
    assert.ok(found.some(({ kind }) => kind === 'against'));
  });

  test('there are one to five sentences, and nothing changed is one', () => {
    fc.assert(
      fc.property(explained, period, period, (of, before, after) => {
        const found = findings(of, before, after);
        assert.ok(found.length >= 1 && found.length <= 5);
      }),
    );
    assert.deepEqual(kinds('net_sales', sums(), sums()), ['change']);
  });
});
