import { z } from 'zod';
import { WEBHOOK_TOPICS } from '../../../../modules/webhooks/index.ts';
import {
  endpoint,
  id,
  instant,
  list,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { contact } from './contacts.ts';

const receiver = z
  .object({
    id: uuid(),
    url: z.string(),
    topics: z.array(z.string()),
    description: z.string(),
    isActive: z.boolean(),
    inactiveReason: z.string().describe('`gone`: it answered 410.'),
    isRotating: z.boolean().describe('Two secrets sign: the receiver is changing over.'),
    createdAt: instant(),
  })
  .meta({ id: 'WebhookEndpoint' });

const STATES = ['pending', 'delivered', 'failed'] as const;
const delivery = z
  .object({
    id: uuid(),
    messageId: z.string().describe('The `webhook-id` that the receiver sees.'),
    endpointId: uuid(),
    topic: z.string(),
    state: z.enum(STATES),
    happenedAt: instant(),
    nextAttemptAt: instant().optional(),
    attempts: z.array(
      z.object({
        number: z.int(),
        at: instant(),
        status: z.int().optional(),
        error: z.string(),
        excerpt: z.string(),
        tookMs: z.int(),
      }),
    ),
  })
  .meta({ id: 'WebhookDelivery' });

const secret = z
  .string()
  .describe('By which messages are signed (Standard Webhooks). In this answer and nowhere else.');
const fields = {
  url: text(2_000, 1),
  topics: list(text(100, 1), 50, 1).describe('`orders.paid`, `orders.*`, or `*`.'),
  description: text(500),
};
const REFUSALS = { bad_address: 422, unknown_topic: 422, too_many: 409, too_long: 422 } as const;
const FOUND = { ...REFUSALS, not_found: 404, not_rotating: 409 } as const;
const shared = { group: 'Webhooks', audience: 'webhooks:read', rate: 'read' } as const;
const write = { ...shared, audience: 'webhooks:write', rate: 'write' } as const;
const params = z.strictObject({ id: id<'webhook_endpoint'>() });

export const webhookEndpoints = {
  listWebhookEndpoints: endpoint({
    ...{ ...shared, method: 'GET', path: '/webhook-endpoints', summary: 'Programs that hear what happens' },
    ...{ query: z.strictObject(pageQuery), output: pageOf(receiver), refusals: { invalid_cursor: 422 } },
  }),
  createWebhookEndpoint: endpoint({
    ...{ ...write, method: 'POST', path: '/webhook-endpoints', summary: 'Have a program told what happens' },
    body: z.strictObject({ ...fields, description: fields.description.default('') }),
    output: z.object({ endpoint: receiver, secret }),
    ...{ idempotency: 'transaction', status: 201, refusals: FOUND },
    changes: { kind: 'webhook_endpoint', id: 'endpoint.id', read: 'listWebhookEndpoints' },
    stepUp: true,
  }),
  changeWebhookEndpoint: endpoint({
    ...{ ...write, method: 'PATCH', path: '/webhook-endpoints/{id}', summary: 'Change what a program hears' },
    description: 'Switched on again, it hears of what happens from then on.',
    body: z.strictObject({
      url: fields.url.optional(),
      topics: fields.topics.optional(),
      description: fields.description.optional(),
      isActive: z.boolean().optional(),
    }),
    ...{ params, output: receiver, refusals: FOUND },
    changes: { kind: 'webhook_endpoint', id: 'id', read: 'listWebhookEndpoints' },
  }),
  removeWebhookEndpoint: endpoint({
    ...{
      ...write,
      method: 'DELETE',
      path: '/webhook-endpoints/{id}',
      summary: 'Forget a program with its log',
    },
    ...{ params, output: z.object({ isRemoved: z.boolean() }), refusals: FOUND },
    changes: { kind: 'webhook_endpoint', id: 'id', read: 'listWebhookEndpoints' },
  }),
  rotateWebhookSecret: endpoint({
    ...{ ...write, method: 'POST', path: '/webhook-endpoints/{id}/secret', summary: 'Make a new secret' },
    description: 'Messages are signed with both until the old one is dropped. A third pushes the oldest out.',
    ...{ params, output: z.object({ secret }), idempotency: 'transaction', status: 201, refusals: FOUND },
    changes: { kind: 'webhook_endpoint', id: 'id', read: 'listWebhookEndpoints' },
    stepUp: true,
  }),
  dropOldWebhookSecret: endpoint({
    ...{ ...write, method: 'DELETE', path: '/webhook-endpoints/{id}/old-secret', summary: 'End a rotation' },
    ...{ params, output: z.object({ isDropped: z.boolean() }), refusals: FOUND },
    changes: { kind: 'webhook_endpoint', id: 'id', read: 'listWebhookEndpoints' },
  }),
  listWebhookDeliveries: endpoint({
    ...{ ...shared, method: 'GET', path: '/webhook-deliveries', summary: 'What was sent, the latest first' },
    query: z.strictObject({
      ...pageQuery,
      endpointId: id<'webhook_endpoint'>().optional(),
      state: z.enum(STATES).optional(),
      topic: z.enum(WEBHOOK_TOPICS).optional(),
    }),
    ...{ output: pageOf(delivery), refusals: { invalid_cursor: 422 } },
  }),
  readWebhookDelivery: endpoint({
    ...{
      ...shared,
      method: 'GET',
      path: '/webhook-deliveries/{id}',
      summary: 'One delivery with its message',
    },
    description: 'The message is what would be sent now: what it is about is read when it is sent.',
    params: z.strictObject({ id: id<'webhook_delivery'>() }),
    ...{ output: delivery.extend({ body: contact }), refusals: { not_found: 404 } },
  }),
  listWebhookTopics: endpoint({
    ...{ ...shared, method: 'GET', path: '/webhook-topics', summary: 'What programs may hear of' },
    ...{ output: z.object({ items: z.array(z.enum(WEBHOOK_TOPICS)) }), refusals: {} },
  }),
  replayWebhookDelivery: endpoint({
    ...{ ...write, method: 'POST', path: '/webhook-deliveries/{id}/replay', summary: 'Send a message again' },
    description: 'Under the same id, with what it is about as it is now.',
    params: z.strictObject({ id: id<'webhook_delivery'>() }),
    output: z.object({ isQueued: z.boolean() }),
    ...{ idempotency: 'transaction', status: 202, refusals: { not_found: 404 } },
    changes: { kind: 'webhook_delivery', id: 'id' },
  }),
};
