import type Stripe from 'stripe';
import { type Result, refuse } from '../../../../kernel/index.ts';
import { toStripeAmount } from '../../amounts/stripe.ts';
import type { Operation, ProviderRefusal, Snapshot } from '../../provider.ts';
import { isReplayedError, refusalOf } from './errors.ts';
import { readPayment } from './find.ts';

type Answered = Promise<Result<Snapshot, ProviderRefusal>>;

export function captureIntent(
  client: Stripe,
  operation: Operation & { readonly isFinal: boolean },
): Answered {
  const { isFinal } = operation;
  return operate(client, operation, async (intent, amount, idempotencyKey) => {
    const params = { amount_to_capture: amount, ...(isFinal ? {} : { final_capture: false }) };
    await client.paymentIntents.capture(intent, params, { idempotencyKey });
  });
}

/** Gives up an intent, or closes the page of a session on which nobody has paid. */
export async function voidIntent(client: Stripe, operation: Omit<Operation, 'amountMinor'>): Answered {
  const { reference, idempotencyKey } = operation;
  try {
    const intent = await intentIdOf(client, reference);
    if (intent === undefined) await client.checkout.sessions.expire(reference, {}, { idempotencyKey });
    else await client.paymentIntents.cancel(intent, {}, { idempotencyKey });
  } catch (error) {
    return refusalOf(error);
  }
  return readPayment(client, operation);
}

export function refundIntent(client: Stripe, operation: Operation & { readonly reason: string }): Answered {
  return operate(client, operation, async (intent, amount, idempotencyKey) => {
    const metadata = { payment_id: operation.paymentId, reason: operation.reason.slice(0, 200) };
    await client.refunds.create({ payment_intent: intent, amount, metadata }, { idempotencyKey });
  });
}

async function operate(
  client: Stripe,
  operation: Operation,
  call: (intent: string, amount: number, idempotencyKey: string) => Promise<void>,
): Answered {
  const amount = toStripeAmount(operation.amountMinor, operation.currency);
  if (amount === undefined) return refuse('unsupported_amount', 'Stripe cannot move exactly this amount');
  try {
    const intent = await intentIdOf(client, operation.reference);
    if (intent === undefined) return refuse('not_possible_now', 'nobody has paid on this page yet');
    await call(intent, amount, operation.idempotencyKey);
  } catch (error) {
    // Whether it had its effect cannot be told from the amounts: a person looks, or the daily reconciliation finds it.
    if (isReplayedError(error)) return refuse('refused_by_provider', 'Stripe failed and keeps its answer');
    return refusalOf(error);
  }
  return readPayment(client, operation);
}

/** The intent behind a reference; none for a page on which nobody has paid. */
async function intentIdOf(client: Stripe, reference: string): Promise<string | undefined> {
  if (!reference.startsWith('cs_')) return reference;
  const { payment_intent: intent } = await client.checkout.sessions.retrieve(reference);
  return typeof intent === 'string' ? intent : intent?.id;
}
