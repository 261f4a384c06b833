import type { CurrencyCode } from '../../kernel/index.ts';
import type { BrandId } from './brand.ts';
import type { BundleComponent } from './bundles.ts';
import type { Product, ProductId, ProductKind } from './product.ts';
import type { AssetId, VariantId } from './variant.ts';

/** A variant as something to sell: what a cart, an order or a parcel needs of it and of its product. */
export type Sellable = Pick<Product, 'status' | 'publishAt' | 'unpublishAt'> & {
  readonly variantId: VariantId;
  readonly productId: ProductId;
  readonly handle: string;
  readonly title: string;
  readonly kind: ProductKind;
  readonly brandId: BrandId | undefined;
  readonly tags: readonly string[];
  readonly sku: string | undefined;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  /** `home/kitchen/mugs`; the first is the product's own category. */
  readonly categoryPaths: readonly string[];
  /** The variant's picture, or the product's first. */
  readonly assetId: AssetId | undefined;
  /** What a bundle is made of; [] for anything else. */
  readonly components: readonly BundleComponent[];
  /** 0 where it is not known. */
  readonly weightGrams: number;
  readonly dimensionsMm: readonly [length: number, width: number, height: number] | undefined;
  readonly requiresShipping: boolean;
  readonly isTaxable: boolean;
  readonly taxCode: string;
  readonly cost: { readonly minor: bigint; readonly currency: CurrencyCode } | undefined;
};
