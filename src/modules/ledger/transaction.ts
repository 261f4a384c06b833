import type { Posting } from './account.ts';

/** What happened in the business. */
export type TransactionKind =
  | 'sale'
  | 'refund'
  | 'goodwill'
  | 'exchange'
  | 'capture'
  | 'refund_paid'
  | 'fee'
  | 'payout'
  | 'dispute_opened'
  | 'dispute_won'
  | 'dispute_lost'
  | 'gift_card_issued'
  | 'gift_card_redeemed'
  | 'gift_card_restored'
  | 'gift_card_expired'
  | 'store_credit_granted'
  | 'store_credit_used'
  | 'store_credit_restored'
  | 'goods_received'
  | 'goods_shipped'
  | 'goods_returned'
  | 'stock_adjusted'
  | 'receipt_undone'
  | 'landed_cost'
  | 'purchase_invoiced'
  | 'purchase_invoice_undone'
  | 'charges_invoiced'
  | 'charges_undone'
  | 'supplier_returned'
  | 'supplier_return_undone'
  | 'supplier_paid'
  | 'supplier_payment_undone'
  | 'rounding'
  | 'correction';

/** A transaction as it is posted: its postings sum to zero in every currency. */
export type Transaction = {
  readonly kind: TransactionKind;
  /**
   * Unique with `kind`: the id of the order, capture, refund, shipment … Posting it again is posting it once.
   */
  readonly reference: string;
  readonly orderId?: string;
  readonly memo?: string;
  readonly postings: readonly Posting[];
  readonly now: Temporal.Instant;
};
