import type { CurrencyCode } from '../../../kernel/index.ts';
import type { ProductId, VariantId } from '../../catalog/index.ts';
import type { ListPrice } from '../price-lists/price-list.ts';
import type { PromotionRulebook, PromotionUsage } from '../promotions/rulebook.ts';
import type { Reduction } from '../reduction.ts';

/** Everything that a price depends on. */
export type QuoteInput = {
  readonly currency: CurrencyCode;
  /** Prices, delivery and amounts of promotions are with tax (true) or without (false). */
  readonly pricesIncludeTax: boolean;
  readonly marketCode: string;
  /** The shop's IANA zone, by which promotions start and end. */
  readonly timeZone: string;
  readonly now: Temporal.Instant;
  /** Ids differ. Lines with `isGift` are offers of what promotions may give; see `QuoteLine.isGift`. */
  readonly lines: readonly QuoteLine[];
  readonly rulebook: PromotionRulebook;
  /** As the shopper wrote them; case, spaces and hyphens do not matter. */
  readonly codes: readonly string[];
  readonly customer?: QuoteCustomer | undefined;
  readonly usage: PromotionUsage;
  readonly delivery?: QuoteDelivery | undefined;
  readonly taxes: QuoteTaxes;
};

export type QuoteLine = {
  readonly id: string;
  readonly variantId: VariantId;
  readonly productId: ProductId;
  /** 1 or more. */
  readonly quantity: number;
  /** What one costs before price lists, in the quote's currency. */
  readonly basePriceMinor: bigint;
  /** Every entry that the lists have for this variant; the quote picks. */
  readonly listPrices: readonly ListPrice[];
  /** The reduction that may be announced for the base price. */
  readonly compareAt?: Reduction | undefined;
  readonly isTaxable: boolean;
  /** '' is the standard class. */
  readonly taxClass: string;
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
  /** Neither discounted nor taxed: what it pays for later is. */
  readonly isGiftCard: boolean;
  readonly collectionIds: readonly string[];
  readonly categoryPaths: readonly string[];
  readonly brandId?: string | undefined;
  readonly tags: readonly string[];
  /**
   * Not in the cart, but there to be given: up to `quantity` pieces of this variant. The quote has the line
   * only when a promotion gives it, with the quantity given, and takes its price off whole.
   */
  readonly isGift?: boolean | undefined;
};

export type QuoteCustomer = {
  /** An account's id, or what a guest is known by (a hash of the e-mail address): limits per customer count it. */
  readonly id: string;
  readonly segments: readonly string[];
  /** Orders placed before this one. */
  readonly orderCount: number;
};

export type QuoteDelivery = {
  readonly optionId: string;
  readonly priceMinor: bigint;
  readonly taxClass: string;
  /** Taxed like the goods, in proportion to their value, as an ancillary service; not by its own class. */
  readonly isTaxedLikeGoods?: boolean | undefined;
};

/** What the taxes module says of a destination. */
export type QuoteTaxes = {
  /** Nothing is taxed. */
  readonly isExempt: boolean;
  readonly exemptReason?: string | undefined;
  /** What applies to a class: none, one, or several (each on the net price, summed). */
  readonly rateFor: (taxClass: string) => readonly QuoteTaxRate[];
  /**
   * For an exempt customer where prices include tax: the tax that they contain. It is taken out, and the net
   * price is paid. Without it they contain none, and the price is paid as it is.
   */
  readonly containedRateFor?: ((taxClass: string) => readonly QuoteTaxRate[]) | undefined;
};

export type QuoteTaxRate = {
  readonly name: string;
  readonly country: string;
  readonly region?: string | undefined;
  readonly rateMillionths: number;
};
