import type { Id, Refusal } from '../../../kernel/index.ts';
import type { Act, Known, PurchaseOrderId, PurchaseOrderLineId } from '../order/purchase-order.ts';

export type ReceiptId = Id<'receipt'>;

/** What came of a line this time. Damaged and wrong pieces are not taken in: they are still to come. */
export type ReceivedLine = {
  readonly lineId: PurchaseOrderLineId;
  /** Good pieces, for stock. */
  readonly received: number;
  readonly damaged?: number | undefined;
  readonly wrong?: number | undefined;
  /** Until when the good ones keep, as printed on them. */
  readonly expiresOn?: Temporal.PlainDate | undefined;
};

/** One delivery as it was taken in. */
export type Receipt = {
  readonly id: ReceiptId;
  readonly orderId: PurchaseOrderId;
  /** The first of an order is 1. */
  readonly number: number;
  /** Of the delivery note. */
  readonly reference: string;
  readonly rateE10: bigint;
  readonly note: string;
  readonly received: Act;
  /** It was a mistake, and was taken back. */
  readonly undone: Act | undefined;
  readonly lines: readonly ReceiptLine[];
};

export type ReceiptLine = {
  readonly lineId: PurchaseOrderLineId;
  readonly received: number;
  readonly damaged: number;
  readonly wrong: number;
  readonly expiresOn: Temporal.PlainDate | undefined;
  /** What the received pieces came to: in the order's currency, and in the shop's. */
  readonly valueMinor: bigint;
  readonly costMinor: bigint;
};

export type ReceiveRefusal =
  | Known
  | Refusal<'not_on_order' | 'not_a_quantity' | 'more_than_open' | 'nothing_came' | 'not_a_rate'>;
export type UndoRefusal = Known | Refusal<'already_undone' | 'already_sold' | 'already_settled'>;
