import type { PricedCart } from '../../../modules/carts/index.ts';
import type { Typed } from '../checkout/typed.ts';
import { moneyText } from '../money-text.ts';
import type { Visit } from '../personal/visit.ts';

type Step = 'begin_checkout' | 'add_shipping_info' | 'add_payment_info';

/** The checkout has no script that counts (PCI DSS 4.0.1, 6.4.3): its server tells how far somebody came, once a cart. */
export function tellCheckout({ site, tell }: Visit, step: Step, { cart, lines }: PricedCart): void {
  const decimal = (minor: bigint) => moneyText(minor, site.currency, site.locale).decimal;
  const priced = lines.map((line) => ({ ...line, unitMinor: line.quoted?.unitMinor ?? line.addedUnitMinor }));
  const total = priced.reduce((sum, { unitMinor, quantity }) => sum + unitMinor * BigInt(quantity), 0n);
  tell(step, cart.id, {
    currency: site.currency,
    value: decimal(total),
    items: priced.map(({ productId, title, options, unitMinor, quantity }) => ({
      item_id: productId,
      item_name: title,
      item_variant: options.map(({ value }) => value).join(' / '),
      price: decimal(unitMinor),
      quantity,
    })),
  });
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
