import type { Db } from '../../../../../platform/database/index.ts';
import { toStripeAmount } from '../../../amounts/stripe.ts';
import type { Fault, Means, ProviderWorld, ShopperChoice, SigningKey } from '../../../contract/world.ts';
import type { Begun, DeclineKind } from '../../../provider.ts';
import { openStripe } from '../stripe-provider.ts';
import { closeDispute, openDispute, payOut } from './banks.ts';
import { deliveryOf, signedHeaders } from './deliveries.ts';
import { filesOf } from './evidence.ts';
import { renderIntent, renderSession } from './render.ts';
import { type FakeStripe, startFakeStripe } from './server.ts';
import { type Intent, stripeId } from './world.ts';

const SECRETS = { live: 'whsec_new', second: 'whsec_old', wrong: 'whsec_other' };
export const TEST_ACCOUNT = {
  secretKey: 'sk_test_institor',
  publishableKey: 'pk_test_institor',
  webhookSecrets: [SECRETS.live, SECRETS.second],
};

/** Stripe as the contract suite wants a provider: a fake of it, its shoppers and their banks. */
export async function stripeWorld(db: Db, mode: 'in_page' | 'redirect'): Promise<StripeContractWorld> {
  const fake = await startFakeStripe(TEST_ACCOUNT);
  const { world, emit } = fake;
  const now = () => Temporal.Now.instant();
  const provider = openStripe({ account: TEST_ACCOUNT, apiBase: fake.origin });
  const card = (token: string): Means => ({ mode, token: mode === 'in_page' ? token : undefined });
  const intentOf = (reference: string): Intent => {
    const intent = world.intents.get(world.sessions.get(reference)?.intentId ?? reference);
    if (intent === undefined) throw new RangeError(`no intent ${reference}`);
    return intent;
  };
  return {
    ...{ db, now, provider, fake, hasSignedTime: true, maySplitCaptures: mode === 'in_page' },
    wrongly: openStripe({
      account: { ...TEST_ACCOUNT, secretKey: 'sk_test_somebody_else' },
      apiBase: fake.origin,
    }),
    means: {
      approved: card('pm_card_visa'),
      challenged: card('pm_card_threeDSecure2Required'),
      frictionless: mode === 'in_page' ? card('pm_card_threeDSecureOptional') : undefined,
      // On the hosted page a declined card is followed by another: the payment goes on.
      declined: new Map(mode === 'in_page' ? declines(card) : []),
    },
    act: (begun, choice) => act(fake, begun, choice),
    fault: (kind) => failNext(fake, kind),
    countPayments: (paymentId) => {
      const made = [...world.intents.values(), ...unpaid(fake)];
      return Promise.resolve(made.filter(({ metadata }) => metadata['payment_id'] === paymentId).length);
    },
    openDispute: async ({ reference, currency }, amountMinor) =>
      openDispute(world, emit, intentOf(reference), toStripeAmount(amountMinor, currency) ?? 0),
    closeDispute: async ({ reference }, outcome) => closeDispute(world, emit, intentOf(reference), outcome),
    evidence: {
      arrived: async (reference) => {
        const { submissionCount: times = 0, evidence = {} } = world.disputes.get(reference) ?? {};
        const files = filesOf(world, evidence).map(({ name, type, digest }) => ({ name, type, digest }));
        return { times, files };
      },
      fault: (kind) => failNext(fake, kind, /^POST \/v1\/disputes\//),
    },
    payOut: async () => payOut(world, emit),
    webhookAbout: async ({ reference }, key = 'live') => {
      const session = world.sessions.get(reference);
      const object =
        session === undefined ? renderIntent(world, intentOf(reference)) : renderSession(world, session);
      const type = session === undefined ? 'payment_intent.succeeded' : 'checkout.session.completed';
      const event = { id: stripeId('evt'), type, created: world.now(), object };
      return deliveryOf(event, { secrets: [SECRETS[key]], now: now() });
    },
    sign: async (rawBody, key: SigningKey, at) => ({
      rawBody,
      headers: signedHeaders(rawBody, { secrets: [SECRETS[key]], now: at }),
    }),
    amounts: [
      ...([
        ['EUR', 1_999n],
        ['JPY', 500n],
        ['KWD', 5_120n],
      ] as const),
      ...([
        ['ISK', 5n],
        ['UGX', 700n],
        ['MGA', 500n],
      ] as const),
    ],
  };
}

/** Stripe's client tries a call once more whose connection was closed. */
function failNext(fake: FakeStripe, kind: Fault, at?: RegExp): void {
  const isClosed = kind === 'timeout_before' || kind === 'timeout_after';
  for (let times = isClosed ? 2 : 1; times > 0; times -= 1) fake.failNext(kind, at);
}

export type StripeContractWorld = ProviderWorld & { readonly fake: FakeStripe };

function* declines(card: (token: string) => Means): Generator<[DeclineKind, Means]> {
  yield ['card_declined', card('pm_card_visa_chargeDeclined')];
  yield ['insufficient_funds', card('pm_card_visa_chargeDeclinedInsufficientFunds')];
  yield ['expired_card', card('pm_card_chargeDeclinedExpiredCard')];
  yield ['incorrect_details', card('pm_card_chargeDeclinedIncorrectCvc')];
  yield ['suspected_fraud', card('pm_card_radarBlock')];
  yield ['limit_exceeded', card('pm_card_visa_chargeDeclinedVelocityLimitExceeded')];
  yield ['provider_error', card('pm_card_chargeDeclinedProcessingError')];
}

function unpaid({ world }: FakeStripe) {
  const waiting = [...world.sessions.values()].filter(({ intentId }) => intentId === undefined);
  return waiting.map(({ metadata }) => ({ metadata }));
}

/** The shopper's way over Stripe's and the bank's own pages, by their forms, without a script. */
async function act(fake: FakeStripe, begun: Begun, choice: ShopperChoice): Promise<void> {
  if (choice === 'abandon' || begun.next.kind !== 'redirect') return;
  let url = begun.next.url;
  if (url.includes('/c/pay/')) {
    const isChallenged = choice === 'pass_challenge' || choice === 'fail_challenge';
    const card = isChallenged ? 'pm_card_threeDSecure2Required' : 'pm_card_visa';
    url = await submit(url, { payment_method: card });
  }
  if (!url.startsWith(`${fake.origin}/3ds/`)) return;
  await submit(url, { answer: choice === 'fail_challenge' ? 'fail' : 'complete' });
}

async function submit(url: string, fields: Record<string, string>): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  await response.arrayBuffer();
  return response.headers.get('location') ?? '';
}
