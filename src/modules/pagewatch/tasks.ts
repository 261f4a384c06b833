import type { Db } from '../../platform/database/index.ts';
import type { Cron, Job } from '../../platform/jobs/index.ts';
import { readAllMethods } from '../payments/index.ts';
import { keepLook, notSeen } from './keep-look.ts';
import { lookAtPages } from './look/look.ts';
import { insertFindings } from './store/findings.ts';
import { tellFindings } from './tell-findings.ts';

export type PagewatchDeps = {
  /** Where shoppers reach the shop: what stands between it and them is looked at too. */
  readonly baseUrl: string;
};

/** Looks at the pages where money is paid. The answer of a shop that is down is awaited with growing pauses. */
function checkJob({ baseUrl }: PagewatchDeps): Job<'pagewatch.check', undefined> {
  return {
    name: 'pagewatch.check',
    parse: () => undefined,
    run: async ({ db, now, isLastAttempt, log }) => {
      try {
        const look = await lookAtPages(baseUrl, { fieldsOf: await fieldsIn(db) });
        const found = await db.transaction().execute((tx) => keepLook(tx, look, now));
        if (found.length > 0) log.warn({ found }, 'payment pages are not as approved');
      } catch (error) {
        // A dead letter tells who runs the server; the finding tells the owner of the shop.
        if (isLastAttempt) {
          await db.transaction().execute(async (tx) => {
            await insertFindings(tx, [notSeen('no_answer')], now);
            await tellFindings(tx, now);
          });
        }
        throw error;
      }
    },
  };
}

/** Providers whose own fields stand in a page of the shop. */
async function fieldsIn(db: Db): Promise<string[]> {
  const methods = await readAllMethods(db);
  const inPage = methods.filter(({ isActive, mode }) => isActive && mode === 'in_page');
  return [...new Set(inPage.map(({ provider }) => provider))].toSorted();
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
