import { randomBytes } from 'node:crypto';

/** What a fake Stripe remembers. Amounts are in Stripe's own units, times in seconds, as on the wire. */
export type StripeWorld = {
  readonly intents: Map<string, Intent>;
  readonly sessions: Map<string, Session>;
  readonly refunds: Map<string, Refund>;
  readonly disputes: Map<string, Dispute>;
  readonly files: Map<string, UploadedFile>;
  readonly lines: BalanceLine[];
  readonly payouts: Map<string, Payout>;
  readonly events: StripeEvent[];
  /** Where its own pages are. */
  readonly origin: () => string;
  readonly now: () => number;
};

export type Intent = {
  readonly id: string;
  readonly clientSecret: string;
  readonly amount: number;
  readonly currency: string;
  readonly captureMethod: 'automatic' | 'manual';
  readonly metadata: Readonly<Record<string, string>>;
  readonly created: number;
  readonly hasMulticapture: boolean;
  readonly challenges: string | undefined;
  status:
    | 'requires_payment_method'
    | 'requires_confirmation'
    | 'requires_action'
    | 'requires_capture'
    | 'processing'
    | 'succeeded'
    | 'canceled';
  paymentMethod: string | undefined;
  returnUrl: string | undefined;
  error: CardError | undefined;
  charge: Charge | undefined;
};

export type CardError = { readonly code: string; readonly declineCode: string | undefined };

export type Charge = {
  readonly id: string;
  readonly amount: number;
  readonly created: number;
  captured: number;
};

export type Session = {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly name: string;
  readonly captureMethod: 'automatic' | 'manual';
  readonly intentMetadata: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly created: number;
  readonly challenges: string | undefined;
  status: 'open' | 'complete' | 'expired';
  intentId: string | undefined;
};

export type Refund = {
  readonly id: string;
  readonly intentId: string;
  readonly amount: number;
  readonly created: number;
  readonly metadata: Readonly<Record<string, string>>;
};

export type Dispute = {
  readonly id: string;
  readonly intentId: string;
  readonly amount: number;
  readonly created: number;
  readonly dueBy: number;
  status: 'needs_response' | 'under_review' | 'won' | 'lost';
  evidence: Readonly<Record<string, string>>;
  metadata: Readonly<Record<string, string>>;
  submissionCount: number;
};

export type UploadedFile = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly digest: string;
};

/** A balance transaction. */
export type BalanceLine = {
  readonly id: string;
  readonly type: 'charge' | 'refund' | 'adjustment' | 'payout';
  readonly category: 'charge' | 'refund' | 'dispute' | 'dispute_reversal' | 'payout';
  readonly amount: number;
  readonly fee: number;
  readonly currency: string;
  /** Of the charge, refund, dispute or payout. */
  readonly source: string;
  readonly intentId: string | undefined;
  readonly created: number;
  payoutId: string | undefined;
};

export type Payout = {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly created: number;
};

export type StripeEvent = {
  readonly id: string;
  readonly type: string;
  readonly created: number;
  readonly object: unknown;
};

/** A new id as Stripe writes them: `pi_3f9a…`. */
export function stripeId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}

export function refundedOf(world: StripeWorld, intent: Intent): number {
  const own = [...world.refunds.values()].filter(({ intentId }) => intentId === intent.id);
  return own.reduce((sum, { amount }) => sum + amount, 0);
}

export function disputesOf(world: StripeWorld, intent: Intent): Dispute[] {
  return [...world.disputes.values()].filter(({ intentId }) => intentId === intent.id);
}
