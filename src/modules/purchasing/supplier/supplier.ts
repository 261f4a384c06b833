import type { CurrencyCode, Id, Locale, Refusal } from '../../../kernel/index.ts';

export type SupplierId = Id<'supplier'>;

export type Contact = {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** What they are asked about: accounts, complaints. */
  readonly about: string;
};

/** Days on which they neither take orders nor send goods, both ends among them. */
export type ClosedDays = { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate };

/** Of whom goods are bought, and on what terms. */
export type SupplierDraft = {
  readonly name: string;
  /** What they are paid in: price lists and orders are in it. */
  readonly currency: CurrencyCode;
  /** What they are written in. */
  readonly locale: Locale;
  /** Where orders are mailed; '' where they are told otherwise. */
  readonly email: string;
  readonly address: string;
  readonly paymentDays: number;
  /** Off what is paid within so many days of the invoice: 2 % is 20,000; 0: none. */
  readonly discountMillionths: number;
  readonly discountDays: number;
  /** As agreed: `FCA Hamburg, Incoterms 2020`; '' where nothing was. */
  readonly incoterm: string;
  /** From order to goods, as they say; what is true is learned from receipts. */
  readonly leadDays: number;
  /** ISO weekdays on which orders are given, 1 is Monday; none: any day. */
  readonly orderWeekdays: readonly number[];
  /** Orders are given every so many weeks. */
  readonly orderWeeks: number;
  /** Least value of an order, in their currency; 0: none. */
  readonly orderMinimumMinor: bigint;
  readonly orderMinimumPieces: number;
  /** What a major unit of theirs is worth in the shop's currency, in 1 / 10,000,000,000. */
  readonly rateE10: bigint;
  readonly note: string;
  readonly isActive: boolean;
  readonly contacts: readonly Contact[];
  readonly closedDays: readonly ClosedDays[];
};

export type Supplier = SupplierDraft & { readonly id: SupplierId };

/** A refusal's `field` names the field of the draft: `orderWeekdays`, `closedDays[1]`. */
export type SupplierRefusal = Refusal<'not_found' | 'name_taken' | 'invalid' | 'currency_in_use'>;
