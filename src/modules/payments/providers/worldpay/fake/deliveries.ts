import { signEvent, type WebhookSecret } from '../webhook.ts';
import { renderEvent } from './render.ts';
import type { WorldpayEvent } from './world.ts';

export type WorldpayDelivery = {
  readonly rawBody: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
};

/** An event as it is sent: the raw bytes and their signature, one for each live secret. */
export function deliveryOf(event: WorldpayEvent, secrets: readonly WebhookSecret[]): WorldpayDelivery {
  const rawBody = Buffer.from(JSON.stringify(renderEvent(event), null, 2));
  return { rawBody, headers: signedHeaders(rawBody, secrets) };
}

export function signedHeaders(
  rawBody: Uint8Array,
  secrets: readonly WebhookSecret[],
): Record<string, string> {
  return {
    'content-type': 'application/vnd.worldpay.events-v1.hal+json',
    'event-signature': signEvent(rawBody, secrets),
  };
}

/** Sends events to an endpoint over HTTP: each as often as `times` says, in the order given. */
export async function deliver(
  url: string,
  events: readonly WorldpayEvent[],
  { secrets, times }: { readonly secrets: readonly WebhookSecret[]; readonly times: number },
): Promise<number[]> {
  const statuses: number[] = [];
  for (const event of events) {
    for (let time = 0; time < times; time += 1) {
      const { rawBody, headers } = deliveryOf(event, secrets);
      const response = await fetch(url, { method: 'POST', body: Buffer.from(rawBody), headers });
      await response.arrayBuffer();
      statuses.push(response.status);
    }
  }
  return statuses;
}
