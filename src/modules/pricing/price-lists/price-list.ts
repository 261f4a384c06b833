import type { CurrencyCode, Id } from '../../../kernel/index.ts';
import type { VariantId } from '../../catalog/index.ts';

export type PriceListId = Id<'price_list'>;

/**
 * `override`: its prices stand in place of the variant's own, be they less or more. `sale`: its prices count
 * only where they are less than the variant's own, and goods sold at one of them are reduced goods.
 */
export type PriceListKind = 'override' | 'sale';

/** Prices for some: for a segment, a market, a time, or all of these. */
export type PriceList = {
  readonly id: PriceListId;
  /** Lower-case letters, digits and hyphens: `wholesale`. */
  readonly code: string;
  readonly name: string;
  readonly kind: PriceListKind;
  /** Lower comes first; of lists with one priority the lowest price counts. */
  readonly priority: number;
  readonly isActive: boolean;
  /** The customer segment that it is for; all without one. */
  readonly segment?: string | undefined;
  /** The code of the market that it is for; all without one. */
  readonly marketCode?: string | undefined;
  readonly startsAt?: Temporal.Instant | undefined;
  /** The first instant at which it does not apply any more. */
  readonly endsAt?: Temporal.Instant | undefined;
};

/** A price that a list has for a variant in the currency asked for, from a quantity on. */
export type ListPrice = {
  readonly priceListId: PriceListId;
  readonly name: string;
  readonly kind: PriceListKind;
  readonly priority: number;
  readonly segment?: string | undefined;
  readonly marketCode?: string | undefined;
  readonly startsAt?: Temporal.Instant | undefined;
  readonly endsAt?: Temporal.Instant | undefined;
  /** 1 without a quantity break. */
  readonly fromQuantity: number;
  readonly amountMinor: bigint;
};

/** One price of a list, to be set; `amountMinor` undefined takes it off the list. */
export type ListPriceDraft = {
  readonly priceListId: PriceListId;
  readonly variantId: VariantId;
  readonly currency: CurrencyCode;
  readonly fromQuantity: number;
  readonly amountMinor: bigint | undefined;
};
