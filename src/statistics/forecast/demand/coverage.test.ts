import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomFor } from '../../../simulator/random.ts';
import type { Demand } from '../../inventory/demand/demand.ts';
import { drawNormal, type Uniform } from '../../sampling/draw.ts';
import { sum } from '../../series.ts';
import { bootstrapDemand } from '../horizon/bootstrap.ts';
import { sesMethod } from '../methods/smoothing-methods.ts';
import { type Season, WEEK_OF_DAYS } from '../season/fit-season.ts';
import { drawCount, drawOverdispersed } from '../testing/a-demand-world.ts';
import { forecastDemand } from './forecast-demand.ts';
import { demandOfPeriod, demandOfSum } from './item-forecast.ts';

type World = {
  readonly past: number;
  readonly ahead: number;
  readonly seasons?: readonly Season[];
  /** Share by which hits may be off beyond chance, as the model is not the world's own. */
  readonly off: number;
  readonly begin?: (uniform: Uniform) => (period: number) => number;
  readonly mean: number | ((period: number) => number);
  readonly dispersion: number;
};

const week = [0.6, 0.8, 0.9, 1, 1.1, 1.5, 1.1];
const WORLDS: Readonly<Record<string, World>> = {
  'many, like Poisson’s': { past: 60, ahead: 8, mean: 20, dispersion: 1, off: 0.02 },
  'few, twice as uneven': { past: 80, ahead: 8, mean: 3, dispersion: 2.5, off: 0.04 },
  'a slow mover': { past: 100, ahead: 8, mean: 0.3, dispersion: 1, off: 0.05 },
  'a slow and uneven mover': { past: 100, ahead: 8, mean: 0.5, dispersion: 3, off: 0.08 },
  'a short past': { past: 16, ahead: 6, mean: 8, dispersion: 2, off: 0.06 },
  'a level that drifts': {
    ...{ past: 100, ahead: 6, mean: 30, dispersion: 1, off: 0.08 },
    begin: (uniform) => {
      let level = 30;
      return () => {
        level = Math.max(2, level + 1.5 * drawNormal(uniform));
        return level;
      };
    },
  },
  'days of a week': {
    ...{ past: 180, ahead: 14, dispersion: 1.5, off: 0.07, seasons: [WEEK_OF_DAYS] },
    mean: (day) => 8 * (week[day % 7] ?? 1),
  },
};
const PROBABILITIES = [0.5, 0.8, 0.95, 0.99];
const RUNS = 250;

/**
 * Where in its distribution a number fell, drawn within the step of a whole number (Czado, Gneiting and Held
 * 2009).
 */
function place(uniform: Uniform, demand: Demand, value: number): number {
  const [below, to] = [demand.cdf(value - 1), demand.cdf(value)];
  return below + uniform() * (to - below);
}

/** Hits lie within 3.3 standard errors of the binomial, of what they should be. */
function covers(places: readonly number[], off: number): void {
  for (const probability of PROBABILITIES) {
    const share = places.filter((one) => one <= probability).length / places.length;
    const chance = 3.3 * Math.sqrt((probability * (1 - probability)) / places.length);
    const said = `${share} at or below the quantile of ${probability}`;
    assert.ok(Math.abs(share - probability) <= chance + off, said);
  }
}

describe('demand lies at or below its quantiles as often as they say', () => {
  for (const [name, { past, ahead, seasons = [], off, begin, mean, dispersion }] of Object.entries(WORLDS)) {
    test(`${name}: of the next period, of the last and of all together`, () => {
      const uniform = randomFor(21, name).next;
      const places: [number[], number[], number[]] = [[], [], []];
      for (let run = 0; run < RUNS; run += 1) {
        const level = begin?.(uniform) ?? (typeof mean === 'number' ? () => mean : mean);
        const values = Array.from({ length: past + ahead }, (_, period) => {
          const expected = level(period);
          return drawOverdispersed(uniform, expected, dispersion * expected);
        });
        const forecast = forecastDemand(values.slice(0, past), { horizon: ahead, seasons });
        places[0].push(place(uniform, demandOfPeriod(forecast, 1), values[past] ?? Number.NaN));
        places[1].push(
          place(uniform, demandOfPeriod(forecast, ahead), values[past + ahead - 1] ?? Number.NaN),
        );
        places[2].push(place(uniform, demandOfSum(forecast, ahead), sum(values.slice(past))));
      }
      for (const one of places) covers(one, off);
    });
  }

  test('boxes of a dozen, by the bootstrap', () => {
    const uniform = randomFor(22, 'boxes').next;
    const places = Array.from({ length: RUNS }, () => {
      const values = Array.from({ length: 108 }, () =>
        uniform() < 0.25 ? 12 * (1 + drawCount(uniform, 0.7)) : 0,
      );
      const fitted = sesMethod(values.slice(0, 100), 8)?.method;
      assert.ok(fitted);
      return place(uniform, bootstrapDemand(uniform, fitted, 500), sum(values.slice(100)));
    });
    covers(places, 0.05);
  });
});
