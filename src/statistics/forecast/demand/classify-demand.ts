/**
 * How demand comes. `none`: never, or nothing is known. `dead`: not for so long that it would not have been
 * chance.
 */
export type DemandPattern = 'smooth' | 'erratic' | 'intermittent' | 'lumpy' | 'dead' | 'none';

export type DemandClass = {
  readonly pattern: DemandPattern;
  /** Known periods from the first demand on, for each that had some: 1 where all had. */
  readonly interval: number;
  /** Squared coefficient of variation of the demand of periods that had some. */
  readonly variation: number;
  /** Known periods since the last that had some. */
  readonly silence: number;
};

/** Where simple smoothing and Croston's method are equally good, in theory. */
const INTERVAL = 1.32;
const VARIATION = 0.49;
/** A silence that were as rare as this by chance is none. */
const BY_CHANCE = 0.001;

/**
 * The pattern of demand: Syntetos, Boylan and Croston (2005), "On the categorization of demand patterns", J.
 * Operational Research Society 56, figure 1: an interval of 1.32 and a variation of 0.49 tell smooth,
 * erratic, intermittent and lumpy apart. It is dead after a silence of `deadAfter` known periods or more that
 * would come by chance less than once in a thousand times. `values`: demand by period, oldest first; NaN
 * where it is not known.
 *
 * @example classifyDemand([2, 0, 0, 3, 0, 2], 13) // intermittent: interval 2, variation 0.061
 */
export function classifyDemand(values: ArrayLike<number>, deadAfter: number): DemandClass {
  let [periods, wanted, silence, total, squares] = [0, 0, 0, 0, 0];
  let untilLast = 0;
  for (const value of Float64Array.from(values)) {
    if (Number.isNaN(value) || (wanted === 0 && value <= 0)) continue;
    periods += 1;
    silence += 1;
    if (value <= 0) continue;
    [wanted, total, squares] = [wanted + 1, total + value, squares + value * value];
    [silence, untilLast] = [0, periods];
  }
  if (wanted === 0) return { pattern: 'none', interval: Number.POSITIVE_INFINITY, variation: 0, silence };
  const interval = untilLast / wanted;
  const size = total / wanted;
  const variation = Math.max(0, squares / wanted / (size * size) - 1);
  // The rate at which it came while it did, with one period more, so that it is never certain.
  const chance = (1 - wanted / (untilLast + 1)) ** silence;
  const isDead = silence >= deadAfter && chance < BY_CHANCE;
  return { pattern: isDead ? 'dead' : patternOf(interval, variation), interval, variation, silence };
}

function patternOf(interval: number, variation: number): DemandPattern {
  if (interval < INTERVAL) return variation < VARIATION ? 'smooth' : 'erratic';
  return variation < VARIATION ? 'intermittent' : 'lumpy';
}
