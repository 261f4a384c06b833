import { type CurrencyCode, expectOk, type Locale, localeOf } from '../../../kernel/index.ts';
import { newId } from '../../../platform/id.ts';
import { beginPayment } from '../begin-payment.ts';
import { callProvider, readSnapshot } from '../call-provider.ts';
import { saveMethod } from '../methods.ts';
import type { Payment, PaymentChange, PaymentId } from '../payment.ts';
import type { Begun } from '../provider.ts';
import type { Answer, PaymentContext, ProviderCall } from '../provider-call.ts';
import type { PaymentDeps } from '../providers.ts';
import { recordAnswer, recordSnapshot } from '../record.ts';
import { readPayment } from '../store/payments.ts';
import { keepWebhook, verifyWebhook } from '../webhooks.ts';
import { aBegin, type BeginInput, type DeliveredWebhook, type Means, type ProviderWorld } from './world.ts';

/** A shop's side of a payment world: what orders do with payments' front door, and no more. */
export function aShop(world: Pick<ProviderWorld, 'db' | 'provider' | 'now'>) {
  const { db, provider, now } = world;
  const deps: PaymentDeps = {
    db,
    providers: { get: async (name) => (name === provider.name ? provider : undefined) },
  };
  const record = (answer: Answer): Promise<PaymentChange> =>
    db.transaction().execute((tx) => recordAnswer(tx, { answer, now: now() }));

  const begin = async (means: Means, change: BeginChange = {}): Promise<ProviderCall> => {
    const { mode } = means;
    const { orderId = newId(), amountMinor = 10_000n, isCapturedAtOnce = true } = change;
    const { currency, context } = contextOf(aBegin(means, { amountMinor }));
    return db.transaction().execute(async (tx) => {
      const method = await saveMethod(tx, {
        ...{ provider: provider.name, mode, isCapturedAtOnce, marketCodes: [], position: 0, isActive: true },
        ...{ titles: new Map<Locale, string>([[localeOf('en'), 'Card']]), limits: new Map() },
      });
      const methodId = expectOk(method).id;
      const input = { orderId, methodId, amountMinor, currency, context, now: now() };
      return expectOk(await beginPayment(tx, input));
    });
  };

  /** A payment that has begun, and what the shopper has to do next. */
  const start = async (means: Means, change: BeginChange = {}): Promise<Started> => {
    const call = await begin(means, change);
    const answer = await callProvider(deps, call);
    const { snapshot, next = { kind: 'none' } } = expectOk(answer.result);
    const { payment } = await record(answer);
    return { payment, begun: { snapshot, next } };
  };

  /** Reads the payment at its provider and records what it says. */
  const settle = async (paymentId: PaymentId): Promise<PaymentChange> => {
    const payment = await paymentOf(paymentId);
    const snapshot = expectOk(await readSnapshot(deps, payment));
    return db.transaction().execute((tx) => recordSnapshot(tx, { paymentId, snapshot, now: now() }));
  };

  const paymentOf = async (paymentId: PaymentId): Promise<Payment> => {
    const payment = await readPayment(db, paymentId);
    if (payment === undefined) throw new RangeError(`no payment ${paymentId}`);
    return payment;
  };

  /** What a webhook's door does: verify, keep, and read again what it is about. */
  const receive = async ({ rawBody, headers }: DeliveredWebhook, at = now()) => {
    const verified = await verifyWebhook(deps, { provider: provider.name, rawBody, headers, now: at });
    if (!verified.ok) return { code: verified.refusal.code, message: verified.refusal.message };
    const webhook = verified.value;
    const kept = await db.transaction().execute((tx) => keepWebhook(tx, { webhook, now: at }));
    if (kept.paymentId !== undefined) await settle(kept.paymentId);
    return { code: kept.isNew ? 'new' : 'known', message: '' };
  };

  return { deps, begin, start, settle, record, receive, paymentOf };
}

function contextOf(input: BeginInput): { currency: CurrencyCode; context: PaymentContext } {
  const { currency, orderNumber, isChallengeRequired, token, returnUrl, cancelUrl, webhookUrl, locale } =
    input;
  const { email, billingAddress, shippingAddress, lines } = input;
  const context = {
    ...{ orderNumber, isChallengeRequired, token, returnUrl, cancelUrl, webhookUrl, locale },
    ...{ email, billingAddress, shippingAddress, lines },
  };
  return { currency, context };
}

type BeginChange = {
  readonly orderId?: string;
  readonly amountMinor?: bigint;
  readonly isCapturedAtOnce?: boolean;
};

export type Started = { readonly payment: Payment; readonly begun: Begun };

/** All that is kept of a payment but when it was last looked at. */
export function factsOf(payment: Payment): Omit<Payment, 'updatedAt' | 'next'> {
  const { updatedAt: _, next: __, ...facts } = payment;
  return facts;
}
