import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { randomFor } from '../../../simulator/random.ts';
import { drawNormal } from '../../sampling/draw.ts';
import { indicesAhead, withoutSeason } from './adjust.ts';
import { autocorrelations, isSeasonal } from './autocorrelation.ts';
import { fitSeason, WEEK_OF_DAYS, YEAR_OF_MONTHS, YEAR_OF_WEEKS } from './fit-season.ts';
import { centredAverage } from './moving-average.ts';

function near(actual: number | undefined, expected: number, absolute = 1e-9): void {
  assert.ok(actual !== undefined && Math.abs(actual - expected) <= absolute, `${actual} is not ${expected}`);
}

/** International airline passengers in thousands, 1949 to 1953: series G of Box and Jenkins (1976). */
const AIRLINE = [
  112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158,
  133, 114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218,
  230, 242, 209, 191, 172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201,
];

describe('autocorrelation', () => {
  test('of 1 2 3 4 5 at lags 1 and 2 is 0.4 and −0.1, by hand', () => {
    assert.deepEqual([...autocorrelations([1, 2, 3, 4, 5], 2)], [0.4, -0.1]);
  });

  test('of nothing that varies is 0', () => {
    assert.deepEqual([...autocorrelations([3, 3, 3], 2), ...autocorrelations([], 1)], [0, 0, 0]);
  });

  test('sees none in two days that are alike, a week apart, of ten that are known', () => {
    const values = new Float64Array(70).fill(Number.NaN);
    for (const day of [0, 7, 14, 21, 28, 35]) values[day] = 9;
    for (const day of [3, 10, 17, 24]) values[day] = 1;
    assert.equal(isSeasonal(values, 7), false);
  });

  test('sees a season in noise one time in twenty', () => {
    const uniform = randomFor(6, 'no season').next;
    const worlds = 400;
    let seen = 0;
    for (let world = 0; world < worlds; world += 1) {
      seen += Number(
        isSeasonal(
          Float64Array.from({ length: 84 }, () => drawNormal(uniform)),
          7,
        ),
      );
    }
    // 5 % ± 3 standard errors of 1.1 %; it is a little less, as estimated autocorrelations are.
    assert.ok(seen / worlds < 0.085 && seen / worlds > 0.01, String(seen));
  });
});

describe('the centred average', () => {
  test('of four quarters weighs the outer two half', () => {
    const average = centredAverage([1, 2, 3, 4, 5, 9], 4);
    assert.deepEqual([...average.subarray(2, 4)], [3, (1 + 3 + 4 + 5 + 4.5) / 4]);
    assert.ok([0, 1, 4, 5].every((period) => Number.isNaN(average[period])));
  });

  test('leaves out what is not known', () => near(centredAverage([1, Number.NaN, 3], 3)[1], 2));
});

describe('the season', () => {
  test('of the airline’s passengers is high in July and August and low in November', () => {
    const fit = fitSeason(AIRLINE, YEAR_OF_MONTHS);
    assert.equal(fit?.kind, 'multiplicative');
    // R's decompose gives 1.23 and 1.22 for July and August and 0.80 for November of the twelve years.
    near(fit?.indices[6], 1.2, 0.03);
    near(fit?.indices[7], 1.2, 0.03);
    near(fit?.indices[10], 0.8, 0.03);
  });

  const week = [0.6, 0.8, 0.9, 1, 1.1, 1.5, 1.1];
  const noisy = (size: number, from: (day: number) => number) => {
    const uniform = randomFor(7, 'season').next;
    return Float64Array.from({ length: size }, (_, day) => from(day) * (1 + 0.1 * drawNormal(uniform)));
  };

  test('is found again where it was planted, on a trend, with holes', () => {
    const values = noisy(210, (day) => (50 + day / 3) * (week[day % 7] ?? 1)).map((value, day) =>
      day % 11 === 0 ? Number.NaN : value,
    );
    const fit = fitSeason(values, WEEK_OF_DAYS);
    for (const [day, index] of week.entries()) near(fit?.indices[day], index, 0.06);
  });

  test('of what goes below zero is added', () => {
    const values = Float64Array.from({ length: 70 }, (_, day) => (day % 7) - 3);
    const fit = fitSeason(values, WEEK_OF_DAYS);
    assert.equal(fit?.kind, 'additive');
    for (let day = 0; day < 7; day += 1) near(fit?.indices[day], day - 3, 1e-6);
  });

  test('is none where there is none, and below three of them', () => {
    assert.equal(
      fitSeason(
        noisy(300, () => 50),
        YEAR_OF_WEEKS,
      ),
      undefined,
    );
    assert.equal(
      fitSeason(
        noisy(20, (day) => week[day % 7] ?? 1),
        WEEK_OF_DAYS,
      ),
      undefined,
    );
    assert.equal(fitSeason(Array<number>(60).fill(5), WEEK_OF_DAYS), undefined);
    assert.equal(fitSeason([], WEEK_OF_DAYS), undefined);
  });

  test('taken out and put back is the series again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 28, maxLength: 40 }),
        (noise) => {
          const values = noise.map((value, day) => value + 100 * (week[day % 7] ?? 1));
          const fit = fitSeason(values, WEEK_OF_DAYS);
          if (fit === undefined) return;
          const indices = indicesAhead(fit, 0, values.length);
          for (const [day, value] of withoutSeason(values, fit).entries())
            near(value * (indices[day] ?? Number.NaN), values[day] ?? Number.NaN, 1e-9);
        },
      ),
    );
  });

  test('of a shop that is closed on Sundays: Sundays tell nothing, and nothing is expected of them', () => {
    const values = Float64Array.from({ length: 70 }, (_, day) => (day % 7 === 6 ? 0.1 : 10));
    const fit = fitSeason(values, WEEK_OF_DAYS);
    assert.ok(fit);
    near(indicesAhead(fit, 70, 7)[6], 0.01, 0.003);
    const adjusted = withoutSeason(values, fit);
    assert.ok(Number.isNaN(adjusted[6]));
    near(adjusted[0], 60 / 7, 0.02);
  });
});
