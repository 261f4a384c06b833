import type { Cron, Job } from '../../platform/jobs/index.ts';
import { readShop } from '../markets/index.ts';
import { agrees } from './agreement/agreement.ts';
import { keepAgreement } from './agreement/store.ts';
import type { AnalyticsClient } from './process/client.ts';

const NIGHTLY = 'analytics.check_agreement';
// What was posted late, or found to differ, is looked at again for so long.
const DAYS = 35;

/** What the worker asks of the warehouse every night; it asks again later when nobody answers. */
export function analyticsJobs(client: AnalyticsClient): readonly Job[] {
  const nightly: Job<typeof NIGHTLY, undefined> = {
    name: NIGHTLY,
    parse: () => undefined,
    run: async ({ db, log, now }) => {
      const { timeZone } = await readShop(db);
      const to = now.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 });
      const days = { from: to.subtract({ days: DAYS - 1 }), to };
      const refreshed = await client.refresh();
      if (!refreshed.ok) throw new Error(refreshed.refusal.message);
      const checked = await client.checkAgreement(days);
      if (!checked.ok) throw new Error(checked.refusal.message);
      await db.transaction().execute((tx) => keepAgreement(tx, days, checked.value, now));
      const differences = checked.value.filter((row) => !agrees(row)).length;
      if (differences > 0) log.error({ differences }, 'reports, journal and ledger do not agree');
    },
  };
  return [nightly];
}

export const analyticsCrons: readonly Cron[] = [
  { name: 'analytics.check_agreement', schedule: '20 4 * * *', job: NIGHTLY },
];
