const DAYS_OF_YEAR = 365;

/**
 * What one unit that is wanted and not there costs: its margin, times the share of shoppers who do not take
 * something else of like margin, plus what is lost besides (`goodwill`). In the units of `margin`; 0 where
 * there is no margin to lose. Throws a RangeError where `substituted` is no share.
 *
 * @example shortageCost({ margin: 12, substituted: 0.25 }) // 9
 */
export function shortageCost({
  margin,
  substituted,
  goodwill = 0,
}: {
  readonly margin: number;
  readonly substituted: number;
  readonly goodwill?: number;
}): number {
  if (!(substituted >= 0 && substituted <= 1)) throw new RangeError(`no share of shoppers: ${substituted}`);
  return Math.max(0, margin * (1 - substituted) + goodwill);
}

/** What a unit costs each day it lies: capital, space, risk, as a share of its cost a year. */
export function holdingCostPerDay(unitCost: number, sharePerYear: number): number {
  return (unitCost * sharePerYear) / DAYS_OF_YEAR;
}

/**
 * The chance of not running out that costs least: p / (p + h) (Snyder and Shen 2019, chapter 4), with
 * `shortage` p of a unit short and `holding` h of a unit left over until the next order comes, both of one
 * cycle. What spoils until then costs its whole value. 0 where being short costs nothing, 1 where lying costs
 * nothing.
 *
 * @example costOptimalService({ shortage: 0.7, holding: 0.18 }) // 0.795
 */
export function costOptimalService({
  shortage,
  holding,
}: {
  readonly shortage: number;
  readonly holding: number;
}): number {
  if (!(shortage >= 0 && holding >= 0)) throw new RangeError(`costs of ${shortage} short, ${holding} left`);
  return shortage === 0 ? 0 : shortage / (shortage + holding);
}
