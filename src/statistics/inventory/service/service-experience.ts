/** How many cycles (or pieces) of the past were reckoned to be short, and were. */
export type ServiceExperience = {
  /** Cycles that have ended. */
  readonly cycles: number;
  /** Of them, or of the pieces that were wanted in them. */
  readonly reckoned: number;
  readonly short: number;
};

/** In so many cycles what came counts as much as what was reckoned with. */
const HALF = 20;
const [LEAST, MOST] = [0.2, 5];

/**
 * How many times as much was short as was reckoned with: what a model of one item does not know (that shoppers who find
 * nothing do not wait, that levels move with forecasts, that orders overtake each other, that a season comes to all
 * items at once) is seen in what came of its orders. Actual over expected, drawn to 1 by credibility
 * Z = n / (n + 20) of n cycles (Bühlmann and Gisler 2005, A Course in Credibility Theory, chapter 3), from 0.2 to 5.
 *
 * @example experienceFactor({ cycles: 450, reckoned: 45, short: 90 }) // 1.96
 */
export function experienceFactor({ cycles, reckoned, short }: ServiceExperience): number {
  if (!(reckoned > 0)) return 1;
  const credibility = cycles / (cycles + HALF);
  return Math.min(MOST, Math.max(LEAST, 1 + credibility * (short / reckoned - 1)));
}

/** The service to aim at so that, by that experience, `target` comes of it: 1 − (1 − target) / factor, not below a half. */
export function aimedService(target: number, factor: number): number {
  return Math.max(Math.min(target, 0.5), 1 - (1 - target) / factor);
}
