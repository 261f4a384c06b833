import { inverse, type Matrix, times } from '../../optimise/matrix.ts';
import { at } from '../../series.ts';
import { type PeriodFacts, type Term, termsOf } from './period-facts.ts';

/**
 * A period of an item: what was wanted, and what was expected of it without any effect. Same unit; NaN: not
 * known.
 */
export type EffectRow = {
  readonly actual: number;
  readonly expected: number;
  readonly facts: PeriodFacts;
};

export type EffectsFit = {
  /** Of the coefficients after the first, which is the level of all rows. */
  readonly names: readonly string[];
  /** Of ln(actual / expected). */
  readonly coefficients: Float64Array;
  readonly covariance: Matrix;
  /** Variance in terms of the mean: 1 is Poisson's. */
  readonly dispersion: number;
  readonly rows: number;
};

/** Rows below which nothing is learnt. */
const FEWEST = 30;
const ROUNDS = 12;
const SETTLED = 1e-5;
/**
 * Standard deviations from which on a row counts less. Huber's own 1.345 would bias what is as skewed as few
 * sales are.
 */
const FAR = 4;
/**
 * Standard deviation of a coefficient before anything is known of it: most effects are within ± 50 %,
 * elasticities within ± 4.
 */
const USUAL = 0.4;
const USUAL_ELASTICITY = 2;

type Row = {
  readonly actual: number;
  readonly expected: number;
  readonly places: Int32Array;
  readonly amounts: Float64Array;
};
type Round = {
  /** Of each row, by the round before. */
  readonly means: Float64Array;
  readonly dispersion: number;
  /** Standard deviations of the coefficients beforehand. */
  readonly usual: Float64Array;
};
type Normal = { readonly matrix: Float64Array[]; readonly right: Float64Array };

/**
 * What calendar, promotions and price make of demand, learnt from all rows of many items together: a
 * log-linear model ln E[actual] = ln expected + level + Σ coefficient × amount, by iteratively reweighted
 * least squares (McCullagh and Nelder 1989, "Generalized linear models", section 2.5), so that periods
 * without demand count as what they are. Robust: rows far off weigh less (Cantoni and Ronchetti 2001, "Robust
 * inference for generalized linear models", JASA 96). Ridge: coefficients are shrunk towards 0 as if 95 in
 * 100 were within ± 0.8 beforehand, elasticities within ± 4 (Hoerl and Kennard 1970, Technometrics 12), so
 * that a month with one row says little; the level is not. Undefined below 30 rows that are known and expect
 * something.
 */
export function fitEffects(rows: readonly EffectRow[]): EffectsFit | undefined {
  const used = rows.filter(({ actual, expected }) => actual >= 0 && expected > 0);
  if (used.length < FEWEST) return undefined;
  const all = used.map(({ facts }) => termsOf(facts));
  const names = [...new Set(all.flatMap((terms) => terms.map(({ name }) => name)))].sort();
  const places = new Map(names.map((name, index) => [name, index + 1]));
  const design = used.map(({ actual, expected }, index) => rowOf(actual, expected, all[index] ?? [], places));
  const usual = Float64Array.from([
    1e4,
    ...names.map((name) => (name === 'price' ? USUAL_ELASTICITY : USUAL)),
  ]);
  let coefficients = new Float64Array(usual.length);
  let dispersion = 1;
  let covariance: Matrix = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const means = Float64Array.from(design, (row) => meanOf(row, coefficients));
    dispersion = dispersionOf(design, means);
    const { matrix, right } = normalEquations(design, { means, dispersion, usual });
    const solved = inverse(matrix);
    if (solved === undefined) return undefined;
    covariance = solved;
    const next = Float64Array.from(times(solved, right));
    const isSettled = next.every((value, index) => Math.abs(value - at(coefficients, index)) < SETTLED);
    coefficients = next;
    if (isSettled) break;
  }
  return { names, coefficients, covariance, dispersion, rows: used.length };
}

function rowOf(
  actual: number,
  expected: number,
  terms: readonly Term[],
  places: ReadonlyMap<string, number>,
): Row {
  return {
    ...{ actual, expected },
    places: Int32Array.from([0, ...terms.map(({ name }) => places.get(name) ?? 0)]),
    amounts: Float64Array.from([1, ...terms.map(({ amount }) => amount)]),
  };
}

function meanOf({ expected, places, amounts }: Row, coefficients: Float64Array): number {
  let log = 0;
  for (let term = 0; term < places.length; term += 1) {
    log += at(coefficients, at(places, term)) * at(amounts, term);
  }
  return expected * Math.exp(Math.min(20, Math.max(-20, log)));
}

/** Mean of Pearson's squared residuals, those that are far counting as far and not more; at least 1. */
function dispersionOf(rows: readonly Row[], means: Float64Array): number {
  const squares = means.map((mean, index) => ((rows[index]?.actual ?? mean) - mean) ** 2 / mean);
  squares.sort();
  const middle = squares[Math.floor(squares.length / 2)] ?? 1;
  // Of a normal residual half of the squares are below 0.455 of their mean.
  const most = (FAR ** 2 * Math.max(middle, 0.455)) / 0.455;
  return Math.max(1, squares.reduce((total, square) => total + Math.min(square, most), 0) / squares.length);
}

/** In terms of variance: so that their inverse is the covariance. */
function normalEquations(rows: readonly Row[], { means, dispersion, usual }: Round): Normal {
  const size = usual.length;
  const matrix = Array.from(usual, (deviation, index) => new Float64Array(size).with(index, deviation ** -2));
  const right = new Float64Array(size);
  for (const [index, row] of rows.entries()) {
    const mean = at(means, index);
    const deviation = Math.abs(row.actual - mean) / Math.sqrt(dispersion * mean);
    const weight = ((deviation > FAR ? FAR / deviation : 1) * mean) / dispersion;
    const working = Math.log(mean / row.expected) + (row.actual - mean) / mean;
    addRow({ matrix, right }, row, weight, working);
  }
  return { matrix, right };
}

function addRow({ matrix, right }: Normal, { places, amounts }: Row, weight: number, working: number): void {
  for (let one = 0; one < places.length; one += 1) {
    const place = at(places, one);
    const line = matrix[place];
    if (line === undefined) continue;
    const weighted = weight * at(amounts, one);
    right[place] = at(right, place) + weighted * working;
    for (let other = 0; other < places.length; other += 1) {
      const column = at(places, other);
      line[column] = at(line, column) + weighted * at(amounts, other);
    }
  }
}
