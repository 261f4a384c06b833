import { type Order, type OrderLine, verbsOf } from '../../../../modules/orders/index.ts';
import type { Payment } from '../../../../modules/payments/index.ts';
import type { Answer } from '../../../../platform/api/index.ts';
import type { orderEndpoints } from '../contract/orders.ts';
import { type Amounts, amountsIn, deliveryOf, taxesOf, totalsOf, verdictOf } from './cart.ts';

export type OrderAnswer = Answer<typeof orderEndpoints.readOrder>;
type PaymentAnswer = Answer<typeof orderEndpoints.readPayments>['items'][number];

export function orderAnswer(order: Order): OrderAnswer {
  const amount = amountsIn(order.currency);
  const { id, number, state, facts, currency, pricesIncludeTax, email, note, giftMessage } = order;
  return {
    ...{ id, number, state, currency, pricesIncludeTax, email, note, giftMessage },
    placedAt: order.placedAt.toString(),
    paidAt: order.paidAt?.toString(),
    cancelledAt: order.cancelledAt?.toString(),
    ...{ shippingAddress: order.shippingAddress, billingAddress: order.billingAddress },
    delivery: order.delivery && deliveryOf(order.delivery, amount),
    lines: order.lines.map((line) => lineOf(line, amount)),
    totals: totalsOf(order.totals, amount),
    taxes: taxesOf(order.taxes, amount),
    promotions: order.verdicts
      .filter(({ isApplied }) => isApplied)
      .map((verdict) => verdictOf(verdict, amount)),
    credits: order.credits.map(({ kind, last4, amountMinor }) => ({
      kind,
      last4,
      amount: amount(amountMinor),
    })),
    due: amount(order.totals.dueMinor),
    authorized: amount(facts.authorizedMinor),
    captured: amount(facts.capturedMinor),
    refunded: amount(facts.refundedMinor),
    termsVersion: order.termsVersion,
    verbs: verbsOf(state),
  };
}

function lineOf(line: OrderLine, amount: Amounts): OrderAnswer['lines'][number] {
  const { id, variantId, productId, handle, title, sku, options, quantity, giftMessage, isGift } = line;
  const { fulfilledQuantity, deliveredQuantity, returnedQuantity, refundedQuantity } = line;
  return {
    ...{ id, variantId, productId, handle, title, sku, options, quantity, giftMessage, isGift },
    ...{ fulfilledQuantity, deliveredQuantity, returnedQuantity, refundedQuantity },
    unitPrice: amount(line.unitMinor),
    discount: amount(line.discountMinor),
    tax: amount(line.taxMinor),
    total: amount(line.totalMinor),
  };
}

/** An attempt as its shopper may see it: the kind of a decline, never the provider's code. */
export function paymentAnswer(payment: Payment): PaymentAnswer {
  const { id, attempt, provider, state, amountMinor, currency, decline, means, createdAt } = payment;
  return {
    ...{ id, attempt, provider, state, amount: amountsIn(currency)(amountMinor), declined: decline?.kind },
    means: means && { kind: means.kind, brand: means.brand, last4: means.last4 },
    createdAt: createdAt.toString(),
  };
}
