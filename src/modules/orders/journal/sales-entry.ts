import type { CurrencyCode } from '../../../kernel/index.ts';
import type { TransactionKind } from '../../ledger/index.ts';
import type { OrderId, OrderLineId } from '../order.ts';

/** What a row of the journal is about; `correction`: an order that stands was agreed anew for another place. */
export const SALES_ENTRY_KINDS = [
  'sale',
  'credit',
  'correction',
  'cost',
  'cost_returned',
  'goodwill',
] as const;
export type SalesEntryKind = (typeof SALES_ENTRY_KINDS)[number];

/** What a row says: pieces, and minor units without tax. Summed over any rows they say the same of those together. */
export type SoldAmounts = {
  /** Pieces sold; below zero, credited. Rows of costs have none. */
  readonly quantity: number;
  /** Goods at their price before discounts. */
  readonly grossMinor: bigint;
  /** What discounts took off goods, delivery and gift cards, zero or more; a correction may have either sign. */
  readonly discountMinor: bigint;
  /** Goods that were credited, at what was paid for them. */
  readonly returnsMinor: bigint;
  /** Delivery before discounts; below zero, credited. */
  readonly shippingMinor: bigint;
  /** Gift cards before discounts, which are no revenue; below zero, credited. */
  readonly giftCardsMinor: bigint;
  /** Of all of it; below zero, credited. */
  readonly taxMinor: bigint;
  /** What goods cost that were shipped; below zero, that came back. In the shop's own currency. */
  readonly costMinor: bigint;
  /** Given without anything coming back: zero or more. */
  readonly goodwillMinor: bigint;
};

/** What a posting is about, before it is written: of a line, or of none (delivery, goodwill). */
export type EntryDraft = Partial<SoldAmounts> & {
  readonly kind: SalesEntryKind;
  readonly lineId?: OrderLineId | undefined;
};

/** A row as it stands in the journal. */
export type SalesEntry = SoldAmounts & {
  /** With `id` where it stands in the order in which rows are read. */
  readonly xid: bigint;
  readonly id: bigint;
  readonly kind: SalesEntryKind;
  /** The ledger's transaction whose postings it is a part of. */
  readonly ledgerKind: TransactionKind;
  readonly ledgerReference: string;
  readonly orderId: OrderId;
  readonly lineId: OrderLineId | undefined;
  readonly currency: CurrencyCode;
  readonly postedAt: Temporal.Instant;
};
