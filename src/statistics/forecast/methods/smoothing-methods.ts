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
 * The median of four smoothings as a method, of a series without seasons, and simple smoothing, which is one of them: errors of
 * the median are the medians of those of its parts, and so are its responses. Undefined where no period is known.
 */
export function combinationMethods(
  values: ArrayLike<number>,
  horizon: number,
): { readonly combination: Fitted; readonly ses: Fitted } | undefined {
  const parts = fitCombination(values, [])?.parts;
  const ses = levelMethod(parts?.[0], horizon, 2);
  if (parts === undefined || ses === undefined) return undefined;
  const combination = {
    means: medians(parts.map((part) => pointForecasts(part, horizon))),
    factors: new Float64Array(horizon).fill(1),
    errors: medians(parts.map(({ errors }) => errors)),
    responses: medians(parts.map((part) => responses(part, Math.max(0, horizon - 1)))),
    estimated: 2,
  };
  return { combination, ses };
}

function levelMethod(fitted: Smoothing | undefined, horizon: number, estimated: number): Fitted | undefined {
  if (fitted === undefined) return undefined;
  const { level, alpha, errors } = fitted;
  return flat(level, horizon, { errors, estimated, response: () => alpha });
}
