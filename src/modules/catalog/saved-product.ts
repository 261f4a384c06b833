import type { Refusal } from '../../kernel/index.ts';
import type { ProductId } from './product.ts';
import type { VariantId } from './variant.ts';

/**
 * Why a draft was not taken. The refusal's `field` is a path into the draft, such as `variants[2].barcode`.
 *
 * - missing: a field that a new product needs
 * - too_long, too_many: over the limit that the message states
 * - invalid: not of the form that the message states
 * - wrong_check_digit: a barcode of a GTIN's length whose last digit is not its check digit
 * - duplicate: the same handle, option, variant, SKU or name twice in what was sent
 * - sku_taken: another product has a variant with this SKU
 * - unknown_attribute: no definition has this key
 * - options_mismatch: a variant's values do not go with the product's options
 * - variant_in_bundle: a variant that would go is a component of a bundle
 */
export type DraftRefusalCode =
  | 'missing'
  | 'too_long'
  | 'too_many'
  | 'invalid'
  | 'wrong_check_digit'
  | 'duplicate'
  | 'sku_taken'
  | 'unknown_attribute'
  | 'options_mismatch'
  | 'variant_in_bundle';

export type DraftRefusal = Refusal<DraftRefusalCode>;
export type SaveOutcome = 'created' | 'updated' | 'unchanged';

export type SavedVariant = {
  readonly id: VariantId;
  readonly sku: string | undefined;
  readonly optionValues: readonly string[];
};

export type RefusedDraft = { readonly handle: string; readonly refusal: DraftRefusal };

/**
 * What became of one draft: `'refusal' in saved` tells the two apart. Variants are in the product's order.
 */
export type SavedProduct =
  | {
      readonly handle: string;
      readonly id: ProductId;
      readonly outcome: SaveOutcome;
      readonly variants: readonly SavedVariant[];
    }
  | RefusedDraft;

/**
 * What would become of one draft. `changes` names the fields that would differ; all set ones for a new
 * product.
 */
export type PlannedSave =
  | { readonly handle: string; readonly outcome: SaveOutcome; readonly changes: readonly string[] }
  | RefusedDraft;
