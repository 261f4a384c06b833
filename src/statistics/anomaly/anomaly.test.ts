import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomFor } from '../../simulator/random.ts';
import { drawGamma, drawNormal, type Uniform } from '../sampling/draw.ts';
import { type AnomalyOptions, dailyAnomalies } from './daily-anomalies.ts';
import { seasonalBaseline } from './seasonal-baseline.ts';

const week = [1, 0.9, 0.95, 1, 1.2, 1.5, 1.3];
const options: AnomalyOptions = { falseAlarmRate: 0.02, scale: 'relative' };

/** Daily revenue that grows slowly, has its weekdays, and noise of the kind asked for. */
function revenue(uniform: Uniform, days: number, noise: (uniform: Uniform) => number): number[] {
  return Array.from(
    { length: days },
    (_, day) => 1000 * 1.0005 ** day * (week[day % 7] ?? 0) * noise(uniform),
  );
}

const noises: readonly [name: string, noise: (uniform: Uniform) => number][] = [
  ['normal in the logarithm', (uniform) => Math.exp(0.15 * drawNormal(uniform))],
  ['of few orders', (uniform) => drawGamma(uniform, 6, 6)],
  [
    'with heavy tails',
    (uniform) => Math.exp((0.1 * drawNormal(uniform)) / Math.sqrt(drawGamma(uniform, 1.5, 1.5))),
  ],
];

describe('false alarms come as often as stated', () => {
  for (const [name, noise] of noises) {
    test(`where noise is ${name}`, () => {
      const uniform = randomFor(13, name).next;
      let [days, alarms] = [0, 0];
      for (let world = 0; world < 24; world += 1) {
        const scores = dailyAnomalies(revenue(uniform, 400, noise), options).filter(
          (one) => one !== undefined,
        );
        // Ranked among 149 or more and 365 at most, ⌊0.02 (n + 1)⌋ / (n + 1) is 0.02 or a little less.
        for (const { isAlarm } of scores.filter(({ day }) => day >= 56 + 149)) {
          days += 1;
          alarms += Number(isAlarm);
        }
      }
      // 4,680 days that share their past: four standard errors of independent days are 0.008.
      assert.ok(alarms / days < 0.0275 && alarms / days > 0.0115, `${alarms} of ${days}`);
    });
  }
});

describe('dailyAnomalies', () => {
  const quiet = (uniform: Uniform) => Math.exp(0.05 * drawNormal(uniform));

  test('finds a day at half, and not its neighbours, and says what was expected', () => {
    const series = revenue(randomFor(14, 'half').next, 300, quiet);
    const whole = series[280] ?? Number.NaN;
    const scores = dailyAnomalies(series.with(280, whole / 2), { falseAlarmRate: 0.01, scale: 'relative' });
    const day = scores[280];
    assert.ok(day?.isAlarm && day.score < -5 && day.value < day.low);
    assert.ok(day.expected > 0.8 * whole && day.expected < 1.25 * whole);
    assert.equal(scores[279]?.isAlarm, false);
    assert.equal(scores[281]?.isAlarm, false);
  });

  test('an alarm is a day outside of its range, and one of the rate or below in probability', () => {
    for (const day of dailyAnomalies(revenue(randomFor(15, 'range').next, 400, quiet), options)) {
      if (day === undefined) continue;
      assert.equal(day.isAlarm, day.value < day.low - 1e-9 || day.value > day.high + 1e-9);
      assert.equal(day.isAlarm, day.probability <= 0.02);
    }
  });

  test('says nothing of a day without eight weeks and 1 / rate − 1 days before it', () => {
    const scores = dailyAnomalies(revenue(randomFor(16, 'start').next, 150, quiet), options);
    assert.equal(
      scores.findIndex((one) => one !== undefined),
      56 + 49,
    );
  });

  test('a day that is not known is neither judged nor a burden to others', () => {
    const series = revenue(randomFor(17, 'holes').next, 300, quiet);
    const scores = dailyAnomalies(series.with(250, Number.NaN).with(243, Number.NaN), options);
    assert.equal(scores[250], undefined);
    assert.notEqual(scores[257], undefined);
  });

  test('a shop that never sells finds its first sale odd, and nothing before', () => {
    const scores = dailyAnomalies([...Array(200).fill(0), 5], options);
    assert.equal(scores[199]?.isAlarm, false);
    assert.equal(scores[200]?.isAlarm, true);
  });
});

test('the baseline of a clean week is that week, whatever one odd day in it did', () => {
  const series = Array.from({ length: 70 }, (_, day) => 10 + (day % 7));
  assert.deepEqual(seasonalBaseline(series.with(40, 900), 63, { length: 7, count: 8 })?.expected, 10);
  assert.equal(seasonalBaseline(series, 20, { length: 7, count: 8 }), undefined);
});
