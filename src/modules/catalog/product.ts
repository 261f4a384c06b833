import type { CurrencyCode, Id } from '../../kernel/index.ts';
import type { AttributeValue } from './attribute.ts';
import type { BrandId } from './brand.ts';
import type { CategoryId } from './category.ts';

export type ProductId = Id<'product'>;
export type VariantId = Id<'variant'>;
/** An asset of the media module; its id is unique there, and no table of ours points at it. */
export type AssetId = Id<'asset'>;

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

/** Content of the pack and the unit that prices are compared in: 500 g in the pack, shown per 1 kg. */
export type UnitPriceMeasure = {
  readonly total: number;
  readonly totalUnit: string;
  readonly base: number;
  readonly baseUnit: string;
};

export type Option = { readonly name: string; readonly values: readonly string[] };

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

export type Variant = {
  readonly id: VariantId;
  readonly sku: string | undefined;
  /**
   * A GTIN-8, -12, -13 or -14 with a right check digit, or another barcode that is all but digits of that
   * length.
   */
  readonly barcode: string | undefined;
  /** One value per option of the product, in their order; empty for a product without options. */
  readonly optionValues: readonly string[];
  readonly cost: { readonly minor: bigint; readonly currency: CurrencyCode } | undefined;
  readonly weightGrams: number | undefined;
  readonly lengthMm: number | undefined;
  readonly widthMm: number | undefined;
  readonly heightMm: number | undefined;
  /** Harmonised System code, 6 to 10 digits. */
  readonly hsCode: string | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly originCountry: string | undefined;
  readonly requiresShipping: boolean;
  readonly isTaxable: boolean;
  readonly taxCode: string;
  readonly unitPrice: UnitPriceMeasure | undefined;
  readonly assetId: AssetId | undefined;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly foreignFields: Readonly<Record<string, string>>;
};
