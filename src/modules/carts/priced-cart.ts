import type { BundleComponent } from '../catalog/index.ts';
import type { AssetId, Picture } from '../media/index.ts';
import type { Quote, QuotedLine, Reduction } from '../pricing/index.ts';
import type { DeliveryOption } from '../shipping/index.ts';
import type { Cart, CartGiftCard, CartLine, CartLineId } from './cart.ts';

/** A cart with everything that a page, an API answer or an order needs to know of it now. */
export type PricedCart = {
  readonly cart: Cart;
  readonly lines: readonly PricedLine[];
  /** Of the lines that can be sold, in the quantities there are. */
  readonly quote: Quote;
  /** Where it goes. An estimate is the market's first country, until there is an address: say so beside the total. */
  readonly destination: Destination;
  /** Cheapest first; [] when nothing has to be delivered, or nothing can be. */
  readonly deliveryOptions: readonly DeliveryOption[];
  /** The shopper's choice, or the cheapest while there is none (see `missing`). */
  readonly delivery: DeliveryOption | undefined;
  readonly notices: readonly CartNotice[];
  /** What gift cards and store credit pay of the total, in the order in which they are used. */
  readonly credits: readonly CartCredit[];
  /** Left for a payment: total - credits. */
  readonly dueMinor: bigint;
  /** What has to be said before this can be ordered; [] is ready. */
  readonly missing: readonly CartMissing[];
};

export type Destination = {
  readonly country: string;
  readonly region?: string;
  readonly postalCode?: string;
  readonly isEstimate: boolean;
};

export type PricedLine = CartLine & {
  readonly title: string;
  readonly handle: string;
  readonly sku: string | undefined;
  /** `[{ name: 'Colour', value: 'Blue' }]`, in the shopper's language. */
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly assetId: AssetId | undefined;
  /** `undefined` where there is none, or where nobody asked for pictures. */
  readonly picture: Picture | undefined;
  readonly kind: 'physical' | 'digital' | 'bundle' | 'gift_card';
  /** What a bundle is made of; [] for anything else. */
  readonly components: readonly BundleComponent[];
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
  /** How many can be had now; `undefined` is any number (not tracked, backorder). */
  readonly available: number | undefined;
  /** How many of them are in the quote: `quantity`, or less when there are fewer. 0: not in the quote. */
  readonly soldQuantity: number;
  readonly quoted: QuotedLine | undefined;
  /** Given by a promotion: nobody put it in, and it comes and goes with the promotion. */
  readonly isGift: boolean;
  /** What may be said of its price (Directive 98/6/EC, article 6a). */
  readonly reduction: Reduction | undefined;
  readonly notices: readonly LineNotice[];
};

export type LineNotice =
  | { readonly kind: 'price_changed'; readonly beforeMinor: bigint; readonly nowMinor: bigint }
  | { readonly kind: 'reduced_quantity'; readonly wanted: number; readonly available: number }
  /** `expectedOn`: about when it is back, where the shop says so. */
  | { readonly kind: 'out_of_stock'; readonly expectedOn?: Temporal.PlainDate }
  | { readonly kind: 'not_sold_any_more' };

export type CartNotice =
  | (LineNotice & { readonly lineId: CartLineId; readonly title: string })
  /** One reason for a code that is unknown, over, or not for this shopper: guessing learns nothing. */
  | { readonly kind: 'code_refused'; readonly code: string; readonly reason: string }
  | { readonly kind: 'delivery_not_possible' }
  | { readonly kind: 'delivery_choice_gone' }
  | { readonly kind: 'gift_card_empty'; readonly card: CartGiftCard };

export type CartCredit =
  | {
      readonly kind: 'gift_card';
      readonly card: CartGiftCard;
      readonly amountMinor: bigint;
    }
  | { readonly kind: 'store_credit'; readonly amountMinor: bigint };

export type CartMissing = 'lines' | 'email' | 'shipping_address' | 'billing_address' | 'delivery';
