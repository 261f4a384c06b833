import { normalQuantile } from './special/normal.ts';

/** An estimate with the range that covers the truth in `confidence` of such cases. */
export type Interval = {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** In (0, 1): 0.95. */
  readonly confidence: number;
};

/** The z that a standard normal number stays within, on either side, with probability `confidence`. */
export function twoSided(confidence: number): number {
  return normalQuantile(1 - tailOf(confidence));
}

/** What is left out on each side. Throws a RangeError where `confidence` is not in (0, 1). */
export function tailOf(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`no confidence: ${confidence}`);
  return (1 - confidence) / 2;
}
