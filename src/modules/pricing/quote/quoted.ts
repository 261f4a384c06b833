import type { CurrencyCode } from '../../../kernel/index.ts';
import type { ProductId, VariantId } from '../../catalog/index.ts';
import type { PriceListId } from '../price-lists/price-list.ts';
import type { PromotionId } from '../promotions/promotion.ts';
import type { Reduction } from '../reduction.ts';
import type { QuoteTaxRate } from './quote-input.ts';
import type { PromotionVerdict } from './verdict.ts';

/** What everything costs, and why. All amounts are minor units of `currency`. */
export type Quote = {
  readonly currency: CurrencyCode;
  /** Whether amounts are with tax. An exempt customer's are without, whatever the market's are. */
  readonly pricesIncludeTax: boolean;
  readonly exemptReason?: string | undefined;
  /** In the order of the input; gifts that are given come where they were offered. */
  readonly lines: readonly QuotedLine[];
  readonly delivery?: QuotedDelivery | undefined;
  /** One for each automatic promotion and each code given: how much it took off, or why it did not. */
  readonly verdicts: readonly PromotionVerdict[];
  /** Per rate, the sums of what stands at the lines and the delivery. */
  readonly taxes: readonly TaxTotal[];
  readonly totals: QuoteTotals;
};

/** `subtotal - discount + delivery`, and `+ tax` unless prices include it, is the total, exactly. */
export type QuoteTotals = {
  /** The lines before discounts. */
  readonly subtotalMinor: bigint;
  /** Everything that promotions took off, delivery included. */
  readonly discountMinor: bigint;
  /** The price of delivery before discounts. */
  readonly deliveryMinor: bigint;
  readonly taxMinor: bigint;
  /** What is to be paid. */
  readonly totalMinor: bigint;
};

export type QuotedLine = {
  readonly id: string;
  readonly variantId: VariantId;
  readonly productId: ProductId;
  readonly quantity: number;
  /** What one costs, for the reason given. */
  readonly unitMinor: bigint;
  /**
   * `unitMinor × quantity`. Only where tax is taken out for an exempt customer it is the net of that
   * product, rounded once, and not the product of the rounded net.
   */
  readonly subtotalMinor: bigint;
  readonly discountMinor: bigint;
  /** Without tax, after discounts. */
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  /** `netMinor + taxMinor`: what this line adds to what is paid. */
  readonly totalMinor: bigint;
  readonly priceReason: PriceReason;
  /** The reduction that may be announced, where the base price is what is paid. */
  readonly compareAt?: Reduction | undefined;
  /** In the order in which they were taken off. */
  readonly discounts: readonly LineDiscount[];
  /** Sums to `taxMinor`. */
  readonly taxes: readonly LineTax[];
  /** By what it was taxed: what another place would tax it by. */
  readonly taxing: { readonly taxClass: string; readonly isTaxable: boolean };
  readonly isGift: boolean;
};

/** Why one costs what it costs. */
export type PriceReason =
  | { readonly kind: 'base' }
  | {
      readonly kind: 'price_list';
      readonly priceListId: PriceListId;
      readonly name: string;
      readonly segment?: string | undefined;
      readonly marketCode?: string | undefined;
      readonly fromQuantity: number;
      readonly isSale: boolean;
      readonly basePriceMinor: bigint;
    };

export type LineDiscount = {
  readonly promotionId: PromotionId;
  readonly code?: string | undefined;
  readonly amountMinor: bigint;
};

/** A rate, the net amount that it is on, and its part of the tax. */
export type LineTax = QuoteTaxRate & { readonly baseMinor: bigint; readonly taxMinor: bigint };
export type TaxTotal = LineTax;

export type QuotedDelivery = {
  readonly optionId: string;
  readonly priceMinor: bigint;
  readonly discountMinor: bigint;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
  readonly discounts: readonly LineDiscount[];
  readonly taxes: readonly LineTax[];
};
