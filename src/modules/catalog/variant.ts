import type { CurrencyCode, Id } from '../../kernel/index.ts';
import type { AttributeValue } from './attribute.ts';

export type VariantId = Id<'variant'>;
/** An asset of the media module; its id is unique there, and no table of ours points at it. */
export type AssetId = Id<'asset'>;

export type Option = { readonly name: string; readonly values: readonly string[] };

/** Content of the pack and the unit that prices are compared in: 500 g in the pack, shown per 1 kg. */
export type UnitPriceMeasure = {
  readonly total: number;
  readonly totalUnit: string;
  readonly base: number;
  readonly baseUnit: string;
};

/** What is bought: one value of each of the product's options. */
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
