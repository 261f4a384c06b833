import type { Id, Refusal } from '../../../kernel/index.ts';
import type { Order, OrderLine, OrderLineId } from '../order.ts';
import { unrefunded } from './agree-anew.ts';
import type { ReturnId } from './return.ts';
import { summedByRate, taxSum } from './tax-sums.ts';

export type RefundId = Id<'refund'>;

/** What is asked to be given back. */
export type RefundRequest = {
  readonly lines: readonly {
    readonly lineId: OrderLineId;
    readonly quantity: number;
    /** Kept of these pieces for their diminished value, with tax. */
    readonly deductionMinor?: bigint;
  }[];
  /** Why something is kept: asked for with every deduction, and told to the customer. */
  readonly deductionReason?: string;
  /** Of what delivery cost: everything that is left of it, or an amount. */
  readonly delivery: 'none' | 'rest' | bigint;
  /** Beyond goods and delivery: an apology in money. */
  readonly goodwillMinor: bigint;
  /** `original`: the way it was paid, payments first. `store_credit`: to the customer's account, at once. */
  readonly means: 'original' | 'store_credit';
  /** Came in beyond what is due, and was never for anything sold. */
  readonly overpaidMinor?: bigint;
  /** So much of it pays for the goods of an exchange and goes nowhere. */
  readonly exchangedMinor?: bigint;
};

/** Amounts in minor units, with tax. */
export type RefundPlan = {
  readonly means: RefundRequest['means'];
  readonly lines: readonly RefundedLine[];
  readonly goodsMinor: bigint;
  readonly deliveryMinor: bigint;
  readonly goodwillMinor: bigint;
  readonly overpaidMinor: bigint;
  /** Kept of the goods, and not in `goodsMinor`. */
  readonly deductionMinor: bigint;
  readonly deductionReason: string;
  readonly taxMinor: bigint;
  /** The tax that is given back, by rate. */
  readonly taxes: OrderLine['taxes'];
  readonly amountMinor: bigint;
  /** Taken off what was still to be paid: it never came, and does not go back. */
  readonly reducedMinor: bigint;
  readonly exchangedMinor: bigint;
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
  readonly overpaidMinor: bigint;
  readonly reducedMinor: bigint;
  readonly paymentMinor: bigint;
  readonly giftCardMinor: bigint;
  readonly storeCreditMinor: bigint;
  readonly amountMinor: bigint;
};

/**
 * `pending` until every payment it goes over has answered, then `done` or `refused`; `incomplete` when some went back and
 * some was refused: staff try again, or give the rest as store credit (`resolveRefund`).
 */
export type RefundState = 'pending' | 'incomplete' | 'done' | 'refused';

export type Refund = RefundPlan & {
  readonly id: RefundId;
  readonly number: number;
  readonly returnId: ReturnId | undefined;
  readonly state: RefundState;
  readonly reason: string;
  readonly actor: string;
  /** Granted as store credit in place of a payment that was refused; `paymentMinor` is without it. */
  readonly insteadMinor: bigint;
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
  | 'paid_by_exchange'
  | 'gift_card_issued'
  | 'more_than_overpaid'
  | 'more_than_worth'
  | 'reason_needed'
  | 'not_returned'
  | 'too_long'
>;

/** What an order is still sold for after edits took theirs, as what a credit note of all of it says. */
export function restOf(
  order: Pick<Order, 'lines' | 'quotedDelivery'>,
): Pick<Refund, 'lines' | 'goodsMinor' | 'deliveryMinor' | 'goodwillMinor' | 'taxes' | 'taxMinor'> {
  const parts = order.lines.map((line) => ({ line, rest: unrefunded(line) }));
  const lines = parts.flatMap(({ line, rest }) => {
    const quantity = line.quantity - line.refundedQuantity;
    const taxMinor = taxSum(rest.taxes);
    return quantity === 0
      ? []
      : [{ lineId: line.id, quantity, amountMinor: rest.netMinor + taxMinor, taxMinor }];
  });
  const taxes = summedByRate([
    ...parts.flatMap(({ rest }) => rest.taxes),
    ...(order.quotedDelivery?.taxes ?? []),
  ]);
  return {
    lines,
    goodsMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    deliveryMinor: order.quotedDelivery?.totalMinor ?? 0n,
    goodwillMinor: 0n,
    taxes,
    taxMinor: taxSum(taxes),
  };
}
