import type { Db } from '../../../../../platform/database/index.ts';
import type { Means, ProviderWorld, ShopperChoice, SigningKey } from '../../../contract/world.ts';
import type { Begun, DeclineKind, NextStep, PaymentProvider, Snapshot } from '../../../provider.ts';
import type { WebhookSecret } from '../webhook.ts';
import { openWorldpay } from '../worldpay-provider.ts';
import { chargeBack } from './act.ts';
import { deliveryOf, signedHeaders } from './deliveries.ts';
import { type FakeWorldpay, startFakeWorldpay } from './server.ts';
import { type Payment, type WorldpayEvent, worldpayId } from './world.ts';

const SECRETS: Readonly<Record<SigningKey, WebhookSecret>> = {
  live: { keyId: '2', secret: 'shared_secret_new' },
  second: { keyId: '1', secret: 'shared_secret_old' },
  wrong: { keyId: '2', secret: 'shared_secret_other' },
};

export const TEST_ACCOUNT = {
  ...{ username: 'institor_test', password: 'password_test', entity: 'default' },
  ...{ checkoutId: 'checkout-institor', environment: 'try' as const },
  webhookSecrets: [SECRETS.live, SECRETS.second],
};

export type WorldpayContractWorld = ProviderWorld & { readonly fake: FakeWorldpay };

/** Worldpay as the contract suite wants a provider: a fake of it, its shoppers and their banks. */
export async function worldpayWorld(
  db: Db,
  mode: 'in_page' | 'redirect',
  change: { readonly queryDelaySeconds?: number; readonly now?: () => Temporal.Instant } = {},
): Promise<WorldpayContractWorld> {
  const { queryDelaySeconds = 0, now = () => Temporal.Now.instant() } = change;
  const fake = await startFakeWorldpay({ ...TEST_ACCOUNT, now });
  const { world } = fake;
  const options = { db, now, queryDelaySeconds, account: TEST_ACCOUNT, apiBase: fake.origin };
  const provider = openWorldpay(options);
  const card = (name: string): Means => cardOf(fake, mode, name);
  const tell = async (payment: Payment, type: string, amount: number) => {
    const event = chargeBack(world, payment, { type, amount });
    const { rawBody, headers } = deliveryOf(event, [SECRETS.live]);
    await provider.readWebhook(rawBody, headers, now());
  };
  return {
    ...{ db, now, provider, fake, hasSignedTime: false, maySplitCaptures: true },
    // Worldpay says of no chargeback until when it can be answered.
    hidesEvidenceDue: true,
    wrongly: openWorldpay({ ...options, account: { ...TEST_ACCOUNT, password: 'of-somebody-else' } }),
    means: {
      approved: card('visa'),
      // On the hosted page a failed challenge leaves no trace that a shop could read.
      challenged: mode === 'in_page' ? card('visa_challenge') : undefined,
      frictionless: mode === 'in_page' ? card('visa') : undefined,
      declined: new Map(mode === 'in_page' ? declines(card) : []),
    },
    act: async (begun, choice) => {
      if (mode === 'redirect') await actOnPage(begun, choice);
      else await actInPage({ provider, begun, choice });
    },
    fault: (kind) => fake.failNext(kind),
    countPayments: async (paymentId) => paymentsOf(fake, paymentId).length,
    openDispute: async ({ reference }, amountMinor) =>
      tell(onlyPayment(fake, reference), 'informationRequested', Number(amountMinor)),
    closeDispute: async ({ reference, disputedMinor }, outcome) =>
      tell(
        onlyPayment(fake, reference),
        outcome === 'won' ? 'chargebackReversed' : 'chargedBack',
        Number(disputedMinor),
      ),
    // Its dashboard alone takes it.
    evidence: undefined,
    payOut: () => Promise.resolve(),
    webhookAbout: async (snapshot, key = 'live') => deliveryOf(eventAbout(snapshot, now()), [SECRETS[key]]),
    sign: async (rawBody, key) => ({ rawBody, headers: signedHeaders(rawBody, [SECRETS[key]]) }),
    amounts: [
      ['EUR', 1_999n],
      ['JPY', 500n],
      ['KWD', 5_124n],
    ],
  };
}

/** A session is used once: each payment has one of its own. */
function cardOf(fake: FakeWorldpay, mode: 'in_page' | 'redirect', name: string): Means {
  if (mode === 'redirect') return { mode, token: undefined };
  return {
    mode,
    get token() {
      return fake.sessionFor(name);
    },
  };
}

function* declines(card: (name: string) => Means): Generator<[DeclineKind, Means]> {
  yield ['card_declined', card('visa_refused')];
  yield ['insufficient_funds', card('visa_no_funds')];
  yield ['expired_card', card('visa_expired')];
  yield ['incorrect_details', card('visa_wrong_number')];
  yield ['suspected_fraud', card('visa_stolen')];
  yield ['limit_exceeded', card('visa_over_limit')];
  yield ['provider_error', card('visa_bank_away')];
}

export function paymentsOf({ world }: FakeWorldpay, paymentId: string): Payment[] {
  return [...world.payments.values()].filter((one) => one.transactionReference === paymentId);
}

export function onlyPayment(fake: FakeWorldpay, paymentId: string): Payment {
  const [payment] = paymentsOf(fake, paymentId);
  if (payment === undefined) throw new RangeError(`Worldpay has no payment ${paymentId}`);
  return payment;
}

function eventAbout({ reference, currency }: Snapshot, at: Temporal.Instant): WorldpayEvent {
  return {
    ...{ id: worldpayId('evt'), at: at.toString(), classification: 'payment', type: 'authorized' },
    ...{ transactionReference: reference, amount: 10_000, currency },
  };
}

/** The shopper's way over Worldpay's own page and the bank's, by their forms, without a script. */
async function actOnPage({ next }: Begun, choice: ShopperChoice): Promise<void> {
  if (choice === 'abandon' || next.kind !== 'redirect') return;
  const isChallenged = choice === 'pass_challenge' || choice === 'fail_challenge';
  const on = await submit(next.url, { card: isChallenged ? 'visa_challenge' : 'visa' });
  if (isChallenged) await submit(on.location, { answer: choice === 'fail_challenge' ? 'fail' : 'complete' });
}

/** What our page does with a browser: it collects the device's data, opens the bank's challenge, and comes back. */
export async function actInPage(input: {
  readonly provider: PaymentProvider;
  readonly begun: Begun;
  readonly choice: ShopperChoice;
}): Promise<NextStep> {
  const { provider, choice } = input;
  const { proceed } = provider;
  if (proceed === undefined) throw new TypeError('Worldpay goes on in the page');
  let { next } = input.begun;
  const browser = { userAgent: 'Mozilla/5.0', accept: 'text/html' };
  while (next.kind === 'client') {
    const { step = '', url = '', jwt = '', bin = '' } = next.data;
    if (step === 'card' || (step === 'challenge' && choice === 'abandon')) return next;
    const fields =
      step === 'device' ? await collect(url, { JWT: jwt, Bin: bin }) : await challenge(url, jwt, choice);
    const on = await proceed({ paymentId: input.begun.snapshot.reference, fields, browser });
    if (!on.ok) throw new Error(on.refusal.message);
    next = on.value.next;
  }
  return next;
}

async function collect(url: string, fields: Record<string, string>) {
  const { text } = await submit(url, fields);
  return { device: /data-session="([\w-]+)"/.exec(text)?.[1] ?? '' };
}

async function challenge(url: string, jwt: string, choice: ShopperChoice) {
  const { text } = await submit(url, { JWT: jwt });
  const action = /action="([^"]+)"/.exec(text)?.[1] ?? '';
  await submit(new URL(action, url).href, { answer: choice === 'fail_challenge' ? 'fail' : 'complete' });
  return { challenged: '' };
}

async function submit(url: string, fields: Record<string, string>) {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  return { text: await response.text(), location: response.headers.get('location') ?? '' };
}
