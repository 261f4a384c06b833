import type { Db } from '../../platform/database/index.ts';
import { readAllMethods } from '../payments/index.ts';
import type { NewFinding } from './finding.ts';
import { keepLook, notSeen } from './keep-look.ts';
import { lookAtPages } from './look/look.ts';
import { insertFindings } from './store/findings.ts';
import { tellFindings } from './tell-findings.ts';

export type PagewatchDeps = {
  /** Where shoppers reach the shop: what stands between it and them is looked at too. */
  readonly baseUrl: string;
};

/**
 * Looks at the pages where money is paid and keeps what differs. Rejects when the shop does not answer; the last time
 * that is a finding too: a dead letter tells who runs the server, the finding tells the owner of the shop.
 */
export async function checkPages(
  db: Db,
  { baseUrl }: PagewatchDeps,
  { now, isLastAttempt }: { readonly now: Temporal.Instant; readonly isLastAttempt: boolean },
): Promise<readonly NewFinding[]> {
  try {
    const look = await lookAtPages(baseUrl, { fieldsOf: await fieldsIn(db) });
    return await db.transaction().execute((tx) => keepLook(tx, look, now));
  } catch (error) {
    if (isLastAttempt) {
      await db.transaction().execute(async (tx) => {
        await insertFindings(tx, [notSeen('no_answer')], now);
        await tellFindings(tx, now);
      });
    }
    throw error;
  }
}

/** Providers whose own fields stand in a page of the shop. */
async function fieldsIn(db: Db): Promise<string[]> {
  const methods = await readAllMethods(db);
  const inPage = methods.filter(({ isActive, mode }) => isActive && mode === 'in_page');
  return [...new Set(inPage.map(({ provider }) => provider))].toSorted();
}
