import { fitCombination, medians } from '../combination.ts';
import { fitTsb, type TsbRates } from '../demand/fit-tsb.ts';
import { responses } from '../horizon/responses.ts';
import { atSameRates } from '../smoothing/at-same-rates.ts';
import { fitSes } from '../smoothing/fit-ses.ts';
import { pointForecasts, type Smoothing } from '../smoothing/smoothing.ts';
import { type Fitted, flat } from './fitted.ts';

/** Simple smoothing as a method; undefined where no period is known. */
export function sesMethod(values: ArrayLike<number>, horizon: number, like?: Smoothing) {
  return levelMethod(like ? atSameRates(like, values) : fitSes(values), horizon, 2);
}

/** TSB as a method; undefined where no period is known. */
export function tsbMethod(values: ArrayLike<number>, horizon: number, like?: TsbRates) {
  return levelMethod(fitTsb(values, like), horizon, 3);
}

/** A method of one smoothing, with what was fitted. */
export type LevelMethod<Rates extends Smoothing = Smoothing> = {
  readonly method: Fitted;
  readonly smoothing: Rates;
};

/**
 * The median of four smoothings as a method, of a series without seasons, and simple smoothing, which is one of them: errors of
 * the median are the medians of those of its parts, and so are its responses. Undefined where no period is known. `like`: parts
 * that were fitted before to another stretch of the series, whose rates are used.
 */
export function combinationMethods(
  values: ArrayLike<number>,
  horizon: number,
  like?: readonly Smoothing[],
): { readonly combination: Fitted; readonly ses: Fitted; readonly parts: readonly Smoothing[] } | undefined {
  const parts = like
    ? like.map((part) => atSameRates(part, values)).filter((part) => part !== undefined)
    : fitCombination(values, [])?.parts;
  const ses = levelMethod(parts?.[0], horizon, 2);
  if (parts === undefined || ses === undefined) return undefined;
  const combination = {
    means: medians(parts.map((part) => pointForecasts(part, horizon))),
    factors: new Float64Array(horizon).fill(1),
    errors: medians(parts.map(({ errors }) => errors)),
    responses: medians(parts.map((part) => responses(part, Math.max(0, horizon - 1)))),
    estimated: 2,
  };
  return { combination, ses: ses.method, parts };
}

function levelMethod<Rates extends Smoothing>(
  smoothing: Rates | undefined,
  horizon: number,
  estimated: number,
): LevelMethod<Rates> | undefined {
  if (smoothing === undefined) return undefined;
  const { level, alpha, errors } = smoothing;
  return { method: flat(level, horizon, { errors, estimated, response: () => alpha }), smoothing };
}
