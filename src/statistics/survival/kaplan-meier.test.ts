import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { randomFor } from '../../simulator/random.ts';
import { drawExponential } from '../sampling/draw.ts';
import { kaplanMeier, medianTime, type Observation, survivalAt } from './kaplan-meier.ts';

describe('remission of leukaemia under 6-MP (Freireich et al. 1963)', () => {
  const relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
  const curve = kaplanMeier(
    [
      ...relapsed.map((time) => ({ time, hasEvent: true })),
      ...censored.map((time) => ({ time, hasEvent: false })),
    ],
    0.95,
  );

  // Survival and Greenwood's error: Klein and Moeschberger (2003), table 4.1; intervals: Stata's sts list of
  // these data.
  test('has the published curve', () => {
    const rounded = curve.steps.map(({ time, atRisk, events, survival, standardError, low, high }) => [
      time,
      atRisk,
      events,
      ...[survival, standardError, low, high].map((value) => Number(value.toFixed(4))),
    ]);
    assert.deepEqual(rounded, [
      [6, 21, 3, 0.8571, 0.0764, 0.6197, 0.9516],
      [7, 17, 1, 0.8067, 0.0869, 0.5631, 0.9228],
      [10, 15, 1, 0.7529, 0.0963, 0.5032, 0.8894],
      [13, 12, 1, 0.6902, 0.1068, 0.4316, 0.8491],
      [16, 11, 1, 0.6275, 0.1141, 0.3675, 0.8049],
      [22, 7, 1, 0.5378, 0.1282, 0.2678, 0.7468],
      [23, 6, 1, 0.4482, 0.1346, 0.1881, 0.6801],
    ]);
  });

  test('has its median at 23 weeks, from 13 to beyond the end', () => {
    assert.deepEqual(medianTime(curve), { estimate: 23, low: 13, high: undefined, confidence: 0.95 });
  });

  test('is one before the first relapse, and what the last step says after it', () => {
    assert.deepEqual([survivalAt(curve, 5.9), survivalAt(curve, 6)], [1, curve.steps[0]?.survival]);
    assert.equal(survivalAt(curve, 100), curve.steps.at(-1)?.survival);
  });
});

const observations = fc.array(fc.record({ time: fc.integer({ min: 0, max: 40 }), hasEvent: fc.boolean() }), {
  minLength: 1,
  maxLength: 60,
});

describe('laws', () => {
  test('where everybody was watched to the event, the curve is the share that is left', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const curve = kaplanMeier(
          all.map(({ time }) => ({ time, hasEvent: true })),
          0.9,
        );
        for (const { time, survival } of curve.steps) {
          const left = all.filter((one) => one.time > time).length / all.length;
          assert.ok(Math.abs(survival - left) < 1e-12);
        }
        assert.equal(curve.steps.at(-1)?.low, 0);
      }),
    );
  });

  test('the curve falls, within its interval, and counts stand for repetition', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const { steps } = kaplanMeier(all, 0.9);
        let before = 1;
        for (const { survival, low, high } of steps) {
          assert.ok(survival < before && low <= survival && survival <= high && high <= 1);
          before = survival;
        }
        const twice: Observation[] = all.map((one) => ({ ...one, count: 2 }));
        assert.deepEqual(kaplanMeier(twice, 0.9), kaplanMeier([...all, ...all], 0.9));
      }),
    );
  });

  test('nobody who came is no curve and no median', () => {
    const curve = kaplanMeier([{ time: 9, hasEvent: false }], 0.9);
    assert.deepEqual(curve.steps, []);
    assert.equal(medianTime(curve).estimate, undefined);
  });
});

test('the intervals of the curve and of the median hold the truth as often as they say', () => {
  const uniform = randomFor(12, 'survival').next;
  const worlds = 1000;
  let [held, heldMedian] = [0, 0];
  for (let world = 0; world < worlds; world += 1) {
    const all = Array.from({ length: 80 }, () => {
      const [event, lost] = [drawExponential(uniform, 1), 0.3 + 2 * uniform()];
      return { time: Math.min(event, lost), hasEvent: event <= lost };
    });
    const curve = kaplanMeier(all, 0.9);
    const step = curve.steps.findLast(({ time }) => time <= 0.8);
    if (step !== undefined && step.low <= Math.exp(-0.8) && Math.exp(-0.8) <= step.high) held += 1;
    const { low = 0, high = Number.POSITIVE_INFINITY } = medianTime(curve);
    if (low <= Math.LN2 && Math.LN2 <= high) heldMedian += 1;
  }
  // Four standard errors of a share of 0.9 in 1,000 are 0.038.
  assert.ok(Math.abs(held / worlds - 0.9) < 0.038, String(held));
  assert.ok(Math.abs(heldMedian / worlds - 0.9) < 0.038, String(heldMedian));
});
