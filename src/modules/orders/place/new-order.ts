import { newId } from '../../../platform/id.ts';
import type { CartId, PricedCart } from '../../carts/index.ts';
import type { PostalAddress } from '../../markets/index.ts';
import type { Order, OrderId, OrderLine } from '../order.ts';

/** An order as it is about to be written. */
export type NewOrder = Pick<
  Order,
  | 'id'
  | 'market'
  | 'locale'
  | 'currency'
  | 'pricesIncludeTax'
  | 'customerId'
  | 'email'
  | 'phone'
  | 'shippingAddress'
  | 'billingAddress'
  | 'delivery'
  | 'quotedDelivery'
  | 'taxes'
  | 'verdicts'
  | 'credits'
  | 'note'
  | 'giftMessage'
  | 'vatId'
  | 'acceptsMarketing'
  | 'totals'
  | 'termsVersion'
> & {
  readonly cartId: CartId;
  readonly cartVersion: bigint;
  readonly customerName: string;
  readonly lines: readonly NewLine[];
};

export type NewLine = Omit<
  OrderLine,
  | 'position'
  | 'fulfilledQuantity'
  | 'deliveredQuantity'
  | 'returnedQuantity'
  | 'refundedQuantity'
  | 'removedQuantity'
>;

/** What an order agrees to, word for word and penny for penny what the priced cart says. */
export function newOrder(
  id: OrderId,
  { cart, quote, lines, delivery, credits, dueMinor }: PricedCart,
  termsVersion: string,
): NewOrder {
  const billingAddress = addressOf(cart.billingAddress ?? cart.shippingAddress);
  const isDelivered = lines.some(({ requiresShipping, quoted }) => requiresShipping && quoted !== undefined);
  const { totals } = quote;
  return {
    id,
    cartId: cart.id,
    cartVersion: cart.version,
    market: cart.market,
    locale: cart.locale,
    currency: quote.currency,
    pricesIncludeTax: quote.pricesIncludeTax,
    customerId: cart.customerId,
    customerName: (cart.shippingAddress ?? billingAddress).name,
    email: cart.email,
    phone: cart.phone,
    shippingAddress: isDelivered ? cart.shippingAddress : undefined,
    billingAddress,
    delivery: isDelivered ? delivery : undefined,
    quotedDelivery: quote.delivery,
    taxes: quote.taxes,
    verdicts: quote.verdicts,
    credits: credits.map((credit) => ({
      kind: credit.kind,
      giftCardId: credit.kind === 'gift_card' ? credit.card.id : undefined,
      last4: credit.kind === 'gift_card' ? credit.card.last4 : '',
      amountMinor: credit.amountMinor,
    })),
    note: cart.note,
    giftMessage: cart.giftMessage,
    vatId: cart.vatId,
    acceptsMarketing: cart.acceptsMarketing,
    totals: { ...totals, creditMinor: totals.totalMinor - dueMinor, reducedMinor: 0n, dueMinor },
    termsVersion,
    lines: lines.flatMap((line) => newLine(line) ?? []),
  };
}

function newLine(line: PricedCart['lines'][number]): NewLine | undefined {
  const { quoted } = line;
  if (quoted === undefined) return undefined;
  return {
    id: newId(),
    variantId: line.variantId,
    productId: line.productId,
    sku: line.sku,
    title: line.title,
    handle: line.handle,
    options: line.options,
    assetId: line.assetId,
    kind: line.kind,
    quantity: quoted.quantity,
    giftMessage: line.giftMessage,
    isGift: line.isGift,
    requiresShipping: line.requiresShipping,
    weightGrams: line.weightGrams,
    unitMinor: quoted.unitMinor,
    subtotalMinor: quoted.subtotalMinor,
    discountMinor: quoted.discountMinor,
    netMinor: quoted.netMinor,
    taxMinor: quoted.taxMinor,
    totalMinor: quoted.totalMinor,
    priceReason: quoted.priceReason,
    discounts: quoted.discounts,
    taxes: quoted.taxes,
    taxing: quoted.taxing,
    components: line.components,
  };
}

function addressOf(address: PostalAddress | undefined): PostalAddress {
  if (address === undefined) throw new RangeError('an order without an address passed the check');
  return address;
}
