import { randomBytes } from 'node:crypto';
import type { Funding } from './fundings.ts';

/** What a fake PayPal remembers. Amounts are in hundredths of a unit, whatever the currency; times as `now` says. */
export type PaypalWorld = {
  readonly orders: Map<string, Order>;
  readonly authorizations: Map<string, Authorization>;
  readonly captures: Map<string, Capture>;
  readonly refunds: Map<string, Refund>;
  readonly disputes: Map<string, Dispute>;
  readonly book: BookLine[];
  readonly events: PaypalEvent[];
  /** Of the app: where it is told of what happens. */
  readonly webhookIds: readonly string[];
  /** Where its own pages and links are. */
  readonly origin: () => string;
  readonly now: () => Temporal.Instant;
};

export type Order = {
  readonly id: string;
  readonly intent: 'CAPTURE' | 'AUTHORIZE';
  readonly invoiceId: string | undefined;
  readonly description: string;
  readonly currency: string;
  readonly amount: number;
  readonly returnUrl: string;
  readonly cancelUrl: string;
  readonly created: Temporal.Instant;
  customId: string | undefined;
  status: 'CREATED' | 'PAYER_ACTION_REQUIRED' | 'APPROVED' | 'COMPLETED' | 'VOIDED';
  funding: Funding | undefined;
  /** What the bank said of a card's holder. */
  authentication: 'Y' | 'N' | undefined;
};

export type Authorization = {
  readonly id: string;
  readonly orderId: string;
  readonly amount: number;
  readonly created: Temporal.Instant;
  status: 'CREATED' | 'CAPTURED' | 'DENIED' | 'PARTIALLY_CAPTURED' | 'VOIDED' | 'PENDING';
};

export type Capture = {
  readonly id: string;
  readonly orderId: string;
  readonly authorizationId: string | undefined;
  readonly amount: number;
  readonly fee: number;
  readonly invoiceId: string | undefined;
  readonly isFinal: boolean;
  readonly created: Temporal.Instant;
  readonly responseCode: string | undefined;
  status: 'COMPLETED' | 'DECLINED' | 'PENDING';
  reason: string | undefined;
};

export type Refund = {
  readonly id: string;
  readonly captureId: string;
  readonly orderId: string;
  readonly amount: number;
  readonly customId: string | undefined;
  readonly invoiceId: string | undefined;
  readonly created: Temporal.Instant;
};

export type Dispute = {
  readonly id: string;
  readonly captureId: string;
  readonly amount: number;
  readonly stage: 'INQUIRY' | 'CHARGEBACK';
  readonly created: Temporal.Instant;
  readonly due: Temporal.Instant;
  status: 'WAITING_FOR_SELLER_RESPONSE' | 'UNDER_REVIEW' | 'RESOLVED';
  outcome: 'RESOLVED_BUYER_FAVOUR' | 'RESOLVED_SELLER_FAVOUR' | undefined;
  readonly evidences: unknown[];
  /** Calls that brought evidence, and the files that came with it. */
  calls: number;
  readonly files: { readonly name: string; readonly type: string; readonly digest: string }[];
};

/** A line of the reports. */
export type BookLine = {
  readonly id: string;
  readonly code: string;
  readonly amount: number;
  readonly fee: number;
  readonly currency: string;
  readonly customField: string | undefined;
  readonly referenceId: string | undefined;
  readonly at: Temporal.Instant;
  /** Successful unless it says pending or denied. */
  readonly status?: 'P' | 'D';
};

export type PaypalEvent = {
  readonly id: string;
  readonly type: string;
  readonly resourceType: string;
  readonly created: Temporal.Instant;
  readonly resource: object;
};

/** A new id as PayPal writes them: seventeen letters and digits. */
export function paypalId(): string {
  return randomBytes(9).toString('hex').toUpperCase().slice(0, 17);
}

export function capturesOf(world: PaypalWorld, orderId: string): Capture[] {
  return [...world.captures.values()].filter((capture) => capture.orderId === orderId);
}

export function authorizationsOf(world: PaypalWorld, orderId: string): Authorization[] {
  return [...world.authorizations.values()].filter((one) => one.orderId === orderId);
}

export function refundsOf(world: PaypalWorld, orderId: string): Refund[] {
  return [...world.refunds.values()].filter((refund) => refund.orderId === orderId);
}

export function refundedOf(world: PaypalWorld, captureId: string): number {
  const own = [...world.refunds.values()].filter((refund) => refund.captureId === captureId);
  return own.reduce((sum, { amount }) => sum + amount, 0);
}

export function sumOf(parts: readonly { readonly amount: number }[]): number {
  return parts.reduce((sum, { amount }) => sum + amount, 0);
}
