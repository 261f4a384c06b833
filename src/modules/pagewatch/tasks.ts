import type { Cron, Job } from '../../platform/jobs/index.ts';
import { checkPages, type PagewatchDeps } from './check-pages.ts';
import { tellFindings } from './tell-findings.ts';

/** Daily, where PCI DSS asks for weekly; the answer of a shop that is down is awaited with growing pauses. */
function checkJob(deps: PagewatchDeps): Job<'pagewatch.check', undefined> {
  return {
    name: 'pagewatch.check',
    parse: () => undefined,
    run: async ({ db, now, isLastAttempt, log }) => {
      const found = await checkPages(db, deps, { now, isLastAttempt });
      if (found.length > 0) log.warn({ found }, 'payment pages are not as approved');
    },
  };
}

const tellJob: Job<'pagewatch.tell', undefined> = {
  name: 'pagewatch.tell',
  parse: () => undefined,
  run: ({ db, now }) => db.transaction().execute((tx) => tellFindings(tx, now)),
};

export function pagewatchJobs(deps: PagewatchDeps): readonly Job[] {
  return [checkJob(deps), tellJob];
}

export const pagewatchCrons: readonly Cron[] = [
  { name: 'pagewatch.check', schedule: '23 5 * * *', job: 'pagewatch.check' },
  { name: 'pagewatch.tell', schedule: '17 * * * *', job: 'pagewatch.tell' },
];
