import { ok, parseId, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import type { Delivery, DeliveryId, EndpointId } from './endpoint.ts';
import { bodyOf } from './message-body.ts';
import { DELIVER } from './post-messages.ts';
import { restart, selectDeliveries, selectDelivery, selectDue } from './store/deliveries.ts';
import type { PublicTopic } from './topics.ts';

const MOST = 100;

export type DeliveryPage = {
  readonly deliveries: readonly Delivery[];
  readonly nextCursor: string | undefined;
};

/** What was sent and how it went, the latest first, a page of at most 100 at a time. */
export async function readDeliveries(
  db: Db,
  input: {
    readonly endpointId?: EndpointId;
    readonly state?: Delivery['state'];
    readonly topic?: PublicTopic;
    readonly cursor?: string;
    readonly limit?: number;
  } = {},
): Promise<Result<DeliveryPage, Refusal<'invalid_cursor'>>> {
  const { endpointId, state, topic, cursor, limit = 50 } = input;
  const before = cursor === undefined ? undefined : parseId<'webhook_delivery'>(cursor);
  if (cursor !== undefined && before === undefined) {
    return refuse('invalid_cursor', 'a cursor is what the page before gave', 'cursor');
  }
  const size = Math.min(Math.max(Math.trunc(limit), 1), MOST);
  const found = await selectDeliveries(db, {
    limit: size + 1,
    ...{ endpointId, state, topic, before },
  });
  const deliveries = found.slice(0, size);
  return ok({ deliveries, nextCursor: found.length > size ? deliveries.at(-1)?.id : undefined });
}

/** One delivery, with the body that would be sent now: what it is about is read when it is sent. */
export async function readDelivery(
  db: Db,
  id: DeliveryId,
): Promise<{ readonly delivery: Delivery; readonly body: string } | undefined> {
  const [delivery, due] = await Promise.all([selectDelivery(db, id), selectDue(db, id)]);
  return delivery && due && { delivery, body: await bodyOf(db, due) };
}

/** Sends the message again, under the same id and with what it is about as it is now, repeating as if it were new. */
export async function replayDelivery(
  tx: Tx,
  { id, now }: { readonly id: DeliveryId; readonly now: Temporal.Instant },
): Promise<Result<undefined, Refusal<'not_found'>>> {
  const attempts = await restart(tx, id, now);
  if (attempts === undefined) return refuse('not_found', 'there is no such delivery', 'id');
  await enqueue(tx, DELIVER, { deliveryId: id, attempt: attempts + 1 });
  return ok(undefined);
}
