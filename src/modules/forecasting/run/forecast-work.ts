import type { WorkKind } from '../../../platform/work/index.ts';
import type { AnalyticsClient } from '../../analytics/index.ts';
import { judgeAdjustments } from '../adjustments/judge-adjustments.ts';
import { runForecasts } from './run-forecasts.ts';

/** The work of making all forecasts, as it is put in line. */
export const FORECAST_WORK = { name: 'forecasting.forecast_all', parse: () => ({}) } satisfies Pick<
  WorkKind<object>,
  'name' | 'parse'
>;

export function forecastWork(
  analytics: Pick<AnalyticsClient, 'readDemand' | 'readDemandMarks'>,
): WorkKind<object> {
  return {
    ...FORECAST_WORK,
    run: async ({ db, now, startedBy, report }) => {
      await judgeAdjustments(db, analytics, now);
      const outcome = await runForecasts({ db, analytics, now, startedBy, report });
      return outcome === undefined ? { result: {}, isCancelled: true } : { result: outcome };
    },
  };
}
