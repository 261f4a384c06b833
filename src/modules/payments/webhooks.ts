import { sql } from 'kysely';
import { type Id, ok, parseId, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import type { PaymentId } from './payment.ts';
import type { ProviderEvent, ProviderName } from './provider.ts';
import type { PaymentDeps } from './providers.ts';
import { instant } from './store/values.ts';

/** Most bytes of a webhook's body. Providers' are some thousand. */
export const WEBHOOK_BYTES = 512 * 1024;

export type WebhookRefusal = Refusal<
  'unknown_provider' | 'too_large' | 'bad_signature' | 'too_old' | 'unreadable'
>;

/** A webhook whose signature is right. What its body claims is still no more than a reason to ask. */
export type VerifiedWebhook = {
  readonly provider: ProviderName;
  readonly event: ProviderEvent;
  readonly rawBody: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Verifies a webhook over its raw bytes. Outside of any transaction: some providers have to be asked for it. */
export async function verifyWebhook(
  deps: PaymentDeps,
  input: {
    readonly provider: ProviderName;
    readonly rawBody: Uint8Array;
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly now: Temporal.Instant;
  },
): Promise<Result<VerifiedWebhook, WebhookRefusal>> {
  const { rawBody, headers } = input;
  if (rawBody.byteLength > WEBHOOK_BYTES) return refuse('too_large', `at most ${WEBHOOK_BYTES} bytes`);
  const provider = await deps.providers.get(input.provider);
  if (provider === undefined) return refuse('unknown_provider', 'no such provider is set up');
  const read = await provider.readWebhook(rawBody, headers, input.now);
  if (!read.ok) return read;
  const text = textOf(rawBody);
  if (text === undefined) return refuse('unreadable', 'the body is no UTF-8 text');
  return ok({ provider: input.provider, event: read.value, rawBody: text, headers: kept(headers) });
}

export type KeptWebhook = {
  /** False for a repetition: nothing was written. */
  readonly isNew: boolean;
  readonly webhookId: Id<'webhook_event'> | undefined;
  /** The payment to read again; none for what is about no payment of this shop. */
  readonly paymentId: PaymentId | undefined;
};

/** Keeps a webhook once, however often it is delivered. Enqueue what it asks for in the same transaction. */
export async function keepWebhook(
  tx: Tx,
  { webhook, now }: { readonly webhook: VerifiedWebhook; readonly now: Temporal.Instant },
): Promise<KeptWebhook> {
  const { provider, event, rawBody, headers } = webhook;
  const own = event.paymentId === undefined ? undefined : parseId<'payment'>(event.paymentId);
  const { rows } = await sql<{ id: Id<'webhook_event'> | null; payment_id: PaymentId | null }>`
    with payment as (
      select id from payments.payment
      where provider = ${provider} and (reference = ${event.reference ?? null} or id = ${own ?? null}::uuid)
      order by reference is not distinct from ${event.reference ?? null} desc limit 1
    ), kept as (
      insert into payments.webhook_event (id, provider, event_id, kind, payment_id, raw_body, headers, received_at)
      values (${newId()}, ${provider}, ${event.id}, ${event.kind}, (select id from payment), ${rawBody},
        ${JSON.stringify(headers)}::jsonb, ${instant(now)})
      on conflict on constraint webhook_event_once do nothing
      returning id, payment_id
    )
    select (select id from kept) as id, (select id from payment) as payment_id`.execute(tx);
  const [row] = rows;
  const webhookId = row?.id ?? undefined;
  return { isNew: webhookId !== undefined, webhookId, paymentId: row?.payment_id ?? undefined };
}

/** Notes that a payment's webhooks have been acted on, in the transaction of their effect. */
export async function settleWebhooks(
  tx: Tx,
  input: { readonly paymentId: PaymentId; readonly outcome: string; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    update payments.webhook_event set processed_at = ${instant(input.now)}, outcome = ${input.outcome}
    where payment_id = ${input.paymentId} and processed_at is null`.execute(tx);
}

const HEADERS = /^(stripe-|paypal-|event-|institor-|content-type$|user-agent$)/;

function kept(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value !== undefined && HEADERS.test(name.toLowerCase())
      ? [[name.toLowerCase(), value.slice(0, 2_000)]]
      : [],
  );
  return Object.fromEntries(entries);
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
