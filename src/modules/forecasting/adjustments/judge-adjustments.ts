import type { Db } from '../../../platform/database/index.ts';
import type { AnalyticsClient } from '../../analytics/index.ts';
import { readShop } from '../../markets/index.ts';
import { noteActual, readUnjudged } from '../store/adjustments.ts';
import { readVariantIdsIn } from '../store/forecasts.ts';

const PAGE = 1_000;

/**
 * Notes what came in the days of changes that are over, so that it can be said whether they helped: pieces that were sold
 * by themselves, out of stock or not.
 *
 * @throws Error when the warehouse does not answer
 */
export async function judgeAdjustments(
  db: Db,
  analytics: Pick<AnalyticsClient, 'readDemand'>,
  now: Temporal.Instant,
): Promise<void> {
  const { timeZone } = await readShop(db);
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  for (const { id, scope, scopeId, from, to } of await readUnjudged(db, today)) {
    let [actual, after] = [0, ''];
    for (;;) {
      const variantIds = await readVariantIdsIn(db, { scope, scopeId, after, limit: PAGE });
      const last = variantIds.at(-1);
      if (last === undefined) break;
      const answer = await analytics.readDemand({ from, to, variantIds, limit: PAGE });
      if (!answer.ok) throw new Error(answer.refusal.message);
      actual += answer.value.reduce((sum, { units }) => sum + units, 0);
      after = last;
    }
    await noteActual(db, id, actual);
  }
}
