import type { CurrencyCode, Id } from '../../../kernel/index.ts';
import type { SupplierInvoiceId } from '../invoice/invoice.ts';
import type { Act, PurchaseOrderId } from '../order/purchase-order.ts';
import type { Supplier, SupplierId } from '../supplier/supplier.ts';
import type { ReturnId } from '../supplier-return/supplier-return.ts';

export type PayableId = Id<'payable'>;

/**
 * What a supplier asked for and was not paid for yet, or paid back. `goods`: their invoice of an order; `charges`: that of a
 * carrier or of customs; `credit`: of goods that went back after their invoice.
 */
export type Payable = {
  readonly id: PayableId;
  readonly supplierId: SupplierId;
  readonly kind: 'goods' | 'charges' | 'credit';
  readonly orderId: PurchaseOrderId | undefined;
  /** Of goods; of a credit. */
  readonly invoiceId: SupplierInvoiceId | undefined;
  readonly returnId: ReturnId | undefined;
  /** Theirs. */
  readonly number: string;
  readonly currency: CurrencyCode;
  /** In their currency, with tax; below zero for a credit. */
  readonly amountMinor: bigint;
  /** What the books owe for it, and of that tax, in the shop's currency. */
  readonly bookedMinor: bigint;
  readonly taxBookedMinor: bigint;
  readonly invoicedOn: Temporal.PlainDate;
  readonly dueOn: Temporal.PlainDate;
  /** Paid until then, so much may be taken off. */
  readonly discountUntil: Temporal.PlainDate | undefined;
  readonly discountMinor: bigint;
  readonly settledMinor: bigint;
  readonly discountedMinor: bigint;
  readonly settledBookedMinor: bigint;
  readonly made: Act;
  readonly undone: Act | undefined;
};

/** What is still to be paid, or of a credit to be used, in their currency; below zero for a credit. */
export function openOf({ amountMinor, settledMinor, undone }: Payable): bigint {
  return undone === undefined ? amountMinor - settledMinor : 0n;
}

type Terms = Pick<Supplier, 'paymentDays' | 'discountMillionths' | 'discountDays'>;

/**
 * When an invoice is to be paid, and what may be taken off until when.
 *
 * @example
 * // 119.00 of 1 December, 30 days, 2 % within 10: due on 31 December, 2.38 off until 11 December.
 */
export function termsOf(
  { invoicedOn, amountMinor }: Pick<Payable, 'invoicedOn' | 'amountMinor'>,
  { paymentDays, discountMillionths, discountDays }: Terms,
): Pick<Payable, 'dueOn' | 'discountUntil' | 'discountMinor'> {
  const dueOn = invoicedOn.add({ days: paymentDays });
  const discountMinor = (amountMinor * BigInt(discountMillionths)) / 1_000_000n;
  if (discountMinor <= 0n) return { dueOn, discountUntil: undefined, discountMinor: 0n };
  return { dueOn, discountUntil: invoicedOn.add({ days: discountDays }), discountMinor };
}
