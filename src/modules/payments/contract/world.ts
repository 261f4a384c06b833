import { ok } from 'node:assert/strict';
import { currencyOf, expectOk, localeOf } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import type { PaymentId } from '../payment.ts';
import type { BeginPayment, Begun, DeclineKind, PaymentProvider, Snapshot } from '../provider.ts';

/** What happens to the next call to the provider, and to each that is the same call tried again inside of it. */
export type Fault = 'timeout_before' | 'timeout_after' | 'busy' | 'server_error';

/** What the shopper does where the payment's next step leads. */
export type ShopperChoice = 'pay' | 'pass_challenge' | 'fail_challenge' | 'abandon';

export type DeliveredWebhook = {
  readonly rawBody: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
};

/** With which key a webhook is signed: a live one, the other live one, or one that never was. */
export type SigningKey = 'live' | 'second' | 'wrong';

/** A provider and the world around it: its shoppers, banks and mishaps. What an adapter's test file opens. */
export type ProviderWorld = {
  readonly db: Db;
  readonly provider: PaymentProvider;
  /** The same with a key that opens nothing; `undefined` where there are no keys. */
  readonly wrongly: PaymentProvider | undefined;
  /** Stands in for `mode` and `token` of a payment that this is to become of. `undefined`: cannot happen here. */
  readonly means: {
    readonly approved: Means;
    /** Challenged by the bank; `frictionless`: authenticated without the shopper seeing it. */
    readonly challenged: Means | undefined;
    readonly frictionless: Means | undefined;
    readonly declined: ReadonlyMap<DeclineKind, Means>;
  };
  readonly act: (begun: Begun, choice: ShopperChoice) => Promise<void>;
  readonly fault: (kind: Fault) => void;
  /** How many payments with our id there are at the provider: at most one, whatever happened. */
  readonly countPayments: (paymentId: string) => Promise<number>;
  readonly openDispute: (snapshot: Snapshot, amountMinor: bigint) => Promise<void>;
  readonly closeDispute: (snapshot: Snapshot, outcome: 'won' | 'lost') => Promise<void>;
  /** What came of evidence; `undefined` where the provider takes none by its API. */
  readonly evidence: EvidenceWorld | undefined;
  /** Pays out what has been earned; nothing where there are no payouts. */
  readonly payOut: () => Promise<void>;
  /** A webhook about this payment, as the provider would send it. */
  readonly webhookAbout: (snapshot: Snapshot, key?: SigningKey) => Promise<DeliveredWebhook>;
  /** These bytes signed anew: what a thief of a webhook's body without its key cannot do. */
  readonly sign: (rawBody: Uint8Array, key: SigningKey, at: Temporal.Instant) => Promise<DeliveredWebhook>;
  /** These means can be captured in several parts: not every page of a provider that can offers it. */
  readonly maySplitCaptures: boolean;
  /** The signature says when it was made, so that an old one can be told. */
  readonly hasSignedTime: boolean;
  /** The provider tells nobody until when a dispute can be answered. */
  readonly hidesEvidenceDue?: boolean;
  /** Amounts with 0, 2 and 3 decimals, as far as the provider takes them. */
  readonly amounts: readonly (readonly [currency: string, minor: bigint])[];
  readonly now: () => Temporal.Instant;
};

/** A provider's side of evidence. */
export type EvidenceWorld = {
  /** How often evidence took effect in this dispute, and which files came with it, by name. */
  readonly arrived: (dispute: string) => Promise<{
    readonly times: number;
    readonly files: readonly { readonly name: string; readonly type: string; readonly digest: string }[];
  }>;
  /** Happens to the next call that would take effect, after whatever is sent ahead of it. */
  readonly fault: (kind: Fault) => void;
};

export type Means = Pick<BeginPayment, 'mode' | 'token'>;

export type BeginInput = BeginPayment & {
  readonly idempotencyKey: string;
  readonly paymentId: PaymentId;
};

export function aBegin(means: Means, change: Partial<BeginPayment> = {}): BeginInput {
  const paymentId = newId<'payment'>();
  const amountMinor = change.amountMinor ?? 10_000n;
  return {
    orderNumber: `N${paymentId.slice(-8)}`,
    currency: currencyOf('EUR'),
    isCapturedAtOnce: true,
    isChallengeRequired: false,
    returnUrl: 'https://shop.example/checkout/return',
    cancelUrl: 'https://shop.example/checkout',
    webhookUrl: 'https://shop.example/webhooks',
    locale: localeOf('en'),
    email: 'ada@example.com',
    billingAddress: undefined,
    shippingAddress: { name: 'Ada Byron', line1: '12 Ely Place', city: 'London', country: 'GB' },
    lines: [{ title: 'A chair', quantity: 1, totalMinor: amountMinor }],
    ...means,
    ...change,
    ...{ amountMinor, paymentId, idempotencyKey: `${paymentId}:begin` },
  };
}

/** Begins, does what the shopper has to do, and reads what came of it. */
export async function pay(
  world: ProviderWorld,
  input: BeginInput,
  choice: ShopperChoice = 'pay',
): Promise<Snapshot> {
  const begun = expectOk(await world.provider.begin(input));
  if (begun.snapshot.state === 'requires_action') await world.act(begun, choice);
  return snapshotOf(world, input);
}

/** What the provider says now, found by our id alone. */
export async function snapshotOf(world: ProviderWorld, input: BeginInput): Promise<Snapshot> {
  const { paymentId, currency } = input;
  return expectOk(await world.provider.read({ reference: undefined, paymentId, currency }));
}

export function operationOf(input: BeginInput, snapshot: Snapshot, kind: string, amountMinor: bigint) {
  ok(snapshot.reference);
  return {
    ...{ reference: snapshot.reference, paymentId: input.paymentId, currency: input.currency, amountMinor },
    idempotencyKey: `${input.paymentId}:${kind}`,
  };
}
