import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Level, reconcile } from './reconcile.ts';

const shop = (total: number): Level => ({ forecasts: [total], parents: [0] });

test('from the top down each gets its share', () => {
  const [top, items] = reconcile([shop(30), { forecasts: [5, 10], parents: [0, 0] }], 0);
  assert.deepEqual([...(top ?? []), ...(items ?? [])], [30, 10, 20]);
});

test('from the middle out: categories stay, the shop is their sum, items are shares of theirs', () => {
  const levels = [
    shop(1000),
    { forecasts: [60, 40], parents: [0, 0] },
    { forecasts: [10, 20, 0, 0], parents: [0, 0, 1, 1] },
  ];
  assert.deepEqual(
    reconcile(levels, 1).map((level) => [...level]),
    [[100], [60, 40], [20, 40, 20, 20]],
  );
  assert.deepEqual(
    reconcile(levels, 2).map((level) => [...level]),
    [[30], [30, 0], [10, 20, 0, 0]],
  );
});

test('a category without items keeps its forecast, and the items of none are none', () => {
  const levels = [shop(10), { forecasts: [10], parents: [0] }, { forecasts: [], parents: [] }];
  assert.deepEqual([...(reconcile(levels, 2)[1] ?? [])], [10]);
});

test('sums are exact, nothing falls below nothing, and shares stay what they were', () => {
  const amount = fc.double({ min: 0, max: 1e5, noNaN: true });
  const items = fc.array(fc.tuple(amount, fc.nat(4)), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(amount, fc.array(amount, { minLength: 5, maxLength: 5 }), items, (total, groups, members) => {
      const levels = [
        shop(total),
        { forecasts: groups, parents: groups.map(() => 0) },
        { forecasts: members.map(([value]) => value), parents: members.map(([, parent]) => parent) },
      ];
      const [, categories = [], leaves = []] = reconcile(levels, 0);
      for (const [parent, expected] of [...categories].entries()) {
        const own = members.flatMap(([, group], index) => (group === parent ? [index] : []));
        if (own.length === 0) continue;
        const sum = own.reduce((all, index) => all + (leaves[index] ?? Number.NaN), 0);
        // Where the last bit of the largest is coarser than what is left, it is off by that bit.
        assert.ok(Math.abs(sum - expected) <= 2e-16 * expected, `${sum} ${expected}`);
        assert.ok(own.every((index) => (leaves[index] ?? -1) >= 0));
      }
    }),
  );
});

test('a child of nobody and a level that is not there are refused', () => {
  assert.throws(() => reconcile([shop(1), { forecasts: [1], parents: [3] }], 0), RangeError);
  assert.throws(() => reconcile([shop(1)], 1), RangeError);
});
