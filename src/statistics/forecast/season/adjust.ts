import { at } from '../../series.ts';
import type { SeasonFit } from './fit-season.ts';

/** Below this share of an ordinary period a phase counts as closed: it tells nothing of the level. */
const CLOSED = 0.02;

/** The series without its season. Periods of a phase in which hardly anything ever happens become NaN. */
export function withoutSeason(values: ArrayLike<number>, { kind, indices }: SeasonFit): Float64Array {
  return Float64Array.from(values, (value, period) => {
    const index = at(indices, period % indices.length);
    if (kind === 'additive') return value - index;
    return index < CLOSED ? Number.NaN : value / index;
  });
}

/** The index of each of the `horizon` periods that follow the first `start` ones. */
export function indicesAhead({ indices }: SeasonFit, start: number, horizon: number): Float64Array {
  return new Float64Array(horizon).map((_, step) => at(indices, (start + step) % indices.length));
}
