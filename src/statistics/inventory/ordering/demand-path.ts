import { at } from '../../series.ts';
import type { DemandForecast } from '../demand/demand-forecast.ts';

/** Expected demand from today on, day by day, as far as `days`. */
export type DemandPath = {
  readonly days: number;
  /** Units wanted until day t, 0 ≤ t ≤ days. */
  readonly unitsUntil: (t: number) => number;
  /** When so many units have been wanted; `days` where they are not by then. */
  readonly daysUntil: (units: number) => number;
  /** Unit-days that `units` lie from day `from` to day `to`, while they are sold as expected. */
  readonly unitDays: (units: number, from: number, to: number) => number;
};

export function demandPath(forecast: DemandForecast, days: number): DemandPath {
  const units = Float64Array.from({ length: days + 1 }, (_, day) => forecast.meanOver(day));
  // ∫ units from today on.
  const areas = new Float64Array(days + 1);
  for (let day = 1; day <= days; day += 1) {
    areas[day] = at(areas, day - 1) + (at(units, day - 1) + at(units, day)) / 2;
  }
  const unitsUntil = (t: number) => {
    const day = Math.min(days - 1, Math.floor(t));
    return at(units, day) + (t - day) * (at(units, day + 1) - at(units, day));
  };
  const areaUntil = (t: number) => {
    const day = Math.min(days - 1, Math.floor(t));
    return at(areas, day) + ((t - day) * (at(units, day) + unitsUntil(t))) / 2;
  };
  return {
    days,
    unitsUntil,
    daysUntil: (wanted) => crossing(units, wanted),
    unitDays: (held, from, to) => Math.max(0, held * (to - from) - (areaUntil(to) - areaUntil(from))),
  };
}

/** Where a series that does not fall reaches a value, between its whole places; its end where it does not. */
function crossing(values: Float64Array, target: number): number {
  let [below, above] = [0, values.length - 1];
  if (target <= at(values, below)) return below;
  if (target > at(values, above)) return above;
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (at(values, middle) < target) below = middle;
    else above = middle;
  }
  return below + (target - at(values, below)) / (at(values, above) - at(values, below));
}
