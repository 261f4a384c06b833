import type { Db } from '../../../../../platform/database/index.ts';
import { toPaypalAmount } from '../../../amounts/paypal.ts';
import type { Fault, Means, ProviderWorld, ShopperChoice, SigningKey } from '../../../contract/world.ts';
import type { Begun, DeclineKind, PaymentProvider } from '../../../provider.ts';
import { openPaypal } from '../paypal-provider.ts';
import { hundredthsOf } from './amounts.ts';
import { closeDispute, openDispute, payOut } from './banks.ts';
import { deliveryOf, type Signing, signedHeaders } from './deliveries.ts';
import { eventOf } from './events.ts';
import { type FakePaypal, startFakePaypal } from './server.ts';
import { type Capture, capturesOf, type PaypalWorld } from './world.ts';

const WEBHOOK_IDS = { live: '5GP028458E2496506', second: '1JE4291016473214C', wrong: '8PT597110X687430L' };
export const TEST_ACCOUNT = {
  clientId: 'AZDxjDScFp-institor',
  clientSecret: 'EMiJk3-institor-secret',
  webhookId: WEBHOOK_IDS.live,
  previousWebhookId: WEBHOOK_IDS.second,
  environment: 'sandbox' as const,
};

export type PaypalContractWorld = ProviderWorld & {
  readonly fake: FakePaypal;
  readonly signing: (key?: SigningKey) => Signing;
};

/** PayPal as the contract suite wants a provider: a fake of it, its shoppers and their banks. */
export async function paypalWorld(db: Db): Promise<PaypalContractWorld> {
  const now = () => Temporal.Now.instant();
  const fake = await startFakePaypal(TEST_ACCOUNT);
  const { world } = fake;
  const line = new Line(fake);
  const fundings = new Map<string, string>();
  const means = (token?: string): Means => ({ mode: 'redirect', token });
  const signing = (key: SigningKey = 'live'): Signing => {
    return { signer: fake.signer, origin: fake.origin, webhookId: WEBHOOK_IDS[key], now: now() };
  };
  return {
    ...{ db, now, fake, signing, provider: overLine(openPaypal(optionsOf(fake)), line, fundings) },
    ...{ maySplitCaptures: true, hasSignedTime: false },
    wrongly: openPaypal({
      ...optionsOf(fake),
      account: { ...TEST_ACCOUNT, clientSecret: 'of-somebody-else' },
    }),
    means: {
      approved: means(),
      challenged: means('card_with_challenge'),
      // Whether a bank asks is between it and PayPal: there is nothing to see of it here.
      frictionless: undefined,
      declined: new Map(declines(means)),
    },
    act: (begun, choice) => act(fake, begun, choice, fundings.get(begun.snapshot.reference) ?? 'balance'),
    fault: (kind) => line.cut(kind),
    countPayments: async (paymentId) =>
      [...world.orders.values()].filter(({ customId }) => customId?.includes(paymentId)).length,
    openDispute: async ({ reference, currency }, amountMinor) => {
      const value = toPaypalAmount(amountMinor, currency) ?? '';
      openDispute(fake, captureOf(world, reference), hundredthsOf({ currency_code: currency, value }));
    },
    closeDispute: async ({ disputes }, outcome) => {
      const dispute = world.disputes.get(disputes[0]?.reference ?? '');
      if (dispute === undefined) throw new RangeError('nobody disputes it');
      closeDispute(fake, dispute, outcome);
    },
    evidence: {
      arrived: async (reference) => {
        const { calls: times = 0, files = [] } = world.disputes.get(reference) ?? {};
        return { times, files };
      },
      fault: (kind) => line.cut(kind),
    },
    payOut: async () => payOut(world),
    webhookAbout: async ({ reference }, key) => {
      const [capture] = capturesOf(world, reference);
      const type = capture === undefined ? 'CHECKOUT.ORDER.APPROVED' : 'PAYMENT.CAPTURE.COMPLETED';
      return deliveryOf(eventOf(world, type, capture?.id ?? reference), signing(key));
    },
    sign: async (rawBody, key, at) => {
      return { rawBody, headers: signedHeaders(rawBody, { ...signing(key), now: at }) };
    },
    amounts: [
      ['EUR', 1_999n],
      ['JPY', 500n],
      ['HUF', 120_000n],
      ['TWD', 30_000n],
    ],
  };
}

export function optionsOf(fake: FakePaypal) {
  return { account: TEST_ACCOUNT, apiBase: fake.origin };
}

export function captureOf(world: PaypalWorld, orderId: string): Capture {
  const [capture] = capturesOf(world, orderId);
  if (capture === undefined) throw new RangeError(`nothing is captured of ${orderId}`);
  return capture;
}

function* declines(means: (token: string) => Means): Generator<[DeclineKind, Means]> {
  yield ['card_declined', means('instrument_declined')];
  yield ['insufficient_funds', means('insufficient_funds')];
  yield ['expired_card', means('card_expired')];
  yield ['incorrect_details', means('wrong_cvv')];
  yield ['suspected_fraud', means('not_compliant')];
  yield ['limit_exceeded', means('over_limit')];
  yield ['provider_error', means('payee_restricted')];
}

/** The shopper's way over PayPal's and the bank's own pages, by their forms, without a script. */
async function act(fake: FakePaypal, begun: Begun, choice: ShopperChoice, funding: string): Promise<void> {
  if (choice === 'abandon' || begun.next.kind !== 'redirect') return;
  const next = await submit(begun.next.url, { answer: 'pay', funding });
  if (!next.startsWith(`${fake.origin}/3ds`)) return;
  await submit(next, { answer: choice === 'fail_challenge' ? 'fail' : 'pass' });
}

export async function submit(url: string, fields: Record<string, string>): Promise<string> {
  const response = await fetch(url, {
    ...{ method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' },
  });
  await response.arrayBuffer();
  return response.headers.get('location') ?? '';
}

/** Cuts the next call where it hurts most: at the request that has an effect, or of a read at the first. */
class Line {
  readonly #fake: FakePaypal;
  #fault: Fault | undefined;

  constructor(fake: FakePaypal) {
    this.#fake = fake;
  }

  cut(fault: Fault): void {
    this.#fault = fault;
  }

  async call<Value>(isRead: boolean, run: () => Promise<Value>): Promise<Value> {
    this.#fake.onRequest = ({ method }) => {
      if (!isRead && method === 'GET') return undefined;
      const fault = this.#fault;
      this.#fault = undefined;
      return fault;
    };
    return run();
  }
}

/** Notes what each order's shopper will pay with: the redirect has no token to say it by. */
function overLine(provider: PaymentProvider, line: Line, fundings: Map<string, string>): PaymentProvider {
  return {
    ...provider,
    check: () => line.call(true, () => provider.check()),
    begin: async ({ token, ...input }) => {
      const begun = await line.call(false, () => provider.begin({ ...input, token: undefined }));
      if (begun.ok && token !== undefined) fundings.set(begun.value.snapshot.reference, token);
      return begun;
    },
    read: (by) => line.call(true, () => provider.read(by)),
    capture: (operation) => line.call(false, () => provider.capture(operation)),
    void: (operation) => line.call(false, () => provider.void(operation)),
    refund: (operation) => line.call(false, () => provider.refund(operation)),
    contest: (dispute) => line.call(false, () => provider.contest(dispute)),
  };
}
