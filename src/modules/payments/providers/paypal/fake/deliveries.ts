import { createSign, randomUUID } from 'node:crypto';
import { signedText } from '../transmission.ts';
import type { Signer } from './certificate.ts';
import type { PaypalEvent } from './world.ts';

export type Signing = {
  readonly signer: Signer;
  readonly origin: string;
  readonly webhookId: string;
  readonly now: Temporal.Instant;
};

export type PaypalDelivery = {
  readonly rawBody: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
};

/** An event as it is sent: the raw bytes and their signature for one webhook. */
export function deliveryOf(event: PaypalEvent, signing: Signing): PaypalDelivery {
  const body = {
    ...{ id: event.id, event_version: '1.0', create_time: event.created.toString() },
    ...{ resource_type: event.resourceType, event_type: event.type, summary: event.type },
    ...{ resource: event.resource, links: [] },
  };
  const rawBody = Buffer.from(JSON.stringify(body));
  return { rawBody, headers: signedHeaders(rawBody, signing) };
}

export function signedHeaders(rawBody: Uint8Array, signing: Signing): Record<string, string> {
  const { signer, origin, webhookId } = signing;
  const transmission = { id: randomUUID(), time: signing.now.toString({ smallestUnit: 'second' }) };
  const text = signedText(transmission, webhookId, rawBody);
  return {
    'content-type': 'application/json',
    'paypal-transmission-id': transmission.id,
    'paypal-transmission-time': transmission.time,
    'paypal-transmission-sig': createSign('RSA-SHA256').update(text).sign(signer.privateKey, 'base64'),
    'paypal-cert-url': `${origin}/v1/notifications/certs/${signer.name}`,
    'paypal-auth-algo': 'SHA256withRSA',
  };
}

/**
 * Sends events to an endpoint over HTTP: each as often as `times` says, in the order given. An endpoint that does not
 * answer with a 2xx is tried again by the caller, as PayPal does for three days.
 */
export async function deliver(
  url: string,
  events: readonly PaypalEvent[],
  options: Signing & { readonly times: number },
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
