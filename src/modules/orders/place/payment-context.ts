import type { PaymentContext } from '../../payments/index.ts';
import type { Order } from '../order.ts';
import type { PlaceOrder } from '../placed.ts';

type PayableOrder = Pick<Order, 'locale' | 'email' | 'billingAddress' | 'shippingAddress'> & {
  readonly lines: readonly Pick<Order['lines'][number], 'title' | 'quantity' | 'totalMinor'>[];
};

/** What the provider is told of an order besides the amount. */
export function paymentContext(
  order: PayableOrder,
  number: string,
  asked: { readonly payment: NonNullable<PlaceOrder['payment']>; readonly isChallengeRequired: boolean },
): PaymentContext {
  const { token, returnUrl, cancelUrl, webhookUrl } = asked.payment;
  return {
    orderNumber: number,
    isChallengeRequired: asked.isChallengeRequired,
    token,
    returnUrl,
    cancelUrl,
    webhookUrl,
    locale: order.locale,
    email: order.email,
    billingAddress: order.billingAddress,
    shippingAddress: order.shippingAddress,
    lines: order.lines.map(({ title, quantity, totalMinor }) => ({ title, quantity, totalMinor })),
  };
}
