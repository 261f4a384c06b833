import { countsOfForecast } from '../../../statistics/forecast/horizon/counts-of-forecast.ts';
import type { Demand, DemandForecast } from '../../../statistics/index.ts';
import { type DemandOver, demandOver, type StoredForecast } from '../../forecasting/index.ts';

const KNOWN_DAYS = 365;

/**
 * A stored forecast as orders are reckoned with: the days from `today` on, counts by a negative binomial of the forecast's own
 * mean and error variance. Beyond a year every day is as the average of that year.
 */
export function forecastFrom(stored: StoredForecast, today: Temporal.PlainDate): DemandForecast {
  // Levels, urgency and worth ask for the same days many times over.
  const over = new Map<number, Pick<DemandOver, 'mean' | 'variance'>>();
  const within = (days: number) => {
    const found = over.get(days) ?? demandOver(stored, { from: today, days });
    over.set(days, found);
    return found;
  };
  const counts = new Map<number, Demand>();
  const known = (days: number) => within(days).mean;
  const meanOver = (days: number) => {
    const whole = Math.min(Math.floor(days), KNOWN_DAYS);
    if (days > KNOWN_DAYS) return (known(KNOWN_DAYS) * days) / KNOWN_DAYS;
    const rest = days - whole;
    return rest === 0 ? known(whole) : known(whole) + rest * (known(whole + 1) - known(whole));
  };
  return {
    meanOver,
    demandOver: (days) => {
      const before = counts.get(days);
      if (before !== undefined) return before;
      const { mean, variance } = within(Math.min(days, KNOWN_DAYS));
      // Errors of a level go on: the deviation grows as the mean does.
      const more = days > KNOWN_DAYS ? days / KNOWN_DAYS : 1;
      const demand = countsOfForecast(mean * more, variance * more ** 2);
      counts.set(days, demand);
      return demand;
    },
  };
}
