import type { Id, Refusal } from '../../../kernel/index.ts';
import type { Act, Known, PurchaseOrderId, PurchaseOrderLineId } from '../order/purchase-order.ts';

export type SupplierInvoiceId = Id<'supplier_invoice'>;

export type InvoicedLine = {
  readonly lineId: PurchaseOrderLineId;
  readonly quantity: number;
  /** What they ask for these pieces, without tax, in the order's currency. */
  readonly valueMinor: bigint;
};

export type SupplierInvoice = {
  readonly id: SupplierInvoiceId;
  readonly orderId: PurchaseOrderId;
  /** Theirs. */
  readonly number: string;
  readonly invoicedOn: Temporal.PlainDate;
  readonly dueOn: Temporal.PlainDate;
  readonly goodsMinor: bigint;
  readonly chargesMinor: bigint;
  readonly taxMinor: bigint;
  readonly rateE10: bigint;
  readonly by: string;
  readonly at: Temporal.Instant;
  /** It was a mistake, and was taken back. */
  readonly undone: Act | undefined;
};

/** How an invoice differs from what was ordered and what came: by line, with what. */
export type InvoiceDifference = {
  readonly lineId: PurchaseOrderLineId;
  /** `more_than_received` cannot be accepted; a price can. */
  readonly kind: 'more_than_received' | 'price_higher' | 'price_lower';
  /** Pieces, or minor units of the order's currency. */
  readonly by: bigint;
};

export type InvoiceRefusal =
  | Known
  | Refusal<
      | 'not_on_order'
      | 'not_a_quantity'
      | 'not_an_amount'
      | 'not_a_rate'
      | 'does_not_match'
      | 'nothing_invoiced'
    >;
export type UndoInvoiceRefusal = Known | Refusal<'already_undone' | 'already_paid' | 'already_credited'>;
