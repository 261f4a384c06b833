import type { Id } from '../../kernel/index.ts';
import type { AttributeValue } from './attribute.ts';
import type { BrandId } from './brand.ts';
import type { CategoryId } from './category.ts';
import type { AssetId, Option, Variant } from './variant.ts';

export type ProductId = Id<'product'>;

export type ProductKind = 'physical' | 'digital' | 'bundle' | 'gift_card';
export type ProductStatus = 'draft' | 'active' | 'archived';

/**
 * Who answers for the product's safety: name and address by post and electronically (Regulation 2023/988,
 * article 19).
 */
export type SafetyContact = {
  readonly name: string;
  readonly postalAddress: string;
  readonly electronicAddress: string;
};

export type ProductMedia = { readonly assetId: AssetId; readonly alt: string };

/** A product as the catalogue keeps it. Prices are pricing's, stock is inventory's. */
export type Product = {
  readonly id: ProductId;
  readonly handle: string;
  readonly title: string;
  /** Sanitised on the way in. */
  readonly descriptionHtml: string;
  readonly kind: ProductKind;
  readonly brandId: BrandId | undefined;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly status: ProductStatus;
  readonly publishAt: Temporal.Instant | undefined;
  readonly unpublishAt: Temporal.Instant | undefined;
  readonly seoTitle: string;
  readonly seoDescription: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly manufacturer: SafetyContact | undefined;
  readonly euResponsiblePerson: SafetyContact | undefined;
  readonly safetyWarnings: string;
  readonly foreignFields: Readonly<Record<string, string>>;
  /** The first is the product's own category. */
  readonly categoryIds: readonly CategoryId[];
  /** At most three. */
  readonly options: readonly Option[];
  /** In order; at least one, at most 2,048. */
  readonly variants: readonly Variant[];
  readonly media: readonly ProductMedia[];
  readonly version: bigint;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
  readonly publishedAt: Temporal.Instant | undefined;
};
