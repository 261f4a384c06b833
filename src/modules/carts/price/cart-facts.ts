import type { ProductId, Sellable, VariantId } from '../../catalog/index.ts';
import type { GiftCard, GiftCardId } from '../../credits/index.ts';
import type { Availability } from '../../inventory/index.ts';
import type { Market } from '../../markets/index.ts';
import type {
  ListPrice,
  Price,
  PromotionRulebook,
  PromotionUsage,
  QuoteInput,
  Reduction,
} from '../../pricing/index.ts';
import type { ShippingRulebook } from '../../shipping/index.ts';
import type { TaxContext, TaxRulebook } from '../../taxes/index.ts';
import type { Destination } from '../priced-cart.ts';

export type RulebookSet = {
  readonly promotions: PromotionRulebook;
  readonly shipping: ShippingRulebook;
  readonly taxes: TaxRulebook;
};

/** What a shop's carts have in common. */
export type CartGround = {
  readonly market: Market;
  readonly timeZone: string;
  /** Where the goods are sent from: decides whose tax applies. */
  readonly sellerCountry: string;
  readonly rulebooks: RulebookSet;
  /** Where the shopper is about to say that it goes, before the address is whole. */
  readonly goingTo?: Omit<Destination, 'isEstimate'> | undefined;
};

/** Everything that other modules know of a cart's goods and its shopper, read just now. */
export type CartFacts = CartGround & {
  readonly sellables: ReadonlyMap<VariantId, Sellable>;
  readonly prices: ReadonlyMap<VariantId, Price>;
  readonly listPrices: ReadonlyMap<VariantId, readonly ListPrice[]>;
  readonly reductions: ReadonlyMap<VariantId, Reduction>;
  readonly availability: ReadonlyMap<VariantId, Availability>;
  readonly collectionIds: ReadonlyMap<ProductId, readonly string[]>;
  readonly usage: PromotionUsage;
  readonly shopper: Shopper | undefined;
  readonly giftCards: ReadonlyMap<GiftCardId, GiftCard>;
  readonly storeCreditMinor: bigint;
  readonly taxes: TaxContext;
};

/** The customer as prices and taxes see them. */
export type Shopper = NonNullable<QuoteInput['customer']> & { readonly isTaxExempt: boolean };
