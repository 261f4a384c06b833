import type { CurrencyCode, Locale, Refusal, Result } from '../../kernel/index.ts';
import type { PostalAddress } from '../markets/index.ts';
import type { EvidenceFile, EvidenceRefusal, EvidenceRules } from './evidence/rules.ts';

export type ProviderName = 'test' | 'stripe' | 'paypal' | 'worldpay' | 'bank_transfer' | 'cash_on_delivery';

/** Where the shopper pays: on a page of the provider's, in fields of its own in our page, or outside of both. */
export type PaymentMode = 'redirect' | 'in_page' | 'by_hand';

/** Why a payment was declined, in words that every provider's codes are mapped to. */
export type DeclineKind =
  | 'card_declined'
  | 'insufficient_funds'
  | 'expired_card'
  | 'incorrect_details'
  | 'authentication_failed'
  | 'suspected_fraud'
  | 'limit_exceeded'
  | 'abandoned'
  | 'provider_error';

/**
 * A payment as its provider knows it now. Amounts are totals since the beginning, never steps: a snapshot says all that
 * happened, so that one read twice, late or out of order can be told from news (`recordSnapshot`).
 */
export type Snapshot = {
  /** The provider's own id: `pi_…`, a PayPal order id, a transactionReference. */
  readonly reference: string;
  readonly state: SnapshotState;
  readonly currency: CurrencyCode;
  readonly authorizedMinor: bigint;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  /** Taken by disputes that are open or lost. */
  readonly disputedMinor: bigint;
  /** What the provider keeps of the captured amount, as far as it says so. */
  readonly feeMinor: bigint | undefined;
  readonly decline: { readonly kind: DeclineKind; readonly code: string } | undefined;
  /** What may be shown and kept of the means (PCI DSS 4.0.1, 3.4.1): brand, last four, expiry. */
  readonly means: PaymentMeans | undefined;
  readonly disputes: readonly DisputeSnapshot[];
};

/**
 * `requires_action`: the shopper has something left to do (challenge, redirect, transfer). `processing`: the provider
 * has not decided. `failed` may be tried again as a new attempt; `voided` and `captured` are ends of an authorisation.
 */
export type SnapshotState =
  | 'requires_action'
  | 'processing'
  | 'authorized'
  | 'partly_captured'
  | 'captured'
  | 'voided'
  | 'failed';

export type PaymentMeans = {
  readonly kind: 'card' | 'wallet' | 'bank' | 'cash' | 'other';
  /** `visa`, `paypal`, `sepa`. */
  readonly brand: string;
  readonly last4: string | undefined;
  readonly expiry: string | undefined;
};

export type DisputeSnapshot = {
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly reason: string;
  readonly state: 'open' | 'won' | 'lost';
  readonly evidenceDueAt: Temporal.Instant | undefined;
};

/** What is asked of a provider: written down with its idempotency key before the call is made. */
export type BeginPayment = {
  /** Ours; goes to the provider as metadata or reference, so that a payment can be found without its answer. */
  readonly paymentId: string;
  readonly orderNumber: string;
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly mode: PaymentMode;
  readonly isCapturedAtOnce: boolean;
  /** Many declines lately: the provider is to have the shopper authenticate, whatever the risk seems to be. */
  readonly isChallengeRequired: boolean;
  /** A single-use token of the provider's own form or test card: never card data. */
  readonly token: string | undefined;
  readonly returnUrl: string;
  readonly cancelUrl: string;
  readonly webhookUrl: string;
  readonly locale: Locale;
  readonly email: string;
  readonly billingAddress: PostalAddress | undefined;
  readonly shippingAddress: PostalAddress | undefined;
  readonly lines: readonly {
    readonly title: string;
    readonly quantity: number;
    readonly totalMinor: bigint;
  }[];
};

/** What the shopper has to do next for the payment to go on. */
export type NextStep =
  | { readonly kind: 'none' }
  | { readonly kind: 'redirect'; readonly url: string }
  /** For the provider's own script in the page: a client secret, a public key. Never a secret of ours. */
  | { readonly kind: 'client'; readonly data: Readonly<Record<string, string>> }
  | {
      readonly kind: 'instructions';
      readonly lines: readonly { readonly label: string; readonly value: string }[];
    };

export type Begun = { readonly snapshot: Snapshot; readonly next: NextStep };

/** One operation on a payment. The same `idempotencyKey` is sent again after a timeout: the effect happens once. */
export type Operation = {
  readonly reference: string;
  readonly paymentId: string;
  readonly idempotencyKey: string;
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
};

/** A declined means is no refusal but a snapshot in state `failed` with its `decline`. */
export type ProviderRefusal = Refusal<
  | 'amount_too_large'
  | 'unsupported_amount'
  | 'not_possible_now'
  | 'unknown_payment'
  | 'already_paid'
  | 'refused_by_provider'
>;

/** What a merchant answers a dispute with: texts, as far as they are known, and files that show it. */
export type DisputeEvidence = {
  readonly productDescription: string;
  readonly customerName: string;
  readonly customerEmail: string;
  readonly billingAddress: string;
  readonly shippingAddress: string;
  readonly shippedOn: Temporal.PlainDate | undefined;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly explanation: string;
  readonly files: readonly EvidenceFile[];
};

/** What a webhook is about. Its body is only a hint: the payment is read again before anything is believed. */
export type ProviderEvent = {
  /** The provider's event id; the same one again is a repetition. */
  readonly id: string;
  readonly kind: string;
  readonly reference: string | undefined;
  /** Ours, where the provider hands it back. */
  readonly paymentId: string | undefined;
};

/** One line of the provider's own book, for reconciliation: what moved, what it cost, in which payout. */
export type ProviderTransaction = {
  readonly id: string;
  readonly kind: 'capture' | 'refund' | 'dispute' | 'dispute_reversal' | 'fee' | 'payout' | 'adjustment';
  readonly reference: string | undefined;
  /** Ours, where the provider hands it back. */
  readonly paymentId: string | undefined;
  /** What moved, signed as the merchant sees it, before the fee. */
  readonly amountMinor: bigint;
  readonly feeMinor: bigint;
  readonly currency: CurrencyCode;
  readonly payoutReference: string | undefined;
  readonly at: Temporal.Instant;
};

/** What a provider answered when it was asked something harmless. */
export type Reached = {
  /** Whether money is real there; `undefined` where nobody is asked: a bank transfer, cash. */
  readonly environment: 'test' | 'live' | undefined;
};

/** `wrong_credentials` names the field where the provider lets it be told; `not_allowed`: right, but with too few rights. */
export type CheckRefusal = Refusal<'wrong_credentials' | 'not_allowed'>;

/**
 * A payment provider. Every adapter passes the one contract suite (`provider-contract.ts`). Methods reject
 * (`ProviderUnreachable`) when nobody knows whether the call had its effect: the operation then stays pending and is
 * asked again with the same key. They never throw for what a provider refuses.
 */
export type PaymentProvider = {
  readonly name: ProviderName;
  readonly features: {
    readonly hasSeveralCaptures: boolean;
    readonly hasVoid: boolean;
    readonly hasPayouts: boolean;
    /** Its book lists what moved, to be compared with ours; as `hasPayouts` unless it is said. */
    readonly hasBook?: boolean;
    /** Evidence against a dispute can be sent through the API. */
    readonly hasEvidence: boolean;
    /** The files that may be part of it; `undefined`: none. */
    readonly evidenceFiles: EvidenceRules | undefined;
    /** Money moves outside: a person says that it came (bank transfer, cash on delivery). */
    readonly isConfirmedByHand: boolean;
    /** Where a page of the shop shows the provider's own fields: what its CSP and script inventory must allow. */
    readonly pageOrigins: {
      readonly scripts: readonly string[];
      readonly frames: readonly string[];
      readonly connect: readonly string[];
      /** Where a form of that page may lead: a bank's challenge. */
      readonly forms?: readonly string[];
    };
  };
  /** Whether the provider is there and takes the account's credentials. Asks anew each time, and changes nothing. */
  readonly check: () => Promise<Result<Reached, CheckRefusal>>;
  readonly begin: (
    input: BeginPayment & { readonly idempotencyKey: string },
  ) => Promise<Result<Begun, ProviderRefusal>>;
  /**
   * Takes a payment in our page a step further with what its fields or a returning shopper bring, where the provider does
   * not learn of it by itself. What is not the next step changes nothing: the answer is what is.
   */
  readonly proceed?: (input: {
    readonly paymentId: string;
    /** As the provider's script calls them: a session, a reference. Never card data. */
    readonly fields: Readonly<Record<string, string | undefined>>;
    readonly browser: { readonly userAgent: string; readonly accept: string };
  }) => Promise<Result<Begun, ProviderRefusal>>;
  /** The truth about a payment, by the provider's reference or, when its answer was lost, by our id. */
  readonly read: (by: {
    readonly reference: string | undefined;
    readonly paymentId: string;
    readonly currency: CurrencyCode;
  }) => Promise<Result<Snapshot, ProviderRefusal>>;
  readonly capture: (
    operation: Operation & { readonly isFinal: boolean },
  ) => Promise<Result<Snapshot, ProviderRefusal>>;
  readonly void: (operation: Omit<Operation, 'amountMinor'>) => Promise<Result<Snapshot, ProviderRefusal>>;
  readonly refund: (
    operation: Operation & { readonly reason: string },
  ) => Promise<Result<Snapshot, ProviderRefusal>>;
  /**
   * Sends evidence, whose files it refuses by name before anything is sent; what comes of it is in a later snapshot's
   * disputes.
   */
  readonly contest: (dispute: {
    readonly reference: string;
    readonly idempotencyKey: string;
    readonly evidence: DisputeEvidence;
  }) => Promise<Result<undefined, ProviderRefusal | EvidenceRefusal>>;
  /** Verifies the signature over the raw bytes in constant time, under any of the live secrets, before parsing. */
  readonly readWebhook: (
    rawBody: Uint8Array,
    headers: Readonly<Record<string, string | undefined>>,
    now: Temporal.Instant,
  ) => Promise<Result<ProviderEvent, Refusal<'bad_signature' | 'too_old' | 'unreadable'>>>;
  readonly transactions: (span: {
    readonly from: Temporal.Instant;
    readonly until: Temporal.Instant;
  }) => AsyncIterable<ProviderTransaction>;
};

/** The outside world did not answer, or not in a way that says what happened. */
export class ProviderUnreachable extends Error {
  readonly provider: ProviderName;

  constructor(provider: ProviderName, message: string, cause?: unknown) {
    super(`${provider}: ${message}`, { cause });
    this.provider = provider;
  }
}
