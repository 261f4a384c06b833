import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { enqueueMany } from '../../platform/jobs/index.ts';
import { type Reaction, reactToEach, type Told } from '../../platform/outbox/index.ts';
import { insertDeliveries, insertMessages, type Message } from './store/deliveries.ts';
import { selectEndpoints } from './store/endpoints.ts';
import { hears, type PublicTopic, TOPICS } from './topics.ts';

export const DELIVER = 'webhooks.deliver';

/** Most things that one message is about. */
const MOST_AT_ONCE = 50;

/** Turns every event that others may hear of into messages to those who want it. */
export const webhookReactions: readonly Reaction[] = reactToEach('webhooks', TOPICS, postMessages);

async function postMessages(tx: Tx, event: Told<PublicTopic>): Promise<void> {
  const endpoints = (await selectEndpoints(tx)).filter(
    ({ isActive, topics }) => isActive && topics.some((pattern) => hears(pattern, event.topic)),
  );
  if (endpoints.length === 0) return;
  const messages = messagesOf(event);
  await insertMessages(tx, messages);
  const deliveries = messages.flatMap(({ id: messageId }) =>
    endpoints.map((endpoint) => ({ id: newId<'webhook_delivery'>(), messageId, endpointId: endpoint.id })),
  );
  await insertDeliveries(tx, deliveries, event.toldAt);
  const jobs = deliveries.map(({ id }) => ({ payload: { deliveryId: id, attempt: 1 } }));
  await enqueueMany(tx, DELIVER, jobs);
}

/** One message, or several where the event is about more than one should carry. Ids sort as events were told. */
function messagesOf({ id, topic, payload, toldAt: happenedAt }: Told<PublicTopic>): readonly Message[] {
  const number = `msg_${String(id).padStart(12, '0')}`;
  const parts = partsOf(payload);
  return parts.map((about, index) => ({
    ...{ topic, about, happenedAt },
    id: parts.length === 1 ? number : `${number}_${String(index + 1).padStart(4, '0')}`,
  }));
}

function partsOf(payload: Told<PublicTopic>['payload']): readonly object[] {
  if ('variantIds' in payload) return chunks(payload.variantIds).map((variantIds) => ({ variantIds }));
  if ('productIds' in payload) return chunks(payload.productIds).map((productIds) => ({ productIds }));
  return [payload];
}

function chunks(ids: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(ids.length / MOST_AT_ONCE);
  return Array.from({ length: count }, (_, part) =>
    ids.slice(part * MOST_AT_ONCE, (part + 1) * MOST_AT_ONCE),
  );
}
