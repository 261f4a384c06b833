import type { AttributeType, ProductDraft, VariantDraft } from '../../modules/catalog/index.ts';
import type { PictureSpec } from '../pictures/spec.ts';
import type { Text } from './text.ts';

/** A picture of the demo shop; `key` is unique in the world and names its file. */
export type WorldPicture = { readonly key: string; readonly spec: PictureSpec; readonly alt: Text };

export type WorldPrice = {
  readonly currency: 'EUR' | 'GBP' | 'USD';
  readonly amountMinor: bigint;
  readonly compareAtMinor: bigint | undefined;
};

export type WorldVariant = VariantDraft & {
  readonly sku: string;
  /** The key of the picture that shows this variant. */
  readonly picture: string | undefined;
  readonly prices: readonly WorldPrice[];
  readonly onHand: number;
  readonly lowStockAt: number;
};

export type WorldProduct = {
  readonly handle: string;
  /** Without media and variants, which need ids that only a shop can give. */
  readonly draft: Omit<ProductDraft, 'media' | 'variants'> & { readonly title: string };
  readonly family: string;
  readonly variants: readonly WorldVariant[];
  readonly pictures: readonly WorldPicture[];
  /** German, by the field names of catalog's translations; `alt` comes from the pictures. */
  readonly german: Readonly<Record<string, string>>;
  /** Days before `now` at which the product came into the shop. */
  readonly ageDays: number;
  readonly related: readonly string[];
  readonly crossSold: readonly string[];
  /** What a set consists of. */
  readonly components: readonly { readonly sku: string; readonly quantity: number }[];
};

export type WorldAttribute = {
  readonly key: string;
  readonly name: Text;
  readonly type: AttributeType;
  readonly unit: string | undefined;
  readonly choices: readonly Text[];
  readonly isFacet: boolean;
};

export type WorldBrand = { readonly name: string; readonly handle: string; readonly descriptionHtml: Text };

export type WorldCategory = {
  /** English names from the root. */
  readonly path: readonly string[];
  readonly german: string;
  readonly description: Text;
};

export type WorldCollection = {
  readonly handle: string;
  readonly title: Text;
  readonly descriptionHtml: Text;
  /** A rule of merchandising's grammar; a collection by hand has `products` instead. */
  readonly rule: unknown;
  readonly products: readonly string[];
  readonly sort: 'manual' | 'best_selling' | 'newest' | 'title' | 'price_ascending' | 'price_descending';
  readonly picture: WorldPicture;
  readonly pins: readonly string[];
  readonly boosts: readonly string[];
  readonly buries: readonly string[];
};
