import { at } from '../../series.ts';
import { firstKnown } from '../smoothing/profile.ts';
import type { Smoothing } from '../smoothing/smoothing.ts';

const RATES = [0.02, 0.05, 0.1, 0.2, 0.3];
/** Periods from whose mean it starts. */
const BEGINNING = 13;

/**
 * Teunter, Syntetos and Babai (2011), "Intermittent demand: linking forecasting to inventory obsolescence",
 * European J. of Operational Research 214, equations 3 and 4: the probability of demand is smoothed every
 * period, its size where there is some, the forecast is their product; so that it falls while nothing is
 * wanted, where Croston's stays. Both rates are those of 25 pairs with the least squared one-step errors
 * (Kourentzes 2014, "On intermittent demand model optimisation and selection", Int. J. Production Economics
 * 156), the start is the mean of the first 13 known periods. The result is read as smoothing: `level` is
 * probability × size, `alpha` the rate of the probability. Undefined where no period is known. `like`: rates that were fitted
 * before, so that none are looked for.
 */
export function fitTsb(values: ArrayLike<number>, like?: TsbRates): (Smoothing & TsbRates) | undefined {
  const first = firstKnown(values);
  if (first === undefined) return undefined;
  const series = Float64Array.from(values);
  const start = startOf(series);
  const { alpha, sizeRate } = like ?? bestRates(series, start);
  const errors = new Float64Array(series.length);
  const { level, squares, known } = travelled(series, start, alpha, sizeRate, errors);
  const variance = squares / Math.max(1, known - 3);
  return { alpha, sizeRate, beta: 0, phi: 1, level, trend: 0, errors, variance };
}

/** Of the probability of demand, and of its size. */
export type TsbRates = { readonly alpha: number; readonly sizeRate: number };

function bestRates(series: Float64Array, start: Start): TsbRates {
  let [alpha, size, least] = [0, 0, Number.POSITIVE_INFINITY];
  for (const rate of RATES) {
    for (const sizeRate of RATES) {
      const { squares } = travelled(series, start, rate, sizeRate);
      if (squares < least) [alpha, size, least] = [rate, sizeRate, squares];
    }
  }
  return { alpha, sizeRate: size };
}

type Start = { readonly probability: number; readonly size: number };
type Way = { readonly level: number; readonly squares: number; readonly known: number };

function startOf(values: Float64Array): Start {
  let [known, some, total] = [0, 0, 0];
  for (let period = 0; period < values.length; period += 1) {
    const value = at(values, period);
    if (Number.isNaN(value)) continue;
    // Where the beginning had none, the size is that of the first demand after it.
    if (known >= BEGINNING && some > 0) break;
    if (known < BEGINNING) known += 1;
    else if (value > 0) return { probability: 0, size: value };
    if (value <= 0) continue;
    some += 1;
    total += value;
  }
  return { probability: some / known, size: total / Math.max(1, some) };
}

function travelled(
  values: Float64Array,
  start: Start,
  rate: number,
  sizeRate: number,
  errors?: Float64Array,
): Way {
  let { probability, size } = start;
  let squares = 0;
  let known = 0;
  for (let period = 0; period < values.length; period += 1) {
    const value = at(values, period);
    const error = value - probability * size;
    if (errors !== undefined) errors[period] = error;
    if (Number.isNaN(error)) continue;
    squares += error * error;
    known += 1;
    probability += rate * ((value > 0 ? 1 : 0) - probability);
    if (value > 0) size += sizeRate * (value - size);
  }
  return { level: probability * size, squares, known };
}
