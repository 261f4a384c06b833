import type { Id, Refusal } from '../../kernel/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';

export type EndpointId = Id<'webhook_endpoint'>;
export type DeliveryId = Id<'webhook_delivery'>;

/** Somebody else's program that hears what happens. Its secrets are told once, when they are made. */
export type Endpoint = {
  readonly id: EndpointId;
  readonly url: string;
  /** `orders.paid`, `orders.*`, or `*`. */
  readonly topics: readonly string[];
  readonly description: string;
  readonly isActive: boolean;
  /** `gone`: it answered 410. '' otherwise. */
  readonly inactiveReason: string;
  /** Two secrets sign: the receiver is changing over. */
  readonly isRotating: boolean;
  readonly createdAt: Temporal.Instant;
};

/** A message on its way to an endpoint, and how that went. */
export type Delivery = {
  readonly id: DeliveryId;
  /** The `webhook-id` that the receiver sees: the same however often it is sent. */
  readonly messageId: string;
  readonly endpointId: EndpointId;
  readonly topic: string;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly happenedAt: Temporal.Instant;
  readonly nextAttemptAt: Temporal.Instant | undefined;
  /** The latest last. */
  readonly attempts: readonly Attempt[];
};

export type Attempt = {
  readonly number: number;
  readonly at: Temporal.Instant;
  readonly status: number | undefined;
  readonly error: string;
  /** The beginning of what it answered. */
  readonly excerpt: string;
  readonly tookMs: number;
};

export type EndpointRefusal = Refusal<
  'bad_address' | 'unknown_topic' | 'too_many' | 'too_long' | 'not_found' | 'not_rotating'
>;

export type WebhookDeps = {
  readonly secrets: Secrets;
  /** Receivers that need not be on the public internet, at any port and without TLS: one's own, a test's. */
  readonly allowPrivate?: (host: string) => boolean;
};
