import { parseId } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { guardedPost } from '../../platform/fetch/index.ts';
import { enqueue, type Job, type JobContext } from '../../platform/jobs/index.ts';
import type { Attempt, DeliveryId, WebhookDeps } from './endpoint.ts';
import { bodyOf } from './message-body.ts';
import { DELIVER } from './post-messages.ts';
import { dueAt, verdictOf } from './retry-plan.ts';
import { signedHeaders } from './signature.ts';
import { type DueDelivery, insertAttempt, selectDue } from './store/deliveries.ts';
import { type EndpointRecord, lockEndpoint, selectEndpoint, writeEndpoint } from './store/endpoints.ts';

/** Standard Webhooks 1.0.0: 15 to 30 seconds. */
const WAIT_MS = 20_000;

type Order = { readonly deliveryId: DeliveryId; readonly attempt: number };

/**
 * One attempt to deliver a message. A process that dies between the receiver's yes and our note of it sends the message
 * again, under the same `webhook-id`: at least once.
 */
export function deliverJob(deps: WebhookDeps, waitMs = WAIT_MS): Job<typeof DELIVER, Order> {
  return {
    name: DELIVER,
    parse: orderOf,
    run: async (context, { deliveryId, attempt: number }) => {
      const delivery = await selectDue(context.db, deliveryId);
      if (delivery?.state !== 'pending' || delivery.attempts !== number - 1) return;
      const endpoint = await selectEndpoint(context.db, delivery.endpointId);
      if (!endpoint) return;
      const attempt = await send(deps, context, { delivery, endpoint, waitMs });
      await context.db.transaction().execute((tx) => note(tx, delivery, attempt, context.now));
    },
  };
}

async function send(
  deps: WebhookDeps,
  { db, now: at }: JobContext,
  given: { readonly delivery: DueDelivery; readonly endpoint: EndpointRecord; readonly waitMs: number },
): Promise<Attempt> {
  const { delivery, endpoint, waitMs } = given;
  const number = delivery.attempts + 1;
  const nothing = { number, at, status: undefined, excerpt: '', tookMs: 0 };
  if (!endpoint.isActive) return { ...nothing, error: 'the endpoint is switched off' };
  const body = await bodyOf(db, delivery);
  const secrets = endpoint.sealedSecrets.map(deps.secrets.open);
  const began = performance.now();
  const posted = await guardedPost(endpoint.url, {
    ...{ body, timeoutMs: waitMs, ...(deps.allowPrivate ? { allowPrivate: deps.allowPrivate } : {}) },
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Institor/0.1 (webhooks)',
      ...signedHeaders({ id: delivery.messageId, body, now: Temporal.Now.instant() }, secrets),
    },
  });
  const tookMs = Math.round(performance.now() - began);
  if (!posted.ok) return { ...nothing, tookMs, error: posted.refusal.message };
  const { status, excerpt } = posted.value;
  // PostgreSQL refuses a zero byte in text.
  return { ...nothing, tookMs, status, excerpt: excerpt.replaceAll('\0', ''), error: '' };
}

async function note(tx: Tx, delivery: DueDelivery, attempt: Attempt, now: Temporal.Instant): Promise<void> {
  const endpoint = await lockEndpoint(tx, delivery.endpointId);
  const verdict = verdictOf(attempt.status);
  const step = delivery.step + 1;
  const isOver = verdict === 'gone' || endpoint?.isActive !== true;
  const nextAttemptAt = verdict === 'again' && !isOver ? dueAt(step, now) : undefined;
  const state = verdict === 'delivered' ? 'delivered' : nextAttemptAt === undefined ? 'failed' : 'pending';
  if (!(await insertAttempt(tx, delivery.id, attempt, { state, step, nextAttemptAt }))) return;
  if (verdict === 'gone' && endpoint) {
    await writeEndpoint(tx, { ...endpoint, isActive: false, inactiveReason: 'gone' }, now);
  }
  if (nextAttemptAt === undefined) return;
  const payload = { deliveryId: delivery.id, attempt: attempt.number + 1 };
  await enqueue(tx, DELIVER, payload, { runAt: nextAttemptAt });
}

function orderOf(payload: unknown): Order {
  const given = typeof payload === 'object' && payload !== null ? payload : {};
  const id = 'deliveryId' in given && typeof given.deliveryId === 'string' ? given.deliveryId : '';
  const attempt = 'attempt' in given ? given.attempt : undefined;
  const deliveryId = parseId<'webhook_delivery'>(id);
  if (deliveryId === undefined || typeof attempt !== 'number') {
    throw new RangeError('a job to deliver a message names none');
  }
  return { deliveryId, attempt };
}
