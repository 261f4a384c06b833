import { demandOver } from './demand-over.ts';
import type { StoredForecast } from './forecast.ts';
import type { Reason } from './reason.ts';

/** An effect that is smaller says nothing to anybody; what somebody changed is told however small it is. */
const LEAST = 0.02;
const LOOKED_AT_DAYS = 91;

/** Why the forecast of the next quarter is what it is, the strongest first, weekdays last: what was learnt, and what people changed. */
export function forecastReasons(forecast: StoredForecast): readonly Reason[] {
  const adjustments = forecast.adjustments.flatMap((one): Reason[] => {
    const span = { from: forecast.firstDay, days: LOOKED_AT_DAYS };
    const [without, within] = [
      demandOver({ ...forecast, adjustments: [] }, span).mean,
      demandOver({ ...forecast, adjustments: [one] }, span).mean,
    ];
    const effect = without > 0 ? within / without - 1 : 0;
    return [{ kind: 'adjustment', effect, text: one.reason }];
  });
  return [...forecast.reasons, ...adjustments]
    .filter(({ kind, effect }) => kind === 'adjustment' || Math.abs(effect) >= LEAST)
    .toSorted((one, other) => strengthOf(other) - strengthOf(one));
}

/** Weekdays move pieces within their week and make no more of them: they are told last. */
function strengthOf({ kind, effect }: Reason): number {
  return kind === 'weekday' ? 0 : Math.abs(effect);
}
