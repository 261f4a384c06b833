import type { CurrencyCode } from '../../../kernel/index.ts';

/** What an attempt to pay came to, or what a bank did about it later. */
export type PastResult =
  | ('captured' | 'declined' | 'failed' | 'abandoned')
  | ('dispute_opened' | 'dispute_won' | 'dispute_lost');

/** Something that happened at a payment provider of another shop. Money in smallest units of the currency. */
export type PastPayment = {
  readonly result: PastResult;
  /** Of the attempt, as the provider names it; disputes have that of their payment. */
  readonly reference: string;
  readonly happenedAt: Temporal.Instant;
  /** The order's number; '' where nothing came of it. */
  readonly document: string;
  /** ISO 3166-1 alpha-2, or ''. */
  readonly country: string;
  readonly provider: string;
  readonly method: 'redirect' | 'in_page' | 'by_hand';
  /** Why it was declined or failed; '' where nobody said. */
  readonly reason: string;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  /** What the provider kept of what was captured; else nothing. */
  readonly feeMinor: bigint;
};

/** As it is kept. */
export type KeptPayment = PastPayment & {
  /** Grows in the order in which imports commit. */
  readonly id: bigint;
  /** `ORIGIN:REFERENCE`. */
  readonly paymentId: string;
  /** `ORIGIN:DOCUMENT`; `undefined` where nothing came of it. */
  readonly order: string | undefined;
};
