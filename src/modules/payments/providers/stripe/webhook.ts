import type Stripe from 'stripe';
import { z } from 'zod';
import { ok, refuse } from '../../../../kernel/index.ts';
import type { PaymentProvider } from '../../provider.ts';
import { verifyTimestamped } from '../../signature.ts';
import { jsonOf } from '../test/webhook.ts';
import { refusalOf } from './errors.ts';

const text = z.string().max(255);

/** What is read of an event: what it is about, and nothing that it says of it. */
const body = z.object({
  id: text.regex(/^evt_/),
  type: text,
  data: z.object({
    object: z.object({
      id: text.optional(),
      object: text,
      payment_intent: z.union([text, z.object({ id: text })]).nullish(),
      metadata: z.record(z.string(), z.string().max(500)).nullish(),
    }),
  }),
});

/**
 * Verifies Stripe's signature over the raw bytes and says what the event is about. A dispute, or a refund made in
 * Stripe's dashboard, knows its intent only: whose payment that is, the intent is asked.
 */
export async function readWebhook(
  deps: { readonly client: Stripe; readonly secrets: readonly string[] },
  input: {
    readonly rawBody: Uint8Array;
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly now: Temporal.Instant;
  },
): ReturnType<PaymentProvider['readWebhook']> {
  const { rawBody, headers, now } = input;
  const header = headers['stripe-signature'];
  const verified = verifyTimestamped({ header, rawBody, secrets: deps.secrets, now });
  if (!verified.ok) return verified;
  const parsed = body.safeParse(jsonOf(rawBody));
  if (!parsed.success) return refuse('unreadable', 'the body is no event of Stripe');
  const { id, type: kind, data } = parsed.data;
  const { object } = data;
  const isOwn = object.object === 'payment_intent' || object.object === 'checkout.session';
  const reference = isOwn ? object.id : intentIdOf(object.payment_intent);
  const paymentId = object.metadata?.['payment_id'] ?? (await paymentIdOf(deps.client, reference));
  return ok({ id, kind, reference, paymentId });
}

function intentIdOf(intent: string | { readonly id: string } | null | undefined): string | undefined {
  return typeof intent === 'object' ? intent?.id : intent;
}

async function paymentIdOf(client: Stripe, reference: string | undefined): Promise<string | undefined> {
  if (reference === undefined || !reference.startsWith('pi_')) return undefined;
  try {
    const { metadata } = await client.paymentIntents.retrieve(reference);
    return metadata['payment_id'];
  } catch (error) {
    const { refusal } = refusalOf(error);
    // An intent of another program with the same account: about no payment of this shop.
    if (refusal.code === 'unknown_payment') return undefined;
    throw error;
  }
}
