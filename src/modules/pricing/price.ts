import type { CurrencyCode } from '../../kernel/index.ts';
import type { VariantId } from '../catalog/index.ts';

/** What a variant costs in one currency. `compareAtMinor`, when there, is more than `amountMinor`. */
export type Price = {
  readonly variantId: VariantId;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly compareAtMinor: bigint | undefined;
};
