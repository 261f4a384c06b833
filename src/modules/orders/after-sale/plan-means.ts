import { money, ok, type Result, refuse, toDecimal } from '../../../kernel/index.ts';
import type { Order } from '../order.ts';
import type { Refunded, RefundPlan, RefundRefusal, RefundRequest } from './refund.ts';

type PaidOrder = Pick<Order, 'credits' | 'customerId' | 'currency'> & {
  readonly facts: Pick<Order['facts'], 'capturedMinor'>;
};

type Means = Pick<
  RefundPlan,
  'reducedMinor' | 'exchangedMinor' | 'paymentMinor' | 'giftCardMinor' | 'storeCreditMinor'
>;

/**
 * Where an amount goes: first off what is still to be paid, then to the goods of an exchange, then back over payments,
 * gift cards and store credit, in this order. What goes back is never more than was paid, refunds on their way included.
 *
 * @param owedMinor what an edit may take off what is still to be paid
 */
export function planMeans(
  order: PaidOrder,
  refunded: Refunded,
  { means, exchangedMinor = 0n }: RefundRequest,
  { amountMinor, owedMinor }: { readonly amountMinor: bigint; readonly owedMinor: bigint },
): Result<Means, RefundRefusal> {
  const paidBy = (kind: Order['credits'][number]['kind']) =>
    order.credits
      .filter((credit) => credit.kind === kind)
      .reduce((sum, credit) => sum + credit.amountMinor, 0n);
  const reducedMinor = least(amountMinor, owedMinor);
  const givenMinor = amountMinor - reducedMinor;
  const paid = order.credits.reduce((sum, credit) => sum + credit.amountMinor, order.facts.capturedMinor);
  const left = paid - (refunded.amountMinor - refunded.reducedMinor);
  if (givenMinor > left) {
    const [rest, asked] = [left, givenMinor].map((minor) => toDecimal(money(minor, order.currency)));
    const message = `${rest} ${order.currency} of what was paid are left to refund, ${asked} are asked`;
    return refuse('more_than_paid', message);
  }
  const spent = { reducedMinor, exchangedMinor: least(givenMinor, exchangedMinor) };
  const backMinor = givenMinor - spent.exchangedMinor;
  if (means === 'store_credit' && backMinor > 0n) {
    if (order.customerId === undefined) {
      return refuse('no_customer', 'store credit needs a customer account', 'means');
    }
    return ok({ ...spent, paymentMinor: 0n, giftCardMinor: 0n, storeCreditMinor: backMinor });
  }
  const paymentMinor = least(backMinor, order.facts.capturedMinor - refunded.paymentMinor);
  const giftCardMinor = least(backMinor - paymentMinor, paidBy('gift_card') - refunded.giftCardMinor);
  const storeCreditMinor = backMinor - paymentMinor - giftCardMinor;
  if (storeCreditMinor > paidBy('store_credit') - refunded.storeCreditMinor) {
    const message = 'pieces of another order paid for it: exchange it, or give store credit';
    return refuse('paid_by_exchange', message, 'means');
  }
  return ok({ ...spent, paymentMinor, giftCardMinor, storeCreditMinor });
}

function least(a: bigint, b: bigint): bigint {
  const smaller = a < b ? a : b;
  return smaller > 0n ? smaller : 0n;
}
