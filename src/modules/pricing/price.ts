import type { CurrencyCode, Refusal } from '../../kernel/index.ts';
import type { VariantId } from '../catalog/index.ts';

/** What a variant costs in one currency. `compareAtMinor`, when there, is more than `amountMinor`. */
export type Price = {
  readonly variantId: VariantId;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly compareAtMinor: bigint | undefined;
};

/** Why a price was not taken. */
export type PriceRefusal = Refusal<
  'unknown_variant' | 'amount_below_zero' | 'amount_too_large' | 'compare_at_not_above_amount'
>;

export type RefusedPrice = { readonly price: Price; readonly refusal: PriceRefusal };

/**
 * One line of the history: a price that began to apply at `changedAt`, or its end when `amountMinor` is
 * undefined.
 */
export type PriceChange = {
  readonly amountMinor: bigint | undefined;
  readonly compareAtMinor: bigint | undefined;
  readonly changedAt: Temporal.Instant;
};
