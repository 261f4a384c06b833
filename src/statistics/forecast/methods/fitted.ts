/** A method fitted to a series: its forecasts, and what is needed to say how far they will miss. */
export type Fitted = {
  /** Forecasts of the periods after the series, in its units. */
  readonly means: Float64Array;
  /** Of the season, of the same periods; 1 where there is none. */
  readonly factors: Float64Array;
  /** One-step errors in the past, without season; NaN where there is none. */
  readonly errors: Float64Array;
  /**
   * What an error of 1 moves the forecasts of 1, 2, … periods later by; one less than there are forecasts.
   */
  readonly responses: Float64Array;
  /** How many numbers were fitted to the series. */
  readonly estimated: number;
};

/** One forecast for all periods ahead, without season. */
export function flat(
  level: number,
  horizon: number,
  rest: Pick<Fitted, 'errors' | 'estimated'> & { readonly response: (later: number) => number },
): Fitted {
  const { errors, estimated, response } = rest;
  return {
    means: new Float64Array(horizon).fill(level),
    factors: new Float64Array(horizon).fill(1),
    errors,
    responses: Float64Array.from({ length: Math.max(0, horizon - 1) }, (_, index) => response(index + 1)),
    estimated,
  };
}
