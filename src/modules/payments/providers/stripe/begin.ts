import Stripe from 'stripe';
import { ok, type Result, refuse } from '../../../../kernel/index.ts';
import { toStripeAmount } from '../../amounts/stripe.ts';
import type { BeginPayment, Begun, NextStep, ProviderRefusal } from '../../provider.ts';
import { isReplayedError, refusalOf } from './errors.ts';
import { readPayment, wholeSnapshot } from './find.ts';
import { EXPAND, unpaidSnapshot } from './snapshot.ts';

type Input = BeginPayment & { readonly idempotencyKey: string };
type Answered = Promise<Result<Begun, ProviderRefusal>>;

/**
 * Begins a payment: a session of the hosted Checkout (redirect), an intent that is confirmed with a token of Stripe's
 * own form, or an intent that its Payment Element confirms in our page.
 */
export async function begin(
  deps: { readonly client: Stripe; readonly publishableKey: string },
  input: Input,
): Answered {
  const amount = toStripeAmount(input.amountMinor, input.currency);
  if (amount === undefined) {
    return refuse('unsupported_amount', `Stripe cannot take exactly this amount of ${input.currency}`);
  }
  const ask = (key: string) =>
    input.mode === 'redirect'
      ? openSession(deps.client, input, amount, key)
      : openIntent(deps, input, amount, key);
  try {
    return await ask(input.idempotencyKey);
  } catch (error) {
    if (isReplayedError(error)) return afterReplayedError(deps.client, input, ask);
    return afterDecline(deps, input, error);
  }
}

/** Stripe keeps an error of its own under the key. Had the call an effect, it is found; else another key is needed. */
async function afterReplayedError(client: Stripe, input: Input, ask: (key: string) => Answered): Answered {
  const { paymentId, currency } = input;
  const found = await readPayment(client, { reference: undefined, paymentId, currency });
  if (found.ok) return ok({ snapshot: found.value, next: { kind: 'none' } });
  try {
    return await ask(`${input.idempotencyKey}:again`);
  } catch (error) {
    return refusalOf(error);
  }
}

/** A declined card is an error of the call that confirmed the intent, and the intent is in the error. */
async function afterDecline({ client }: { readonly client: Stripe }, input: Input, error: unknown): Answered {
  const intent = error instanceof Stripe.errors.StripeCardError ? error.payment_intent : undefined;
  if (intent === undefined) return refusalOf(error);
  const { paymentId, currency } = input;
  const read = await readPayment(client, { reference: intent.id, paymentId, currency });
  return read.ok ? ok({ snapshot: read.value, next: { kind: 'none' } }) : read;
}

async function openIntent(
  { client, publishableKey }: { readonly client: Stripe; readonly publishableKey: string },
  input: Input,
  amount: number,
  idempotencyKey: string,
): Answered {
  const params: Stripe.PaymentIntentCreateParams = {
    ...{ amount, currency: input.currency.toLowerCase(), expand: EXPAND, metadata: metadataOf(input) },
    capture_method: input.isCapturedAtOnce ? 'automatic' : 'manual',
    automatic_payment_methods: { enabled: true },
    payment_method_options: { card: { ...challengeOf(input), request_multicapture: 'if_available' } },
    description: input.orderNumber,
    ...shippingOf(input),
    ...(input.token === undefined
      ? {}
      : { confirm: true, payment_method: input.token, return_url: input.returnUrl }),
  };
  const intent = await client.paymentIntents.create(params, { idempotencyKey });
  const snapshot = await wholeSnapshot(client, intent, intent.id);
  return ok({ snapshot, next: nextOf(intent, publishableKey) });
}

/**
 * One line with the order's total: lines of several pieces at a price each cannot say discounts and taxes that were
 * rounded line by line, and would not sum to what is due.
 */
async function openSession(client: Stripe, input: Input, amount: number, idempotencyKey: string): Answered {
  const metadata = metadataOf(input);
  const product = { name: input.orderNumber };
  const price = { currency: input.currency.toLowerCase(), unit_amount: amount, product_data: product };
  const session = await client.checkout.sessions.create(
    {
      ...{ mode: 'payment', metadata, client_reference_id: input.paymentId },
      line_items: [{ quantity: 1, price_data: price }],
      ...{ success_url: input.returnUrl, cancel_url: input.cancelUrl, customer_email: input.email },
      payment_intent_data: {
        ...{ metadata, description: input.orderNumber },
        capture_method: input.isCapturedAtOnce ? 'automatic' : 'manual',
      },
      payment_method_options: { card: challengeOf(input) },
    },
    { idempotencyKey },
  );
  const next: NextStep = session.url === null ? { kind: 'none' } : { kind: 'redirect', url: session.url };
  return ok({ snapshot: unpaidSnapshot(session), next });
}

function metadataOf(input: Input): Record<string, string> {
  return { payment_id: input.paymentId, order_number: input.orderNumber };
}

function challengeOf({ isChallengeRequired }: Input): { request_three_d_secure?: 'challenge' } {
  return isChallengeRequired ? { request_three_d_secure: 'challenge' } : {};
}

function shippingOf({ shippingAddress }: Input): Pick<Stripe.PaymentIntentCreateParams, 'shipping'> {
  if (shippingAddress === undefined) return {};
  const { name, line1, line2 = '', city, region = '', postalCode = '', country } = shippingAddress;
  const address = { line1, line2, city, state: region, postal_code: postalCode, country };
  return { shipping: { name, address } };
}

/** Redirects to the bank, or hands the page what Stripe's script needs to go on: both are made to be seen. */
function nextOf(intent: Stripe.PaymentIntent, publishableKey: string): NextStep {
  const url = intent.next_action?.redirect_to_url?.url;
  if (typeof url === 'string') return { kind: 'redirect', url };
  const isOpen = intent.status === 'requires_payment_method' || intent.status === 'requires_action';
  const { client_secret: clientSecret } = intent;
  if (!isOpen || clientSecret === null) return { kind: 'none' };
  return { kind: 'client', data: { publishableKey, clientSecret } };
}
