import type { PricedCart } from '../../../modules/carts/index.ts';
import { itemParams } from '../../../modules/collector/index.ts';
import type { Typed } from '../checkout/typed.ts';
import type { Visit } from '../personal/visit.ts';

type Step = 'begin_checkout' | 'add_shipping_info' | 'add_payment_info';

/** The checkout has no script that counts (PCI DSS 4.0.1, 6.4.3): its server tells how far somebody came, once a cart. */
export function tellCheckout({ tell }: Visit, step: Step, { cart, lines }: PricedCart): void {
  const priced = lines.map((line) => ({ ...line, unitMinor: line.quoted?.unitMinor ?? line.addedUnitMinor }));
  tell(step, cart.id, itemParams(cart.currency, priced));
}

/** How far the form of the checkout is filled in. */
export function tellProgress(visit: Visit, priced: PricedCart, { values, problems }: Typed): void {
  const isAddressed = ![...problems.keys()].some((field) => /^(?:email|shipping)/.test(field));
  const isGoing = priced.lines.every(({ requiresShipping }) => !requiresShipping) || values['delivery'];
  if (!isAddressed || !isGoing) return;
  tellCheckout(visit, 'add_shipping_info', priced);
  if (values['payment']) tellCheckout(visit, 'add_payment_info', priced);
}

/** Only which order: what was sold is in the books. */
export function tellPurchase({ tell }: Visit, orderId: string): void {
  tell('purchase', orderId, { transaction_id: orderId });
}
