import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomFor } from '../../../simulator/random.ts';
import { steadyForecast } from '../demand/demand-forecast.ts';
import { certainLeadTime } from '../lead-time/lead-times.ts';
import { stockLevels } from '../ordering/stock-levels.ts';
import { forecastPolicy, minMaxPolicy } from './order-policy.ts';
import { replayPolicy } from './replay-policy.ts';
import { summariseReplays } from './summarise-replays.ts';

test('a year of 1,000 variants, forecast weekly, takes less than two seconds of processor', () => {
  const { next } = randomFor(31, 'speed');
  const variants = Array.from({ length: 1000 }, () => {
    const perDay = 0.05 + 6 * next() ** 3;
    return {
      perDay,
      demand: Float64Array.from({ length: 365 }, () => Math.floor(2 * perDay * next() + next())),
    };
  });
  const start = process.cpuUsage();
  const replays = variants.flatMap(({ perDay, demand }) => {
    const levelsOn = (day: number) => {
      // Another forecast each week, as a shop's is.
      const rate = perDay * (1 + 0.1 * Math.sin(day / 58));
      const forecast = steadyForecast({ perDay: rate, errorVariance: 1.8 * rate });
      return stockLevels(
        { forecast, leadTimes: certainLeadTime(9), reviewDays: 7 },
        { service: 0.95, coverDays: 21 },
      );
    };
    const shared = { demand, leadTimeOf: () => 9, start: { onHand: 20 }, unmet: 'lost' } as const;
    const costs = { unitCost: 8, lostMargin: 5, perOrder: 2, holdingShare: 0.2 };
    return [forecastPolicy(levelsOn, { reviewDays: 7, sizes: { pack: 6 } }), minMaxPolicy(10, 40)].map(
      (policy) => ({
        replay: replayPolicy({ ...shared, costs, policy }),
        unitCost: costs.unitCost,
      }),
    );
  });
  assert.ok(summariseReplays(replays).service.fill > 0.5);
  const { user, system } = process.cpuUsage(start);
  assert.ok(user + system < 2_000_000, `${(user + system) / 1000} ms`);
});
