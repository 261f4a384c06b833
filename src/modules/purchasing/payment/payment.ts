import type { CurrencyCode, Id, Refusal } from '../../../kernel/index.ts';
import type { Act } from '../order/purchase-order.ts';
import type { PayableId } from '../payable/payable.ts';
import type { SupplierId } from '../supplier/supplier.ts';

export type PaymentId = Id<'supplier_payment'>;

/** What is paid of an invoice, or used of a credit: above zero, in the supplier's currency. */
export type PaidLine = {
  readonly payableId: PayableId;
  readonly amountMinor: bigint;
  /** Taken off for paying early. */
  readonly discountMinor?: bigint | undefined;
};

export type SupplierPayment = {
  readonly id: PaymentId;
  readonly supplierId: SupplierId;
  readonly currency: CurrencyCode;
  /** In their currency; what left the bank for it in the shop's. */
  readonly amountMinor: bigint;
  readonly bankMinor: bigint;
  readonly paidOn: Temporal.PlainDate;
  /** Of the transfer. */
  readonly reference: string;
  readonly made: Act;
  /** It was a mistake, or came back, and was taken back. */
  readonly undone: Act | undefined;
  readonly lines: readonly SettledLine[];
};

export type SettledLine = {
  readonly payableId: PayableId;
  /** The supplier's number of it. */
  readonly number: string;
  /** Below zero: of a credit. */
  readonly paidMinor: bigint;
  readonly discountMinor: bigint;
  readonly settledBookedMinor: bigint;
  readonly discountBookedMinor: bigint;
  readonly discountTaxMinor: bigint;
};

export type PayRefusal = Refusal<
  | 'not_found'
  | 'not_theirs'
  | 'not_an_amount'
  | 'more_than_open'
  | 'discount_too_late'
  | 'more_than_agreed'
  | 'credits_exceed'
  | 'nothing_paid'
>;
export type UndoPaymentRefusal = Refusal<'not_found' | 'already_undone'>;
