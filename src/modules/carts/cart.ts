import type { CurrencyCode, Id, Locale, Refusal } from '../../kernel/index.ts';
import type { ProductId, VariantId } from '../catalog/index.ts';
import type { PostalAddress } from '../markets/index.ts';

export type CartId = Id<'cart'>;
export type CartLineId = Id<'cart_line'>;

/** What a shopper put in: a variant with its options, once. What it costs is `PricedCart`'s. */
export type CartLine = {
  readonly id: CartLineId;
  readonly variantId: VariantId;
  readonly productId: ProductId;
  /** 1 to 9,999. */
  readonly quantity: number;
  /** Part of what the line is: the same variant with another message is another line. '' is none. */
  readonly giftMessage: string;
  /** What a piece cost when it was put in, so that a change can be told. */
  readonly addedUnitMinor: bigint;
};

/** A gift card the cart is to be paid with; its code is not kept. */
export type CartGiftCard = { readonly id: Id<'gift_card'>; readonly last4: string };

/** What the shopper has said so far; '' and `undefined` are not said yet. */
export type CartDetails = {
  readonly email: string;
  readonly phone: string;
  readonly shippingAddress: PostalAddress | undefined;
  /** `undefined`: the same as the shipping address. */
  readonly billingAddress: PostalAddress | undefined;
  readonly deliveryOptionId: string;
  readonly note: string;
  readonly giftMessage: string;
  /** A company's VAT identification number, as typed; whether it exempts is for taxes to say. */
  readonly vatId: string;
  /** In capitals, at most 10. */
  readonly codes: readonly string[];
  /** At most 5. */
  readonly giftCards: readonly CartGiftCard[];
  readonly usesStoreCredit: boolean;
  readonly acceptsMarketing: boolean;
};

export type Cart = CartDetails & {
  readonly id: CartId;
  /** Grows with every change: who read an older one does not write over a newer. */
  readonly version: bigint;
  readonly market: string;
  readonly locale: Locale;
  readonly currency: CurrencyCode;
  readonly customerId: Id<'customer'> | undefined;
  readonly lines: readonly CartLine[];
  /** The order that was last made of it: unpaid while the cart is not completed. */
  readonly orderId: Id<'order'> | undefined;
  readonly hold: CartHold | undefined;
  readonly isCompleted: boolean;
  readonly createdAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
};

/**
 * What an unpaid order of this cart holds. To its shopper it is still there: who comes back after a declined payment
 * does not find the last piece sold out, their card empty and their code used up, all by themselves.
 */
export type CartHold = {
  readonly goods: readonly { readonly variantId: VariantId; readonly quantity: number }[];
  /** Store credit has no card. */
  readonly credits: readonly { readonly giftCardId?: Id<'gift_card'>; readonly amountMinor: bigint }[];
  readonly promotions: readonly {
    readonly promotionId: string;
    readonly code?: string;
    readonly amountMinor: bigint;
  }[];
};

/** Most of everything that a cart holds. */
export const CART_LIMITS = {
  lines: 500,
  quantity: 9_999,
  codes: 10,
  codeLength: 64,
  giftCards: 5,
  noteLength: 2_000,
  giftMessageLength: 500,
  emailLength: 254,
  phoneLength: 50,
  vatIdLength: 20,
} as const;

export type CartRefusal = Refusal<
  | 'unknown_cart'
  | 'cart_completed'
  | 'unknown_variant'
  | 'not_for_sale'
  | 'out_of_stock'
  | 'not_a_quantity'
  | 'unknown_line'
  | 'too_many_lines'
  | 'too_many_codes'
  | 'too_many_gift_cards'
  | 'unknown_gift_card'
  | 'too_many_attempts'
  | 'unknown_country'
  | 'unknown_market'
  | 'sign_in_first'
  | 'missing'
  | 'invalid'
  | 'too_long'
>;

/** The first problem as the refusal, and all of them: a form shows each beside its field. */
export type DetailsRefusal = CartRefusal & { readonly problems: readonly CartRefusal[] };
