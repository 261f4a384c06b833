import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { announcedReduction, lowestPrior, type PriceChange } from './index.ts';

const START = Temporal.Instant.from('2026-01-01T00:00:00Z');
const day = (number: number) => START.add({ hours: 24 * number });

/** A history from `[day, amount, compare-at]`. */
function history(...changes: [day: number, amount: number | undefined, compareAt?: number][]): PriceChange[] {
  return changes.map(([number, amount, compareAt]) => ({
    amountMinor: amount === undefined ? undefined : BigInt(amount),
    compareAtMinor: compareAt === undefined ? undefined : BigInt(compareAt),
    changedAt: day(number),
  }));
}

test('what may be announced of a price', () => {
  const table: [string, PriceChange[], number, [prior: bigint, percent: number] | undefined][] = [
    ['100, then 80', history([0, 100], [40, 80, 100]), 41, [100n, 20]],
    [
      'raised for a day, then cut to what it was',
      history([0, 100], [40, 150], [41, 100, 150]),
      42,
      undefined,
    ],
    [
      'raised for a day, then cut a little below',
      history([0, 100], [40, 150], [41, 90, 150]),
      42,
      [100n, 10],
    ],
    ['raised 31 days ago', history([0, 100], [40, 150], [71, 100, 150]), 72, [150n, 33]],
    ['raised 30 days ago to the moment', history([0, 100], [40, 150], [70, 100, 150]), 72, [150n, 33]],
    ['raised 29 days ago', history([0, 100], [40, 150], [69, 90, 150]), 72, [100n, 10]],
    ['a dip within the 30 days', history([0, 100], [20, 70], [21, 100], [40, 80, 100]), 41, undefined],
    ['a compare-at put beside an old price', history([0, 100], [40, 100, 150]), 41, undefined],
    ['no compare-at', history([0, 100], [40, 80]), 41, undefined],
    ['new with a compare-at', history([0, 80, 100]), 1, undefined],
    ['the claim is less than the law allows', history([0, 100], [40, 80, 90]), 41, [90n, 11]],
    [
      'announced since day 40, another compare-at later',
      history([0, 100], [40, 80, 90], [80, 80, 100]),
      90,
      [100n, 20],
    ],
    [
      'cut twice: the first cut counts as a price before',
      history([0, 100], [40, 80, 100], [50, 60, 100]),
      51,
      [80n, 25],
    ],
    ['not on sale now', history([0, 100], [40, undefined]), 41, undefined],
    ['back after a pause', history([0, 100], [40, undefined], [60, 80, 100]), 61, [100n, 20]],
    ['less than a whole percent', history([0, 1000], [40, 999, 1000]), 41, undefined],
    ['free now', history([0, 100], [40, 0, 100]), 41, [100n, 100]],
    ['a change that is still to come', history([0, 100], [40, 80, 100]), 39, undefined],
  ];
  for (const [what, changes, now, expected] of table) {
    const reduction = announcedReduction(changes, day(now));
    assert.deepEqual(reduction && [reduction.priorMinor, reduction.percent], expected, what);
  }
});

test('a price that was replaced in the same instant applied at no moment', () => {
  const changes = history([0, 100], [40, 1], [40, 120], [50, 90, 120]);
  assert.equal(lowestPrior(changes, day(50)), 100n);
  assert.equal(lowestPrior([], day(50)), undefined);
});

const anyHistory = fc
  .array(
    fc.record({
      hours: fc.integer({ min: 1, max: 900 }),
      amount: fc.integer({ min: 1, max: 50 }),
      isSale: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((steps) => {
    let changedAt = START;
    return steps.map(({ hours, amount, isSale }): PriceChange => {
      changedAt = changedAt.add({ hours });
      return {
        amountMinor: BigInt(amount),
        compareAtMinor: isSale ? BigInt(amount + 20) : undefined,
        changedAt,
      };
    });
  });

test('raising a price and cutting it back within 30 days never shows a reduction', () => {
  const raise = fc.record({
    before: anyHistory,
    pause: fc.integer({ min: 0, max: 24 * 200 }),
    by: fc.integer({ min: 1, max: 1_000 }),
    hours: fc.integer({ min: 1, max: 24 * 30 - 1 }),
  });
  fc.assert(
    fc.property(raise, ({ before, pause, by, hours }) => {
      const last = before.at(-1);
      const price = last?.amountMinor;
      assert.ok(last && price !== undefined);
      const raisedAt = last.changedAt.add({ hours: pause + 1 });
      const raised = { amountMinor: price + BigInt(by), compareAtMinor: undefined, changedAt: raisedAt };
      const cutAt = raisedAt.add({ hours });
      const cut = { amountMinor: price, compareAtMinor: price + BigInt(by), changedAt: cutAt };
      assert.equal(announcedReduction([...before, raised, cut], cutAt.add({ hours: 1 })), undefined);
    }),
  );
});

test('an announced reduction is from a price that no moment of the 30 days before was below', () => {
  // The same looked up hour by hour, the slow and obvious way.
  const lowestByHour = (changes: readonly PriceChange[], reducedAt: Temporal.Instant) => {
    const seen: bigint[] = [];
    for (let hour = 1; hour <= 24 * 30; hour += 1) {
      const moment = reducedAt.subtract({ hours: hour });
      const inForce = changes.findLast(({ changedAt }) => Temporal.Instant.compare(changedAt, moment) <= 0);
      if (inForce?.amountMinor !== undefined) seen.push(inForce.amountMinor);
    }
    return seen.toSorted((a, b) => (a < b ? -1 : 1))[0];
  };
  fc.assert(
    fc.property(anyHistory, (changes) => {
      const now = changes.at(-1)?.changedAt ?? START;
      for (const { changedAt } of changes) {
        assert.equal(lowestPrior(changes, changedAt), lowestByHour(changes, changedAt));
      }
      const reduction = announcedReduction(changes, now);
      if (reduction === undefined) return;
      const lowest = lowestByHour(changes, reduction.since);
      assert.ok(lowest !== undefined && reduction.priorMinor <= lowest);
      assert.ok(reduction.percent >= 1 && reduction.percent <= 100);
    }),
    { numRuns: 20 },
  );
});
