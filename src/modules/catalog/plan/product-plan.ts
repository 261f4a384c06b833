import type { AttributeDefinition } from '../attribute.ts';
import type { BrandId } from '../brand.ts';
import type { CategoryId } from '../category.ts';
import type { Product, ProductId } from '../product.ts';
import type { DraftRefusal } from '../saved-product.ts';
import type { Variant, VariantId } from '../variant.ts';

/** A variant as it is to be; without an id it is new. */
export type WantedVariant = Omit<Variant, 'id'> & { readonly id: VariantId | undefined };

/** A product as it is to be; without an id it is new. */
export type WantedProduct = Omit<Product, 'id' | 'variants'> & {
  readonly id: ProductId | undefined;
  readonly variants: readonly WantedVariant[];
};

/** What saving a draft comes to. */
export type ProductPlan =
  | { readonly outcome: 'unchanged'; readonly product: Product }
  | { readonly outcome: 'created'; readonly wanted: WantedProduct; readonly changes: readonly string[] }
  | {
      readonly outcome: 'updated';
      readonly existing: Product;
      readonly wanted: WantedProduct;
      readonly changes: readonly string[];
    }
  | { readonly outcome: 'refused'; readonly refusal: DraftRefusal };

/** What a plan asks of the rest of the catalogue. */
export type PlanContext = {
  readonly definitions: ReadonlyMap<string, AttributeDefinition>;
  /** The brand with this name, or the one that is to be made for it. */
  readonly brandIdOf: (name: string) => BrandId;
  /** The category at this path of names, or the one that is to be made there. */
  readonly categoryIdOf: (path: readonly string[]) => CategoryId;
  /** Variants that bundles are made of. */
  readonly componentIds: ReadonlySet<VariantId>;
  readonly now: Temporal.Instant;
};
