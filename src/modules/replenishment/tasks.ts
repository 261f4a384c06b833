import { z } from 'zod';
import { parseId } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { type Cron, enqueue, type Job } from '../../platform/jobs/index.ts';
import type { Reaction } from '../../platform/outbox/index.ts';
import { readPurchaseOrder } from '../purchasing/index.ts';
import { readGround } from './need/read-needs.ts';
import { reviewAllNeeds, reviewNeeds } from './need/review-needs.ts';

const REVIEW = 'replenishment.review';

const reviewJob: Job<typeof REVIEW, object> = {
  name: REVIEW,
  parse: z.object({}).parse,
  run: async ({ db, now, signal }) => void (await reviewAllNeeds(db, { now, signal })),
};

export const replenishmentJobs: readonly Job[] = [reviewJob];

export const replenishmentCrons: readonly Cron[] = [{ name: REVIEW, schedule: '17 * * * *', job: REVIEW }];

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
    name: 'replenishment.follow_suppliers',
    topic: 'purchasing.supplier_changed',
    run: (tx) => askForReview(tx),
  },
];
