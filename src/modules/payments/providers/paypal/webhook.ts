import { z } from 'zod';
import { ok, refuse } from '../../../../kernel/index.ts';
import type { PaymentProvider, ProviderEvent } from '../../provider.ts';
import { jsonOf } from '../test/webhook.ts';
import type { Certificates } from './certificates.ts';
import type { PaypalClient } from './client.ts';
import { isMissing, thrown } from './errors.ts';
import { paymentIdOf } from './marks.ts';
import { transmissionOf, verifyTransmission } from './transmission.ts';

const text = z.string().max(255);

/** What is read of an event: what it is about, and nothing that it says of it. */
const body = z.object({
  id: text.min(1),
  event_type: text.min(1),
  resource_type: text.optional(),
  resource: z.object({
    id: text.optional(),
    custom_id: text.optional(),
    purchase_units: z.array(z.object({ custom_id: text.optional() })).optional(),
    supplementary_data: z
      .object({ related_ids: z.object({ order_id: text.optional() }).optional() })
      .optional(),
    links: z.array(z.object({ rel: text, href: z.string().max(2_000) })).optional(),
    disputed_transactions: z
      .array(z.object({ seller_transaction_id: text.optional(), custom: text.optional() }))
      .optional(),
  }),
});

type Resource = z.infer<typeof body>['resource'];

/**
 * Verifies PayPal's signature over the raw bytes and says what the event is about. A refund and a dispute know their
 * capture only: whose order that is, the capture is asked.
 */
export async function readWebhook(
  deps: {
    readonly client: PaypalClient;
    readonly certificates: Certificates;
    readonly webhookIds: readonly string[];
  },
  input: {
    readonly rawBody: Uint8Array;
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly now: Temporal.Instant;
  },
): ReturnType<PaymentProvider['readWebhook']> {
  const { rawBody, headers, now } = input;
  const transmission = transmissionOf(headers);
  const verified = await verifyTransmission(deps, { transmission, rawBody, now });
  if (!verified.ok) return verified;
  const parsed = body.safeParse(jsonOf(rawBody));
  if (!parsed.success) return refuse('unreadable', 'the body is no event of PayPal');
  const { id, event_type: kind, resource } = parsed.data;
  return ok({ id, kind, ...(await aboutOf(deps.client, kind, resource)) });
}

type About = Pick<ProviderEvent, 'reference' | 'paymentId'>;

async function aboutOf(client: PaypalClient, kind: string, resource: Resource): Promise<About> {
  if (kind.startsWith('CHECKOUT.ORDER.')) {
    return { reference: resource.id, paymentId: paymentIdOf(resource.purchase_units?.[0]?.custom_id) };
  }
  const reference = resource.supplementary_data?.related_ids?.order_id;
  const paymentId = paymentIdOf(resource.custom_id);
  if (reference !== undefined) return { reference, paymentId };
  const captureId = captureIdOf(resource);
  return captureId === undefined ? { reference, paymentId } : aboutCapture(client, captureId);
}

/** The capture that was disputed, or that a refund links up to. */
function captureIdOf({ disputed_transactions: disputed, links = [] }: Resource): string | undefined {
  const up = links.find(({ rel, href }) => rel === 'up' && href.includes('/captures/'));
  return disputed?.[0]?.seller_transaction_id ?? up?.href.split('/').at(-1);
}

async function aboutCapture(client: PaypalClient, captureId: string): Promise<About> {
  try {
    const { result } = await client.payments.getCapturedPayment({ captureId });
    const { customId, supplementaryData } = result;
    return { reference: supplementaryData?.relatedIds?.orderId, paymentId: paymentIdOf(customId) };
  } catch (error) {
    // A payment of another program with the same account: about none of this shop.
    if (isMissing(error)) return { reference: undefined, paymentId: undefined };
    // A webhook that cannot be placed now is not acknowledged, and comes again.
    throw thrown(error);
  }
}
