import type { Tx } from '../../platform/database/index.ts';
import { type Cron, enqueue, type Job } from '../../platform/jobs/index.ts';
import { BY_THE_SHOP, beginWork, workJob } from '../../platform/work/index.ts';
import type { AnalyticsClient } from '../analytics/index.ts';
import { FORECAST_WORK, forecastWork } from './run/forecast-work.ts';

const NIGHTLY = 'forecasting.begin_nightly';

export function forecastingJobs(analytics: AnalyticsClient): readonly Job[] {
  const nightly: Job<typeof NIGHTLY, undefined> = {
    name: NIGHTLY,
    parse: () => undefined,
    run: async ({ db, now }) => {
      const about = { title: 'Forecast what will be wanted', startedBy: BY_THE_SHOP, payload: {}, now };
      await db.transaction().execute((tx) => beginWork(tx, FORECAST_WORK, about));
    },
  };
  return [nightly, workJob(forecastWork(analytics))];
}

/** After the day has ended, and the warehouse has what was sold in it. */
export const forecastingCrons: readonly Cron[] = [
  { name: 'forecasting.forecast_each_night', schedule: '40 2 * * *', job: NIGHTLY },
];

/** Forecasts that do not wait for the night: of a past that came all at once, when the warehouse will have read it. */
export async function askForForecasts(tx: Tx, at: Temporal.Instant): Promise<void> {
  await enqueue(tx, NIGHTLY, {}, { runAt: at, key: `${NIGHTLY} ${at}` });
}
