import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { randomFor } from '../../../simulator/random.ts';
import { drawGamma, drawNormal } from '../../sampling/draw.ts';
import { mean, sum } from '../../series.ts';
import { kaplanMeier } from '../../survival/kaplan-meier.ts';
import { steadyForecast } from '../demand/demand-forecast.ts';
import { leadTimeCredibility } from './credibility.ts';
import { certainLeadTime, leadTimeMoments, leadTimeQuantile, quotedLeadTime } from './lead-times.ts';
import { learnLeadTimes } from './learn-lead-times.ts';
import { demandOverLeadTime, protectionMoments } from './protection.ts';

const none = { leadTimes: certainLeadTime(7), weight: 0 };
const days = fc.integer({ min: 0, max: 40 });

describe('learning lead times from orders', () => {
  test('without a history they are what was believed', () => {
    assert.deepEqual(learnLeadTimes({ received: [], open: [] }, none), certainLeadTime(7));
    assert.deepEqual(
      learnLeadTimes({ received: [3, 3, 3], open: [] }, { leadTimes: certainLeadTime(7), weight: Infinity }),
      certainLeadTime(7),
    );
  });

  test('two orders weigh as much as a belief of two', () => {
    const learned = learnLeadTimes(
      { received: [8, 10], open: [] },
      { leadTimes: certainLeadTime(5), weight: 2 },
    );
    assert.deepEqual(
      learned.map(({ days, probability }) => [days, Number(probability.toFixed(9))]),
      [
        [5, 0.5],
        [8, 0.25],
        [10, 0.25],
      ],
    );
  });

  test('with open orders and no belief they are those of Kaplan and Meier', () => {
    fc.assert(
      fc.property(
        fc.array(days, { minLength: 1, maxLength: 20 }),
        fc.array(days, { maxLength: 8 }),
        (received, open) => {
          // What is open longer than all that came is where Kaplan and Meier say nothing.
          const last = Math.max(...received);
          const known = open.filter((age) => age < last);
          const learned = learnLeadTimes({ received, open: known }, none);
          const curve = kaplanMeier(
            [
              ...received.map((time) => ({ time, hasEvent: true })),
              ...known.map((time) => ({ time, hasEvent: false })),
            ],
            0.95,
          );
          let survival = 1;
          for (const { time, survival: after } of curve.steps) {
            const probability = learned.find(({ days: day }) => day === time)?.probability ?? 0;
            assert.ok(Math.abs(probability - (survival - after)) < 1e-5);
            survival = after;
          }
        },
      ),
    );
  });

  test('an order that is open longer than all others makes them longer', () => {
    const open = learnLeadTimes({ received: [5, 6, 7], open: [20] }, none);
    assert.ok(Math.abs((open.at(-1)?.probability ?? 0) - 0.25) < 1e-6);
    assert.equal(open.at(-1)?.days, 21);
  });

  test('probabilities add up to one, and an older open order never shortens the mean', () => {
    fc.assert(
      fc.property(fc.array(days), fc.array(days, { minLength: 1 }), (received, open) => {
        const prior = { leadTimes: quotedLeadTime(10), weight: 2 };
        const learned = learnLeadTimes({ received, open }, prior);
        assert.ok(Math.abs(sum(learned.map(({ probability }) => probability)) - 1) < 1e-9);
        const older = learnLeadTimes({ received, open: open.map((age) => age + 5) }, prior);
        assert.ok(leadTimeMoments(older).mean >= leadTimeMoments(learned).mean - 1e-6);
      }),
    );
  });

  test('what cannot be is refused', () => {
    assert.throws(() => learnLeadTimes({ received: [2.5], open: [] }, none), RangeError);
    assert.throws(() => learnLeadTimes({ received: [], open: [-1] }, none), RangeError);
    assert.throws(() => certainLeadTime(-1), RangeError);
  });
});

test('a quote is a distribution around its days', () => {
  const { mean: days, variance } = leadTimeMoments(quotedLeadTime(10));
  assert.ok(Math.abs(days - 10) < 0.05 && Math.abs(Math.sqrt(variance) - 3) < 0.1, `${days} ${variance}`);
  assert.deepEqual(quotedLeadTime(0), certainLeadTime(0));
  const ninety = leadTimeQuantile(quotedLeadTime(10), 0.9);
  assert.ok(ninety > 12 && ninety < 16);
});

describe('how much an item tells about itself', () => {
  const items = (between: number) => {
    const uniform = randomFor(5, `items ${between}`).next;
    return Array.from({ length: 400 }, () => {
      const own = 20 + between * drawNormal(uniform);
      return Array.from({ length: 5 }, () => own + 2 * drawNormal(uniform));
    });
  };

  test('is the variance within over that between, found again', () => {
    const found = leadTimeCredibility(items(3)) ?? 0;
    assert.ok(Math.abs(found - 4 / 9) < 0.1, String(found));
  });

  test('is little where items hardly differ, and not known of one', () => {
    assert.ok((leadTimeCredibility(items(0)) ?? 0) > 20);
    assert.equal(leadTimeCredibility([[1, 2, 3], [4]]), undefined);
  });
});

test('demand over a lead time that varies has the variance of the textbook, and its service is kept', () => {
  const leadTimes = quotedLeadTime(12);
  const forecast = steadyForecast({ perDay: 10, errorVariance: 25 });
  const demand = demandOverLeadTime(forecast, leadTimes, 7);
  const { mean: expected, variance } = protectionMoments(
    { perDay: 10, errorVariance: 25 },
    leadTimeMoments(leadTimes),
    7,
  );
  const uniform = randomFor(9, 'lead times').next;
  const drawn = Array.from({ length: 20_000 }, () => {
    const lead = leadTimeQuantile(leadTimes, uniform());
    return drawGamma(uniform, (10 * (lead + 7)) / 2.5, 1 / 2.5);
  });
  assert.ok(Math.abs(demand.mean - expected) < 1e-9);
  const spread = mean(drawn.map((units) => (units - expected) ** 2));
  assert.ok(Math.abs(spread / variance - 1) < 0.05, `${spread} ${variance}`);
  const level = demand.quantile(0.95);
  const held = drawn.filter((units) => units <= level).length / drawn.length;
  assert.ok(Math.abs(held - 0.95) < 0.008, String(held));
});
