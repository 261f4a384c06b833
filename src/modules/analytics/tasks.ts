import { z } from 'zod';
import type { Tx } from '../../platform/database/index.ts';
import { type Cron, enqueue, enqueueMany, type Job } from '../../platform/jobs/index.ts';
import type { Reaction } from '../../platform/outbox/index.ts';
import { readShop } from '../markets/index.ts';
import { agrees } from './agreement/agreement.ts';
import { checkSettlement } from './agreement/check-settlement.ts';
import { keepSettlement } from './agreement/settled.ts';
import { isSettled } from './agreement/settlement.ts';
import { keepAgreement } from './agreement/store.ts';
import { noteAlive } from './annotations/alive.ts';
import { changedProductReactions } from './facts/changed-products.ts';
import type { AnalyticsClient } from './process/client.ts';

const NIGHTLY = 'analytics.check_agreement';
const FORGET = 'analytics.forget_customer';
const NOTE_ALIVE = 'analytics.note_alive';
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
      const { rows, orders } = checked.value;
      const settled = await checkSettlement(db, { zone: timeZone, ...days, rows, orders, now });
      await db.transaction().execute(async (tx) => {
        await keepAgreement(tx, days, rows, now);
        await keepSettlement(tx, days, settled, now);
      });
      const differences =
        rows.filter((row) => !agrees(row)).length +
        settled.settlements.filter((one) => !isSettled(one)).length;
      const named = settled.differences.length;
      if (differences + named > 0) {
        log.error({ differences, named }, 'reports, journal, ledger and providers do not agree');
      }
    },
  };
  const forget: Job<typeof FORGET, { customerId: string }> = {
    name: FORGET,
    parse: z.object({ customerId: z.uuid() }).parse,
    run: async (_, { customerId }) => {
      const forgotten = await client.forget(customerId);
      if (!forgotten.ok) throw new Error(forgotten.refusal.message);
    },
  };
  const alive: Job<typeof NOTE_ALIVE, undefined> = {
    name: NOTE_ALIVE,
    parse: () => undefined,
    run: ({ db, now }) => noteAlive(db, now),
  };
  return [nightly, forget, alive];
}

/** A check that does not wait for the night: of a past that came all at once, when the warehouse will have read it. */
export async function askForAgreement(tx: Tx, at: Temporal.Instant): Promise<void> {
  await enqueue(tx, NIGHTLY, {}, { runAt: at, key: `${NIGHTLY} ${at}` });
}

export const analyticsReactions: readonly Reaction[] = [
  ...changedProductReactions,
  {
    name: 'analytics.forget_erased',
    topic: 'customers.erased',
    // Again when the log has been written anew: events that were read from it before may have come in between.
    run: (tx, { payload: { customerId }, toldAt }) =>
      enqueueMany(
        tx,
        FORGET,
        [toldAt, toldAt.add({ minutes: 30 })].map((runAt) => ({ payload: { customerId }, runAt })),
      ),
  },
];

export const analyticsCrons: readonly Cron[] = [
  { name: NOTE_ALIVE, schedule: '* * * * *', job: NOTE_ALIVE },
  { name: 'analytics.check_agreement', schedule: '20 4 * * *', job: NIGHTLY },
];
