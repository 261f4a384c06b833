import type { CurrencyCode, Id } from '../../../kernel/index.ts';

export type PromotionId = Id<'promotion'>;

/** An amount in minor units for each currency in which there is one. */
export type Amounts = Readonly<Partial<Record<CurrencyCode, bigint>>>;

/** What a promotion is about, when it applies, and what it gives. */
export type Promotion = {
  readonly id: PromotionId;
  /** What the shopper reads: "Spring: 10 % off everything". */
  readonly name: string;
  /** `automatic` applies by itself, `code` when the shopper gives one of its codes. */
  readonly trigger: 'automatic' | 'code';
  /** Lanes apply one after the other, lower numbers first, each to what the ones before have left. */
  readonly lane: number;
  /** Lower comes first where two promotions are worth the same. */
  readonly priority: number;
  /** Applies alone or not at all. */
  readonly isExclusive: boolean;
  readonly conditions: Conditions;
  /** At least one; each applies to what the ones before it have left. */
  readonly benefits: readonly Benefit[];
  readonly limits: Limits;
};

/** Everything that is given must hold. */
export type Conditions = {
  /** Codes of markets, one of which must be the order's. */
  readonly markets?: readonly string[] | undefined;
  /** Segments, one of which the customer must be in. */
  readonly segments?: readonly string[] | undefined;
  readonly isFirstOrder?: true | undefined;
  readonly minimum?: Minimum | undefined;
  readonly schedule?: Schedule | undefined;
};

/** What must be in the cart, at prices before promotions; gift cards and gifts do not count. */
export type Minimum = {
  readonly quantity?: number | undefined;
  readonly value?: Amounts | undefined;
  readonly goods: Goods;
};

/** Times by the clocks of the shop's zone. */
export type Schedule = {
  readonly startsAt?: Temporal.PlainDateTime | undefined;
  /** The first moment at which it does not apply any more. */
  readonly endsAt?: Temporal.PlainDateTime | undefined;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays?: readonly number[] | undefined;
  /** From `from` until before `to`, each day; when `to` is not later than `from`, into the next day. */
  readonly hours?: { readonly from: Temporal.PlainTime; readonly to: Temporal.PlainTime } | undefined;
};

/** Lines that match one of `anyOf` (all lines when it is empty) and none of `noneOf`. Never gift cards. */
export type Goods = {
  readonly anyOf: readonly Selection[];
  readonly noneOf: readonly Selection[];
  /** Leaves out goods that are reduced already: by a compare-at price or by a sale list. */
  readonly isFullPriceOnly: boolean;
};

/** A line matches when it is in every list that is given; it is in a list when one entry is its own. */
export type Selection = {
  readonly products?: readonly string[] | undefined;
  readonly variants?: readonly string[] | undefined;
  readonly collections?: readonly string[] | undefined;
  /** Paths; `home` means `home/kitchen` too. */
  readonly categories?: readonly string[] | undefined;
  readonly brands?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
};

export type Benefit =
  | PercentOff
  | AmountOffOrder
  | AmountOffItem
  | FixedPrice
  | BuyXGetY
  | Tiers
  | FreeDelivery
  | Gift;

/**
 * `item`: the price of each piece is reduced and rounded, as a shelf would show it. `order`: the goods
 * together are, and the discount is spread over their lines.
 */
export type PercentOff = {
  readonly kind: 'percent_off';
  readonly per: 'item' | 'order';
  /** 100,000 is 10 %. */
  readonly rateMillionths: number;
  readonly goods: Goods;
  /** Never more off than this. */
  readonly most?: Amounts | undefined;
};

/** Off the goods together, spread over their lines in proportion to what they cost. */
export type AmountOffOrder = {
  readonly kind: 'amount_off_order';
  readonly amount: Amounts;
  readonly goods: Goods;
};

export type AmountOffItem = {
  readonly kind: 'amount_off_item';
  readonly amount: Amounts;
  readonly goods: Goods;
};

/** Each piece costs this; one that costs less already keeps its price. */
export type FixedPrice = { readonly kind: 'fixed_price'; readonly price: Amounts; readonly goods: Goods };

/** Who buys `buyQuantity` gets `getQuantity` of the cheapest others at `rateMillionths` off. */
export type BuyXGetY = {
  readonly kind: 'buy_x_get_y';
  readonly buyQuantity: number;
  readonly buy: Goods;
  readonly getQuantity: number;
  readonly get: Goods;
  /** 1,000,000 is free. */
  readonly rateMillionths: number;
  /** How often at most in one order. */
  readonly mostTimes?: number | undefined;
};

/**
 * The highest tier that the goods reach, by their quantity or by their value before promotions, counts for
 * all of them.
 */
export type Tiers = { readonly kind: 'tiers'; readonly goods: Goods } & (
  | { readonly by: 'quantity'; readonly tiers: readonly { readonly from: number; readonly off: TierOff }[] }
  | { readonly by: 'value'; readonly tiers: readonly { readonly from: Amounts; readonly off: TierOff }[] }
);

/** A percentage or an amount off the goods together. */
export type TierOff = { readonly rateMillionths: number } | { readonly amount: Amounts };

/** Delivery costs nothing, or `upTo` less. */
export type FreeDelivery = { readonly kind: 'free_delivery'; readonly upTo?: Amounts | undefined };

/** Pieces of a variant for nothing, beside what was bought. */
export type Gift = { readonly kind: 'gift'; readonly variantId: string; readonly quantity: number };

/** Counted when an order is placed; a cancelled order gives back what it took. */
export type Limits = {
  readonly uses?: number | undefined;
  readonly usesPerCustomer?: number | undefined;
  /** What all orders together may have off; in a currency without a budget the promotion does not apply. */
  readonly budget?: Amounts | undefined;
};
