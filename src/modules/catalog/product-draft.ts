import type { Product } from './product.ts';
import type { Variant } from './variant.ts';

/**
 * A product as somebody wants it to be. Required: `handle` and `title` to create; every field left out keeps
 * what is there on an update, and takes its default on a create; a field that is there with `undefined` is
 * emptied. A list replaces the whole list.
 */
export type ProductDraft = Partial<
  Omit<
    Product,
    | 'id'
    | 'handle'
    | 'brandId'
    | 'categoryIds'
    | 'variants'
    | 'version'
    | 'createdAt'
    | 'updatedAt'
    | 'publishedAt'
  >
> & {
  readonly handle: string;
  /** The brand's name; made when no brand has it. '' removes the brand. */
  readonly brand?: string;
  /** Each a path of names from the root: `['Home', 'Kitchen', 'Mugs']`; missing categories are made. */
  readonly categories?: readonly (readonly string[])[];
  /**
   * Replaces the product's variants: matched by id where one is given, else by SKU, else by option values; what
   * is not listed is removed.
   */
  readonly variants?: readonly VariantDraft[];
};

export type VariantDraft = Partial<Omit<Variant, 'optionValues'>> & {
  readonly optionValues: readonly string[];
};
