import { z } from 'zod';
import { parseId } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { type Cron, enqueue, type Job } from '../../platform/jobs/index.ts';
import type { Reaction } from '../../platform/outbox/index.ts';
import { workJob } from '../../platform/work/index.ts';
import type { AnalyticsClient } from '../analytics/index.ts';
import { readLastRun } from '../forecasting/index.ts';
import { readPurchaseOrder } from '../purchasing/index.ts';
import { backtestWork } from './backtest/backtest-work.ts';
import { learnExperience } from './backtest/learn-experience.ts';
import { summariseHealth } from './health/health-store.ts';
import { reviewHealth } from './health/review-health.ts';
import { readGround } from './need/ground.ts';
import { reviewAllNeeds, reviewNeeds } from './need/review-needs.ts';

const REVIEW = 'replenishment.review';
const HEALTH = 'replenishment.review_health';
const LEARN = 'replenishment.learn_experience';

const reviewJob: Job<typeof REVIEW, object> = {
  name: REVIEW,
  parse: z.object({}).parse,
  run: async ({ db, now, signal }) => void (await reviewAllNeeds(db, { now, signal })),
};

export type ReplenishmentDeps = { readonly analytics: Pick<AnalyticsClient, 'readDemand'> };

/** What looks at the past asks the warehouse. */
export function replenishmentJobs({ analytics }: ReplenishmentDeps): readonly Job[] {
  const healthJob: Job<typeof HEALTH, object> = {
    name: HEALTH,
    parse: z.object({}).parse,
    run: ({ db, now, signal }) => reviewHealth({ db, analytics }, { now, signal }),
  };
  const learnJob: Job<typeof LEARN, object> = {
    name: LEARN,
    parse: z.object({}).parse,
    run: ({ db, now }) => learnExperience({ db, analytics }, { now }),
  };
  return [reviewJob, healthJob, learnJob, workJob(backtestWork(analytics))];
}

export const replenishmentCrons: readonly Cron[] = [
  { name: REVIEW, schedule: '3 * * * *', job: REVIEW },
  { name: HEALTH, schedule: '47 4 * * *', job: HEALTH },
  // After the week's forecasts: what a week brought is in it.
  { name: LEARN, schedule: '17 5 * * 1', job: LEARN },
];

/** Whether forecasts were made since health was looked at, and needs of them since. */
async function isHealthDue(db: Db, needsSince: Temporal.Instant): Promise<boolean> {
  const [run, { reviewedAt }] = [await readLastRun(db), await summariseHealth(db)];
  if (run === undefined || Temporal.Instant.compare(needsSince, run.endedAt) < 0) return false;
  return reviewedAt === undefined || Temporal.Instant.compare(reviewedAt, run.endedAt) < 0;
}

/** Asks for a look at the whole shop as soon as a worker is free; asked for twice it is one. */
export async function askForReview(tx: Tx): Promise<void> {
  await enqueue(tx, REVIEW, {}, { key: REVIEW, priority: 10 });
}

/** What was ordered, came, or will not come after all is looked at again at once, so that the list of needs is true. */
export const replenishmentReactions: readonly Reaction[] = [
  {
    name: 'replenishment.follow_orders',
    topic: 'purchasing.order_changed',
    run: async (tx, { payload: { orderId }, toldAt }) => {
      const id = parseId<'purchase_order'>(orderId);
      const order = id && (await readPurchaseOrder(tx, id));
      const variantIds = order?.lines.map(({ variantId }) => variantId) ?? [];
      await reviewNeeds(tx, variantIds, await readGround(tx, toldAt));
    },
  },
  {
    name: 'replenishment.follow_goods',
    topic: 'purchasing.goods_received',
    run: async (tx, { payload: { variantIds }, toldAt }) => {
      const ids = variantIds.flatMap((id) => parseId<'variant'>(id) ?? []);
      await reviewNeeds(tx, ids, await readGround(tx, toldAt));
    },
  },
  {
    name: 'replenishment.follow_forecasts',
    topic: 'forecasting.forecasts_made',
    run: (tx) => askForReview(tx),
  },
  {
    // What is too much is what lies above the levels of the new forecasts, so that needs come first.
    name: 'replenishment.health_follows_needs',
    topic: 'replenishment.needs_reviewed',
    run: async (tx, { payload: { begunAt } }) => {
      if (await isHealthDue(tx, Temporal.Instant.from(begunAt)))
        await enqueue(tx, HEALTH, {}, { key: HEALTH, priority: 10 });
    },
  },
  {
    name: 'replenishment.follow_suppliers',
    topic: 'purchasing.supplier_changed',
    run: (tx) => askForReview(tx),
  },
];
