import type { CurrencyCode } from '../../../kernel/index.ts';
import type { PostedEntry } from './check-agreement.ts';

/** An amount of an order; of none where it belongs to none that is known. */
export type Money = {
  readonly orderId: string | undefined;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
};

/** What moved at a provider, as payments tell it. */
export type Moved = Money & {
  readonly provider: string;
  readonly kind: string;
  readonly at: Temporal.Instant;
  readonly standing: 'confirmed' | 'by_hand' | 'unconfirmed' | 'unknown';
  readonly lineId: string | undefined;
};

export type Payout = {
  readonly provider: string;
  readonly reference: string;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly paidAt: Temporal.Instant;
  readonly parts: readonly { readonly orderId: string | undefined; readonly netMinor: bigint }[];
};

export type SettleInput = {
  readonly zone: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** What moved later than this may still be on its way into the other book. */
  readonly graceFrom: Temporal.Instant;
  readonly sold: readonly {
    readonly day: Temporal.PlainDate;
    readonly market: string;
    readonly currency: CurrencyCode;
    readonly amountMinor: bigint;
  }[];
  /** The ledger's entries of these days. */
  readonly entries: readonly PostedEntry[];
  readonly moved: readonly Moved[];
  readonly feesApart: readonly {
    readonly provider: string;
    readonly orderId: string;
    readonly paymentId: string;
    readonly currency: CurrencyCode;
    readonly oursMinor: bigint;
    readonly theirsMinor: bigint;
    readonly at: Temporal.Instant;
  }[];
  /** What was disputed and not decided at the end of these days. */
  readonly disputes: readonly Money[];
  /** Payouts of the providers' books. */
  readonly payouts: readonly Payout[];
  /** Payouts that the ledger has until then, `PROVIDER:REFERENCE`. */
  readonly posted: readonly {
    readonly reference: string;
    readonly postedAt: Temporal.Instant;
    readonly currency: CurrencyCode;
    readonly amountMinor: bigint;
  }[];
  /** What was open right before these days. */
  readonly opening: {
    readonly ledger: readonly (Money & { readonly account: string; readonly since: Temporal.Instant })[];
    readonly held: readonly (Money & { readonly provider: string; readonly since: Temporal.Instant })[];
  };
  readonly marketOf: (orderId: string | undefined) => string;
};
