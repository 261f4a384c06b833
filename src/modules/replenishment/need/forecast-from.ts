import { countsOfForecast } from '../../../statistics/forecast/horizon/counts-of-forecast.ts';
import type { DemandForecast } from '../../../statistics/index.ts';
import { demandOver, type StoredForecast } from '../../forecasting/index.ts';

const KNOWN_DAYS = 365;

/**
 * A stored forecast as orders are reckoned with: the days from `today` on, counts by a negative binomial of the forecast's own
 * mean and error variance. Beyond a year every day is as the average of that year.
 */
export function forecastFrom(stored: StoredForecast, today: Temporal.PlainDate): DemandForecast {
  const means = new Map<number, number>();
  const known = (days: number) => {
    const found = means.get(days) ?? demandOver(stored, { from: today, days }).mean;
    means.set(days, found);
    return found;
  };
  const meanOver = (days: number) => {
    const whole = Math.min(Math.floor(days), KNOWN_DAYS);
    if (days > KNOWN_DAYS) return (known(KNOWN_DAYS) * days) / KNOWN_DAYS;
    const rest = days - whole;
    return rest === 0 ? known(whole) : known(whole) + rest * (known(whole + 1) - known(whole));
  };
  return {
    meanOver,
    demandOver: (days) => {
      const within = demandOver(stored, { from: today, days: Math.min(days, KNOWN_DAYS) });
      // Errors of a level go on: the deviation grows as the mean does.
      const more = days > KNOWN_DAYS ? days / KNOWN_DAYS : 1;
      return countsOfForecast(within.mean * more, within.variance * more ** 2);
    },
  };
}
