import { z } from 'zod';
import { areCheckDigitsRight } from './check-digits.ts';
import type { ProviderName } from './provider.ts';

const key = z
  .string({ error: 'is missing' })
  .trim()
  .min(8, 'is shorter than any that a provider gives')
  .max(500, 'is longer than any that a provider gives');
const line = (most: number) =>
  z.string({ error: 'is missing' }).trim().min(1, 'is missing').max(most, `has at most ${most} characters`);

/** Stripe's keys say by their beginning what they are: a secret one in the other's place would be seen by every browser. */
const stripeKey = (kinds: RegExp, message: string) => key.regex(kinds, message);

/** One live secret, or two while they change. */
const webhookSecrets = z
  .array(key, { error: 'is missing' })
  .min(1, 'is missing')
  .max(2, 'has at most two secrets');

/** What opens a provider. Kept sealed; what is secret of it is shown to nobody. */
export const CREDENTIALS = {
  test: z.object({}),
  stripe: z.object({
    secretKey: stripeKey(/^[sr]k_/, 'begins with sk_ or rk_'),
    publishableKey: stripeKey(/^pk_/, 'begins with pk_'),
    webhookSecrets,
  }),
  paypal: z.object({
    ...{ clientId: key, clientSecret: key, webhookId: key },
    /** The webhook before this one, as long as its deliveries still come. */
    previousWebhookId: key.optional(),
    environment: z.enum(['sandbox', 'live'], { error: 'is sandbox or live' }),
  }),
  worldpay: z.object({
    ...{ username: key, password: key, entity: line(100), checkoutId: key },
    environment: z.enum(['try', 'live'], { error: 'is try or live' }),
    webhookSecrets: z
      .array(z.object({ keyId: line(100), secret: key }), { error: 'is missing' })
      .min(1, 'is missing')
      .max(2, 'has at most two secrets'),
  }),
  bank_transfer: z.object({
    holder: line(70),
    iban: z
      .string({ error: 'is missing' })
      .transform((text) => text.replace(/\s/g, '').toUpperCase())
      .refine(
        (text) => /^[A-Z]{2}\d{2}/.test(text) && areCheckDigitsRight(text),
        'is no IBAN: a digit is wrong',
      ),
    bic: z.string().trim().max(11, 'has at most 11 characters').optional(),
    bank: z.string().trim().max(70, 'has at most 70 characters').optional(),
  }),
  cash_on_delivery: z.object({}),
} satisfies Readonly<Record<ProviderName, z.ZodType>>;

export type Credentials<Name extends ProviderName> = z.infer<(typeof CREDENTIALS)[Name]>;

/**
 * How what is sent stands to what is kept. `all`: it is everything. `rest_stays`: what is left out stays as it is, an empty
 * text takes it away. `old_webhook_stays`: beside, the webhook secret that was live stays so behind the new one, while
 * the provider changes over; `old_webhook_goes`: only the newest is left.
 */
export type Amendment = 'all' | 'rest_stays' | 'old_webhook_stays' | 'old_webhook_goes';

/** What is sent, put together with what is kept: not checked yet. */
export function amendedCredentials(kept: unknown, sent: unknown, amendment: Amendment): unknown {
  if (amendment === 'all' || !isRecord(sent)) return sent;
  const before = isRecord(kept) ? kept : {};
  const merged = Object.fromEntries(
    Object.entries({ ...before, ...sent }).filter(([, value]) => value !== ''),
  );
  if (amendment === 'rest_stays') return merged;
  const { previousWebhookId: _, ...newest } = merged;
  const secrets = [listOf(sent['webhookSecrets']), listOf(before['webhookSecrets'])].flat();
  if (amendment === 'old_webhook_goes') {
    return secrets.length === 0 ? newest : { ...newest, webhookSecrets: secrets.slice(0, 1) };
  }
  const { webhookId } = before;
  const isNew = webhookId !== undefined && webhookId !== merged['webhookId'];
  const previous = isNew ? { previousWebhookId: webhookId } : {};
  return secrets.length === 0
    ? { ...merged, ...previous }
    : { ...merged, ...previous, webhookSecrets: secrets.slice(0, 2) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
