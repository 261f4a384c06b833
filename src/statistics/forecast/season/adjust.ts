import { at } from '../../series.ts';
import { fitSeason, type Season, type SeasonFit } from './fit-season.ts';

export type Adjusted = {
  /** The series without its seasons. */
  readonly values: Float64Array;
  /** Those that were found and taken out, in that order. */
  readonly seasons: readonly SeasonFit[];
};

/** Below this share of an ordinary period a phase counts as closed: it tells nothing of the level. */
const CLOSED = 0.02;

/** The series without those of its seasons that `fitSeason` finds, the shortest first. */
export function adjustSeasons(values: ArrayLike<number>, seasons: readonly Season[]): Adjusted {
  return seasons
    .toSorted((one, other) => one.length - other.length)
    .reduce<Adjusted>(
      (adjusted, season) => {
        const fit = fitSeason(adjusted.values, season);
        if (fit === undefined) return adjusted;
        return { values: withoutSeason(adjusted.values, fit), seasons: [...adjusted.seasons, fit] };
      },
      { values: Float64Array.from(values), seasons: [] },
    );
}

/** The series without seasons that were found in another stretch of it, which began in the same period. */
export function withoutSeasons(values: ArrayLike<number>, seasons: readonly SeasonFit[]): Adjusted {
  const plain = seasons.reduce(withoutSeason, Float64Array.from(values));
  return { values: plain, seasons };
}

/** The series without its season. Periods of a phase in which hardly anything ever happens become NaN. */
export function withoutSeason(values: ArrayLike<number>, { kind, indices }: SeasonFit): Float64Array {
  return Float64Array.from(values).map((value, period) => {
    const index = at(indices, period % indices.length);
    if (kind === 'additive') return value - index;
    return index < CLOSED ? Number.NaN : value / index;
  });
}

/**
 * Forecasts of the periods after a series of `start` with its seasons: what was taken out last is put back
 * first.
 */
export function inSeason(seasons: readonly SeasonFit[], start: number, plain: Float64Array): Float64Array {
  return seasons.reduceRight((forecasts, season) => {
    const indices = indicesAhead(season, start, forecasts.length);
    if (season.kind === 'additive') return forecasts.map((value, step) => value + at(indices, step));
    return forecasts.map((value, step) => value * at(indices, step));
  }, plain);
}

/**
 * What the seasons make of an error in each of the `horizon` periods after `start` ones; 1 where they are
 * added.
 */
export function factorsAhead(seasons: readonly SeasonFit[], start: number, horizon: number): Float64Array {
  const multiplied = seasons.filter(({ kind }) => kind === 'multiplicative');
  return inSeason(multiplied, start, new Float64Array(horizon).fill(1));
}

/** The index of each of the `horizon` periods that follow the first `start` ones. */
export function indicesAhead({ indices }: SeasonFit, start: number, horizon: number): Float64Array {
  return new Float64Array(horizon).map((_, step) => at(indices, (start + step) % indices.length));
}
