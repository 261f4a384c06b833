import type { Cron, Job } from '../../platform/jobs/index.ts';
import { deliverJob } from './deliver.ts';
import type { WebhookDeps } from './endpoint.ts';
import { deleteMessages } from './store/deliveries.ts';

const BATCH = 1_000;
const KEPT_DAYS = 30;

const prune: Job<'webhooks.prune', undefined> = {
  name: 'webhooks.prune',
  parse: () => undefined,
  run: async ({ db, now, signal }) => {
    const before = now.subtract({ hours: 24 * KEPT_DAYS });
    while (!signal.aborted && (await deleteMessages(db, before, BATCH)) === BATCH);
  },
};

/** The work that calls other people's programs. */
export function webhooksJobs(deps: WebhookDeps): readonly Job[] {
  return [deliverJob(deps), prune];
}

export const webhooksCrons: readonly Cron[] = [
  { name: 'webhooks.prune', schedule: '29 4 * * *', job: 'webhooks.prune' },
];
