import { countsOfForecast, forecastCounts } from '../../../statistics/forecast/horizon/counts-of-forecast.ts';
import type { DemandForecast } from '../../../statistics/index.ts';
import { demandAhead, type StoredForecast } from '../../forecasting/index.ts';

const KNOWN_DAYS = 365;

/**
 * A stored forecast as orders are reckoned with: the days from `today` on, counts by a negative binomial of the forecast's own
 * mean and error variance. Beyond a year every day is as the average of that year.
 */
export function forecastFrom(stored: StoredForecast, today: Temporal.PlainDate): DemandForecast {
  const { meanOver: known, varianceOver } = demandAhead(stored, today);
  const momentsOver = (days: number) => {
    const within = Math.min(days, KNOWN_DAYS);
    // Errors of a level go on: the deviation grows as the mean does.
    const more = days > KNOWN_DAYS ? days / KNOWN_DAYS : 1;
    return { mean: known(within) * more, variance: varianceOver(within) * more ** 2 };
  };
  const meanOver = (days: number) => {
    if (days > KNOWN_DAYS) return (known(KNOWN_DAYS) * days) / KNOWN_DAYS;
    const whole = Math.floor(days);
    const rest = days - whole;
    return rest === 0 ? known(whole) : known(whole) + rest * (known(whole + 1) - known(whole));
  };
  return {
    ...{ meanOver, kept: new Map() },
    demandOver: (days) => {
      const { mean, variance } = momentsOver(days);
      return countsOfForecast(mean, variance);
    },
    countsOver: (days) => {
      const { mean, variance } = momentsOver(days);
      return forecastCounts(mean, variance);
    },
  };
}
