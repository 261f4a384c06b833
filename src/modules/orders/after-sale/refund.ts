import type { Id, Refusal } from '../../../kernel/index.ts';
import type { OrderLine, OrderLineId } from '../order.ts';
import type { ReturnId } from './return.ts';

export type RefundId = Id<'refund'>;

/** What is asked to be given back. */
export type RefundRequest = {
  readonly lines: readonly { readonly lineId: OrderLineId; readonly quantity: number }[];
  /** Of what delivery cost: everything that is left of it, or an amount. */
  readonly delivery: 'none' | 'rest' | bigint;
  /** Beyond goods and delivery: an apology in money. */
  readonly goodwillMinor: bigint;
  /** `original`: the way it was paid, payments first. `store_credit`: to the customer's account, at once. */
  readonly means: 'original' | 'store_credit';
};

/** Amounts in minor units, with tax. */
export type RefundPlan = {
  readonly means: RefundRequest['means'];
  readonly lines: readonly RefundedLine[];
  readonly goodsMinor: bigint;
  readonly deliveryMinor: bigint;
  readonly goodwillMinor: bigint;
  readonly taxMinor: bigint;
  /** The tax that is given back, by rate. */
  readonly taxes: OrderLine['taxes'];
  readonly amountMinor: bigint;
  readonly paymentMinor: bigint;
  readonly giftCardMinor: bigint;
  readonly storeCreditMinor: bigint;
};

export type RefundedLine = {
  readonly lineId: OrderLineId;
  readonly quantity: number;
  readonly amountMinor: bigint;
  readonly taxMinor: bigint;
};

/** What earlier refunds of the order have taken, those on their way included. */
export type Refunded = {
  readonly deliveryMinor: bigint;
  readonly paymentMinor: bigint;
  readonly giftCardMinor: bigint;
  readonly storeCreditMinor: bigint;
  readonly amountMinor: bigint;
};

export type RefundState = 'pending' | 'done' | 'refused';

export type Refund = RefundPlan & {
  readonly id: RefundId;
  readonly number: number;
  readonly returnId: ReturnId | undefined;
  readonly state: RefundState;
  readonly reason: string;
  readonly actor: string;
  readonly requestedAt: Temporal.Instant;
  readonly doneAt: Temporal.Instant | undefined;
  /** Why the provider would not. */
  readonly refusal: string | undefined;
};

export type RefundRefusal = Refusal<
  | 'unknown_order'
  | 'not_possible_in_this_state'
  | 'unknown_line'
  | 'not_a_quantity'
  | 'not_an_amount'
  | 'more_than_bought'
  | 'more_than_delivery'
  | 'more_than_paid'
  | 'nothing_to_refund'
  | 'no_customer'
  | 'gift_card_issued'
  | 'too_long'
>;
