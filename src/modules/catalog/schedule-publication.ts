import type { Tx } from '../../platform/database/index.ts';
import { enqueueMany } from '../../platform/jobs/index.ts';
import type { Product } from './product.ts';

export const PUBLISH_DUE = 'catalog.publish_due';

/** Asks for a look at the very moment at which one of these products begins or ends to be published. */
export async function schedulePublication(
  tx: Tx,
  products: readonly Product[],
  now: Temporal.Instant,
): Promise<void> {
  const moments = new Map<string, Temporal.Instant>();
  for (const { status, publishAt, unpublishAt } of products) {
    if (status !== 'active') continue;
    for (const moment of [publishAt, unpublishAt]) {
      const isAhead = moment !== undefined && Temporal.Instant.compare(moment, now) > 0;
      if (isAhead) moments.set(moment.toString(), moment);
    }
  }
  const looks = [...moments].map(([text, runAt]) => ({ payload: {}, runAt, key: `${PUBLISH_DUE} ${text}` }));
  await enqueueMany(tx, PUBLISH_DUE, looks);
}
