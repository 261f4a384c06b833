import { fitCombination, medians } from '../combination.ts';
import { fitTsb } from '../demand/fit-tsb.ts';
import { responses } from '../horizon/responses.ts';
import { fitSes } from '../smoothing/fit-ses.ts';
import { pointForecasts, type Smoothing } from '../smoothing/smoothing.ts';
import { type Fitted, flat } from './fitted.ts';

/** Simple smoothing as a method; undefined where no period is known. */
export function sesMethod(values: ArrayLike<number>, horizon: number): Fitted | undefined {
  return levelMethod(fitSes(values), horizon, 2);
}

/** TSB as a method; undefined where no period is known. */
export function tsbMethod(values: ArrayLike<number>, horizon: number): Fitted | undefined {
  return levelMethod(fitTsb(values), horizon, 3);
}

/**
 * The median of four smoothings as a method, of a series without seasons: its errors are the medians of those
 * of its parts, which are the errors of its median, and so are its responses. Undefined where no period is
 * known.
 */
export function combinationMethod(values: ArrayLike<number>, horizon: number): Fitted | undefined {
  const parts = fitCombination(values, [])?.parts;
  if (parts === undefined) return undefined;
  return {
    means: medians(parts.map((part) => pointForecasts(part, horizon))),
    factors: new Float64Array(horizon).fill(1),
    errors: medians(parts.map(({ errors }) => errors)),
    responses: medians(parts.map((part) => responses(part, Math.max(0, horizon - 1)))),
    estimated: 2,
  };
}

function levelMethod(fitted: Smoothing | undefined, horizon: number, estimated: number): Fitted | undefined {
  if (fitted === undefined) return undefined;
  const { level, alpha, errors } = fitted;
  return flat(level, horizon, { errors, estimated, response: () => alpha });
}
