import { signTimestamped } from '../../../signature.ts';
import type { StripeEvent } from './world.ts';

export type StripeDelivery = {
  readonly rawBody: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
};

/** An event as it is sent: the raw bytes and their signature, one for each live secret. */
export function deliveryOf(
  event: StripeEvent,
  { secrets, now }: { readonly secrets: readonly string[]; readonly now: Temporal.Instant },
): StripeDelivery {
  const body = {
    ...{ id: event.id, object: 'event', type: event.type, created: event.created, livemode: false },
    ...{ api_version: '2026-10-28.endive', pending_webhooks: 1, data: { object: event.object } },
  };
  const rawBody = Buffer.from(JSON.stringify(body, null, 2));
  return { rawBody, headers: signedHeaders(rawBody, { secrets, now }) };
}

export function signedHeaders(
  rawBody: Uint8Array,
  signing: { readonly secrets: readonly string[]; readonly now: Temporal.Instant },
): Record<string, string> {
  const signature = signTimestamped({ rawBody, ...signing });
  return { 'content-type': 'application/json', 'stripe-signature': signature };
}

/**
 * Sends events to an endpoint over HTTP: each as often as `times` says, in the order given. An endpoint that does not
 * answer with a 2xx is tried again by the caller, as Stripe does for three days.
 */
export async function deliver(
  url: string,
  events: readonly StripeEvent[],
  options: { readonly secrets: readonly string[]; readonly now: Temporal.Instant; readonly times: number },
): Promise<number[]> {
  const statuses: number[] = [];
  for (const event of events) {
    for (let time = 0; time < options.times; time += 1) {
      const { rawBody, headers } = deliveryOf(event, options);
      const response = await fetch(url, { method: 'POST', body: Buffer.from(rawBody), headers });
      await response.arrayBuffer();
      statuses.push(response.status);
    }
  }
  return statuses;
}
