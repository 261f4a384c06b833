import { ok, refuse } from '../../../../kernel/index.ts';
import {
  changeEndpoint,
  createEndpoint,
  type Delivery,
  dropOldSecret,
  type Endpoint,
  readDeliveries,
  readDelivery,
  readEndpoints,
  removeEndpoint,
  replayDelivery,
  rotateSecret,
  WEBHOOK_TOPICS,
} from '../../../../modules/webhooks/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import type { webhookEndpoints } from '../contract/webhooks.ts';
import type { AdminDeps } from '../deps.ts';

export function webhookHandlers({ db, reads, secrets }: AdminDeps): Handlers<typeof webhookEndpoints> {
  const deps = { secrets };
  return {
    listWebhookEndpoints: async ({ query }) =>
      pageOfAll('webhook_endpoints', query, await readEndpoints(reads), {
        keyOf: ({ id }) => id,
        itemOf: endpointAnswer,
      }),
    createWebhookEndpoint: async ({ body, now, tx }) => {
      const made = await createEndpoint(tx, deps, { ...body, now });
      if (!made.ok) return made;
      return ok({ endpoint: endpointAnswer(made.value.endpoint), secret: made.value.secret });
    },
    changeWebhookEndpoint: async ({ params: { id }, body, now }) => {
      const change = { id, ...sentFields(body), now };
      const changed = await transactOrRefuse(db, (tx) => changeEndpoint(tx, deps, change));
      return changed.ok ? ok(endpointAnswer(changed.value)) : changed;
    },
    removeWebhookEndpoint: async ({ params: { id } }) => {
      const removed = await transactOrRefuse(db, (tx) => removeEndpoint(tx, id));
      return removed.ok ? ok({ isRemoved: true }) : removed;
    },
    rotateWebhookSecret: ({ params: { id }, now, tx }) => rotateSecret(tx, deps, { id, now }),
    dropOldWebhookSecret: async ({ params: { id }, now }) => {
      const dropped = await transactOrRefuse(db, (tx) => dropOldSecret(tx, { id, now }));
      return dropped.ok ? ok({ isDropped: true }) : dropped;
    },
    listWebhookDeliveries: async ({ query }) => {
      const page = await readDeliveries(reads, sentFields(query));
      if (!page.ok) return page;
      const { deliveries, nextCursor } = page.value;
      return ok({ items: deliveries.map(deliveryAnswer), nextCursor });
    },
    readWebhookDelivery: async ({ params: { id } }) => {
      const found = await readDelivery(reads, id);
      if (found === undefined) return refuse('not_found', 'there is no such delivery', 'id');
      return ok({ ...deliveryAnswer(found.delivery), body: found.body });
    },
    listWebhookTopics: async () => ok({ items: WEBHOOK_TOPICS }),
    replayWebhookDelivery: async ({ params: { id }, now, tx }) => {
      const queued = await replayDelivery(tx, { id, now });
      return queued.ok ? ok({ isQueued: true }) : queued;
    },
  };
}

function endpointAnswer({ createdAt, ...endpoint }: Endpoint) {
  return { ...endpoint, createdAt: createdAt.toString() };
}

function deliveryAnswer({ happenedAt, nextAttemptAt, attempts, ...delivery }: Delivery) {
  return {
    ...delivery,
    happenedAt: happenedAt.toString(),
    nextAttemptAt: nextAttemptAt?.toString(),
    attempts: attempts.map(({ at, ...attempt }) => ({ ...attempt, at: at.toString() })),
  };
}
