import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseId } from '../../../kernel/index.ts';
import { demandAhead, demandOver } from './demand-over.ts';
import type { AppliedAdjustment, StoredForecast } from './forecast.ts';
import { forecastReasons } from './forecast-reasons.ts';

const monday = Temporal.PlainDate.from('2026-11-30');
const variantId = parseId<'variant'>('01920000-0000-7000-8000-000000000001') ?? assert.fail();

function aForecast(given: Partial<StoredForecast> = {}): StoredForecast {
  return {
    ...{ variantId, firstDay: monday, madeAt: Temporal.Instant.from('2026-11-30T03:00:00Z') },
    ...{ demandClass: 'smooth', method: 'median', isEnough: true, share: 1, reasons: [], adjustments: [] },
    weeks: [14, 28, 7],
    variances: [20, 60, 70],
    weekdays: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.4],
    ...given,
  };
}

function anAdjustment(given: Partial<AppliedAdjustment> = {}): AppliedAdjustment {
  return {
    scope: 'variant',
    from: monday,
    to: monday.add({ days: 6 }),
    reason: 'TV',
    factor: 1,
    pieces: 0,
    ...given,
  };
}

const over = (forecast: StoredForecast, day: number, days: number) =>
  demandOver(forecast, { from: monday.add({ days: day }), days });
const about = (value: number) => Number(value.toFixed(9));

test('a stretch of days is the sum of its days, each a part of its week', () => {
  const cases: readonly [day: number, days: number, mean: number][] = [
    [0, 7, 14],
    [0, 21, 49],
    [6, 1, 5.6],
    [6, 2, 5.6 + 2.8],
    [0, 0, 0],
    // Before the forecast began nothing is expected any more; after its last week each is as that.
    [-3, 4, 1.4],
    [21, 7, 7],
  ];
  for (const [day, days, mean] of cases)
    assert.equal(about(over(aForecast(), day, days).mean), about(mean), `${day} ${days}`);
});

test('what is ahead of a day is the same for every number of days, with what people changed, before the first day and after the last', () => {
  const weekly = fc.array(
    fc.nat(500).map((tenths) => tenths / 10),
    { minLength: 1, maxLength: 9 },
  );
  const change = fc
    .tuple(
      fc.integer({ min: -5, max: 70 }),
      fc.nat(20),
      fc.constantFrom(0, 0.5, 2),
      fc.integer({ min: -30, max: 90 }),
    )
    .map(([at, days, factor, pieces]) => {
      const from = monday.add({ days: at });
      return anAdjustment({ from, to: from.add({ days }), factor, pieces });
    });
  fc.assert(
    fc.property(
      weekly,
      weekly,
      fc.array(change, { maxLength: 2 }),
      fc.integer({ min: -9, max: 60 }),
      (weeks, steps, adjustments, day) => {
        const variances = steps.map((_, last) =>
          steps.slice(0, last + 1).reduce((sum, step) => sum + step, 0),
        );
        const forecast = aForecast({ weeks, variances, adjustments, share: 0.7 });
        const from = monday.add({ days: day });
        const ahead = demandAhead(forecast, from);
        for (const days of [40, 0, 1, 9, 365]) {
          const { mean, variance } = demandOver(forecast, { from, days });
          assert.ok(Math.abs(ahead.meanOver(days) - mean) < 1e-9 * (1 + mean), `${days} days from ${day}`);
          assert.ok(Math.abs(ahead.varianceOver(days) - variance) < 1e-9 * (1 + variance));
        }
      },
    ),
  );
});

test('the sum of weeks varies more than each of them, and never less than counts do', () => {
  assert.equal(over(aForecast(), 0, 14).variance, 60);
  assert.equal(over(aForecast(), 7, 7).variance, 40);
  assert.equal(over(aForecast({ variances: [1, 2, 3] }), 0, 7).variance, 14);
});

test('quantiles are whole pieces that rise with their probability and are 0 where nothing is expected', () => {
  const demand = over(aForecast(), 0, 7);
  const quantiles = [0.05, 0.5, 0.95, 0.99].map(demand.quantile);
  assert.deepEqual(quantiles, [7, 14, 22, 26]);
  assert.equal(over(aForecast({ weeks: [0], variances: [0] }), 0, 30).quantile(0.99), 0);
  assert.equal(over(aForecast({ isEnough: false }), 0, 7).isEnough, false);
});

test('what people changed counts on its days only: factors multiply, pieces are spread evenly', () => {
  const adjustments = [
    anAdjustment({ factor: 1.5 }),
    anAdjustment({ pieces: 70, to: monday.add({ days: 69 }) }),
  ];
  const forecast = aForecast({ adjustments });
  assert.equal(about(over(forecast, 0, 7).mean), 14 * 1.5 + 7);
  assert.equal(about(over(forecast, 7, 7).mean), 28 + 7);
  const less = aForecast({ adjustments: [anAdjustment({ pieces: -500 })] });
  assert.equal(over(less, 0, 7).mean, 0);
});

test('a place has its share of pieces, changes included', () => {
  const forecast = aForecast({ share: 0.25, adjustments: [anAdjustment({ factor: 2 })] });
  assert.equal(about(over(forecast, 0, 7).mean), 7);
});

test('stretches that follow each other add up, and no quantile falls below one with a smaller probability', () => {
  const weeks = fc.array(fc.double({ min: 0, max: 900, noNaN: true }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(
      weeks,
      fc.nat(150),
      fc.nat(150),
      fc.double({ min: 0, max: 3, noNaN: true }),
      (means, first, second, factor) => {
        let total = 0;
        const variances = means.map((mean) => (total += mean * 1.7));
        const forecast = aForecast({ weeks: means, variances, adjustments: [anAdjustment({ factor })] });
        const whole = over(forecast, 0, first + second);
        const parts = over(forecast, 0, first).mean + over(forecast, first, second).mean;
        assert.ok(Math.abs(whole.mean - parts) <= 1e-6 * (1 + whole.mean));
        const quantiles = [0.1, 0.5, 0.9, 0.99].map(whole.quantile);
        assert.deepEqual(
          quantiles,
          quantiles.toSorted((a, b) => a - b),
        );
        assert.ok(quantiles.every((pieces) => Number.isInteger(pieces) && pieces >= 0));
      },
    ),
    { numRuns: 60 },
  );
});

test('reasons are told strongest first, those by hand among them, and not those that change nothing', () => {
  const forecast = aForecast({
    reasons: [
      { kind: 'price', change: 0.05, effect: -0.04 },
      { kind: 'month', month: 12, effect: 0.18 },
      { kind: 'trend', effect: 0.001 },
    ],
    adjustments: [anAdjustment({ factor: 2 })],
  });
  assert.deepEqual(
    forecastReasons(forecast).map(({ kind }) => kind),
    ['month', 'adjustment', 'price'],
  );
  const small = forecastReasons({ ...forecast, adjustments: [anAdjustment({ factor: 1.01 })] });
  assert.ok(
    small.some(({ kind }) => kind === 'adjustment'),
    'however small it is',
  );
});
