import { at } from '../series.ts';
import { type Season, seasonalBaseline } from './seasonal-baseline.ts';

export type AnomalyOptions = {
  /** Of how many ordinary days one may be called odd: 0.01 is one in a hundred. */
  readonly falseAlarmRate: number;
  /** `relative` compares ln(1 + value), for what grows in percent; `absolute` the values themselves. */
  readonly scale: 'relative' | 'absolute';
  /** Eight weeks where it is left out. */
  readonly season?: Season;
  /** How many earlier days a day is ranked among at most; 365 where it is left out. */
  readonly memory?: number;
};

export type DayScore = {
  readonly day: number;
  readonly value: number;
  readonly expected: number;
  /** An ordinary day is between them, but for the false alarms. */
  readonly low: number;
  readonly high: number;
  /** How far the value is from what was expected, in units of the usual distance: negative below. */
  readonly score: number;
  /** The share of days that are as far or farther: what an ordinary day would be this odd with. */
  readonly probability: number;
  readonly isAlarm: boolean;
};

const WEEKS: Season = { length: 7, count: 8 };

/**
 * For each day of a series whether it is odd, judged by the days before it only. Its distance from the
 * seasonal baseline is ranked among those of up to `memory` days before: of n of them, a day is an alarm
 * where fewer than ⌊rate (n + 1)⌋ were as far. As an ordinary day has any rank with the same probability,
 * false alarms come at that rate whatever the distribution (conformal prediction: Vovk, Gammerman and Shafer
 * 2005, Algorithmic Learning in a Random World, chapter 2; for anomalies Laxhammar and Falkman 2014, IEEE
 * TPAMI 36). Days that were odd for a known reason should be NaN in the series: they make later alarms rarer.
 * Undefined for days without enough before them: eight weeks and 1 / rate − 1 days. Yearly seasons are not
 * known to it.
 */
export function dailyAnomalies(
  series: ArrayLike<number>,
  { falseAlarmRate, scale, season = WEEKS, memory = 365 }: AnomalyOptions,
): (DayScore | undefined)[] {
  if (!(falseAlarmRate > 0 && falseAlarmRate < 1)) throw new RangeError(`no rate: ${falseAlarmRate}`);
  const { inward, outward } = SCALES[scale];
  const values = Float64Array.from(series, inward);
  const distances: number[] = [];
  return Array.from(values, (value, day) => {
    const baseline = seasonalBaseline(values, day, season);
    if (baseline === undefined || Number.isNaN(value)) return undefined;
    const { expected, scale: unit } = baseline;
    const score = value === expected ? 0 : (value - expected) / unit;
    const before = distances.slice(-memory).sort((one, other) => one - other);
    distances.push(Math.abs(score));
    const allowed = Math.floor(falseAlarmRate * (before.length + 1));
    if (allowed < 1) return undefined;
    const reach = at(before, before.length - allowed) * unit;
    const asFar = before.filter((distance) => distance >= Math.abs(score)).length;
    return {
      day,
      value: at(series, day),
      expected: outward(expected),
      low: outward(expected - reach),
      high: outward(expected + reach),
      score,
      probability: (asFar + 1) / (before.length + 1),
      isAlarm: asFar < allowed,
    };
  });
}

const SCALES = {
  absolute: { inward: (value: number) => value, outward: (value: number) => value },
  relative: { inward: Math.log1p, outward: Math.expm1 },
};
