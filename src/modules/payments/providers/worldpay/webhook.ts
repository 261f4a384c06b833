import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ok, parseId, refuse } from '../../../../kernel/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { PaymentProvider } from '../../provider.ts';
import { jsonOf } from '../test/webhook.ts';
import { keepChargeback } from './chargebacks.ts';

export type WebhookSecret = { readonly keyId: string; readonly secret: string };

const text = z.string().min(1).max(255);

/** What is read of an event: what it is about. What it says of money is believed of a chargeback alone. */
const body = z.object({
  eventId: text,
  eventDetails: z.object({
    classification: text.optional(),
    type: text,
    transactionReference: text,
    amount: z.unknown(),
  }),
});

const amount = z.object({ value: z.number().int().positive(), currencyCode: z.string().length(3) });

/**
 * Verifies `Event-Signature` over the raw bytes ("Signature", Events). The scheme has no time in it, so an event can be
 * replayed for ever; that is safe because the same event is kept once, and because an event is only a reason to ask how
 * the payment stands now.
 *
 * Chargebacks are the exception: no query of Worldpay's has them, so that the signed event itself is what is known of
 * them. It is kept once as well, and a replay adds nothing.
 */
export async function readWebhook(
  { db, secrets }: { readonly db: Db; readonly secrets: readonly WebhookSecret[] },
  input: {
    readonly rawBody: Uint8Array;
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly now: Temporal.Instant;
  },
): ReturnType<PaymentProvider['readWebhook']> {
  const { rawBody, headers, now } = input;
  if (!isSigned(headers['event-signature'] ?? '', rawBody, secrets)) {
    return refuse('bad_signature', 'the event is not signed by a live secret');
  }
  const parsed = body.safeParse(jsonOf(rawBody));
  if (!parsed.success) return refuse('unreadable', 'the body is no event of Worldpay');
  const { eventId, eventDetails } = parsed.data;
  const { classification, type, transactionReference: reference } = eventDetails;
  const paymentId = parseId<'payment'>(reference);
  const said = amount.safeParse(eventDetails.amount);
  if (classification === 'chargeback' && paymentId !== undefined && said.success) {
    const { value, currencyCode: currency } = said.data;
    const chargeback = { eventId, kind: type, amountMinor: BigInt(value), currency, at: now };
    await keepChargeback(db, { paymentId, ...chargeback });
  }
  return ok({ id: eventId, kind: type, reference, paymentId });
}

/** A header has one signature for each live secret; nobody has more than a few. */
const MOST_SIGNATURES = 10;
const SIGNATURE = /^\s*([\w-]{1,100})\/SHA256\/([\w+/=-]{40,128})\s*$/i;

/** `keyId/SHA256/SIGNATURE[,…]` in any order: the secret is chosen by its key, and compared in constant time. */
function isSigned(header: string, rawBody: Uint8Array, secrets: readonly WebhookSecret[]): boolean {
  const parts = header.split(',');
  if (parts.length > MOST_SIGNATURES) return false;
  const matches = parts.map((part) => {
    const [, keyId = '', signature = ''] = SIGNATURE.exec(part) ?? [];
    const known = secrets.find((one) => one.keyId === keyId);
    return known !== undefined && isEqual(digestOf(known.secret, rawBody), signature);
  });
  return matches.includes(true);
}

function digestOf(secret: string, rawBody: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(rawBody).digest();
}

/** Worldpay shows no example of a signature's letters: hexadecimal and base64 cannot be mistaken for each other. */
function isEqual(digest: Buffer, signature: string): boolean {
  const given = Buffer.from(signature, /^[0-9a-f]{64}$/i.test(signature) ? 'hex' : 'base64');
  return given.length === digest.length && timingSafeEqual(given, digest);
}

/** The header that `readWebhook` accepts, one signature for each of the secrets. */
export function signEvent(rawBody: Uint8Array, secrets: readonly WebhookSecret[]): string {
  return secrets
    .map(({ keyId, secret }) => `${keyId}/SHA256/${digestOf(secret, rawBody).toString('hex')}`)
    .join(',');
}
