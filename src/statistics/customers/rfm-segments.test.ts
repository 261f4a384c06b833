import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { RFM_SEGMENTS, type RfmFacts, rfmScores, segmentOf } from './rfm-segments.ts';

const facts = (daysSinceLast: number, purchases: number, spend: number): RfmFacts => ({
  daysSinceLast,
  purchases,
  spend,
});

describe('rfmScores', () => {
  test('puts five different customers into the five fifths', () => {
    const five = [1, 2, 3, 4, 5].map((rank) => facts(100 - rank, rank, rank * 10));
    assert.deepEqual(
      rfmScores(five).map(({ recency, frequency, monetary, segment }) => [
        recency,
        frequency,
        monetary,
        segment,
      ]),
      [
        [1, 1, 1, 'hibernating'],
        [2, 2, 2, 'hibernating'],
        [3, 3, 3, 'need_attention'],
        [4, 4, 4, 'loyal'],
        [5, 5, 5, 'champions'],
      ],
    );
  });

  test('gives those who are equal the same score', () => {
    const most = [...Array(9).fill(facts(10, 1, 50)), facts(1, 8, 900)];
    const scores = rfmScores(most);
    assert.deepEqual(new Set(scores.map(({ frequency }) => frequency)), new Set([3, 5]));
  });

  test('never scores the better lower', () => {
    const customer = fc.record({
      daysSinceLast: fc.integer({ min: 0, max: 900 }),
      purchases: fc.integer({ min: 1, max: 20 }),
      spend: fc.integer({ min: -100, max: 5000 }),
    });
    fc.assert(
      fc.property(fc.array(customer, { minLength: 2, maxLength: 60 }), (customers) => {
        const all = rfmScores(customers).map((score, index) => ({ ...score, ...customers[index] }));
        for (const one of all) {
          for (const other of all) {
            if ((one.daysSinceLast ?? 0) <= (other.daysSinceLast ?? 0))
              assert.ok(one.recency >= other.recency);
            if ((one.spend ?? 0) >= (other.spend ?? 0)) assert.ok(one.monetary >= other.monetary);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

test('every segment is somewhere in the grid, and nothing is beside it', () => {
  const fifths = [1, 2, 3, 4, 5];
  const found = fifths.flatMap((recency) => fifths.map((frequency) => segmentOf(recency, frequency)));
  assert.deepEqual(new Set(found), new Set(RFM_SEGMENTS));
  assert.throws(() => segmentOf(0, 3), RangeError);
  assert.throws(() => segmentOf(3, 2.5), RangeError);
});
