import { type Quote, type QuoteDelivery, quote } from '../../pricing/index.ts';
import type { DeliveryOption } from '../../shipping/index.ts';
import type { Cart } from '../cart.ts';
import type { CartMissing, CartNotice, PricedCart, PricedLine } from '../priced-cart.ts';
import { creditNotices, creditsOf } from './cart-credits.ts';
import { type CartDelivery, deliveryOf, destinationOf } from './cart-delivery.ts';
import type { CartFacts } from './cart-facts.ts';
import { checkLines, giftOffers, quoteLines } from './cart-lines.ts';
import { codeNotices, withoutSecrets } from './code-notices.ts';
import { giftVariants } from './gift-variants.ts';
import { pricedLines } from './priced-lines.ts';

/**
 * What a cart costs now, with everything a shopper has to be told. Pure: the same cart and facts give the same total,
 * to the page that shows it and to the order that charges it.
 */
export function priceCart(cart: Cart, facts: CartFacts, now: Temporal.Instant): PricedCart {
  const checked = checkLines(cart.lines, facts, now);
  const offers = giftOffers(giftVariants(facts.rulebooks.promotions), checked, facts, now);
  const lines = [...quoteLines(checked, facts), ...offers];
  const ask = (delivery: QuoteDelivery | undefined) => quoteOf(cart, facts, { lines, delivery, now });
  // What delivery costs depends on what the goods cost after discounts: hence the goods first.
  const goods = ask(undefined);
  const delivery = deliveryOf(cart, checked, goods, facts);
  const option = delivery.chosen ?? delivery.options[0];
  const quoted = option === undefined ? goods : ask(quoteDelivery(option));
  const priced = pricedLines(checked, quoted, facts);
  const { credits, dueMinor } = creditsOf(cart, quoted.totals.totalMinor, facts);
  return {
    cart,
    lines: priced,
    quote: withoutSecrets(quoted),
    destination: destinationOf(cart, facts),
    deliveryOptions: delivery.options,
    delivery: option,
    notices: [
      ...lineNotices(priced),
      ...codeNotices(quoted.verdicts),
      ...deliveryNotices(cart, delivery),
      ...creditNotices(cart, facts),
    ],
    credits,
    dueMinor,
    missing: missingOf(cart, quoted, delivery),
  };
}

function quoteOf(
  cart: Cart,
  facts: CartFacts,
  asked: {
    readonly lines: Parameters<typeof quote>[0]['lines'];
    readonly delivery: QuoteDelivery | undefined;
    readonly now: Temporal.Instant;
  },
): Quote {
  const { market, rulebooks, shopper } = facts;
  return quote({
    ...asked,
    currency: cart.currency,
    pricesIncludeTax: market.pricesIncludeTax,
    marketCode: market.code,
    timeZone: facts.timeZone,
    rulebook: rulebooks.promotions,
    codes: cart.codes,
    customer: shopper,
    usage: facts.usage,
    taxes: facts.taxes,
  });
}

function quoteDelivery({ id, priceMinor, taxClass, isTaxedLikeGoods }: DeliveryOption): QuoteDelivery {
  return { optionId: id, priceMinor, taxClass, isTaxedLikeGoods };
}

function lineNotices(lines: readonly PricedLine[]): CartNotice[] {
  return lines.flatMap(({ id, title, notices }) =>
    notices.map((notice) => ({ ...notice, lineId: id, title })),
  );
}

function deliveryNotices(cart: Cart, { isNeeded, options, chosen }: CartDelivery): CartNotice[] {
  if (!isNeeded || cart.shippingAddress === undefined) return [];
  if (options.length === 0) return [{ kind: 'delivery_not_possible' }];
  return cart.deliveryOptionId !== '' && chosen === undefined ? [{ kind: 'delivery_choice_gone' }] : [];
}

function missingOf(cart: Cart, quoted: Quote, delivery: CartDelivery): CartMissing[] {
  const { shippingAddress, billingAddress } = cart;
  const asked: readonly (readonly [CartMissing, boolean])[] = [
    ['lines', !quoted.lines.some(({ isGift }) => !isGift)],
    ['email', cart.email === ''],
    ['shipping_address', delivery.isNeeded && shippingAddress === undefined],
    ['billing_address', !delivery.isNeeded && shippingAddress === undefined && billingAddress === undefined],
    ['delivery', delivery.isNeeded && delivery.chosen === undefined],
  ];
  return asked.filter(([, isMissing]) => isMissing).map(([what]) => what);
}
