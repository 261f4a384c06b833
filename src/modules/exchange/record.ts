import type { CurrencyCode, Locale } from '../../kernel/index.ts';
import type { AttributeType, ProductDraft, VariantDraft } from '../catalog/index.ts';
import type { Issue } from './issue.ts';

/**
 * A product as a file tells it, before anything is looked up: no asset, category or attribute has an id yet.
 * A field that is left out was not in the file and keeps what the shop has.
 */
export type ProductRecord = {
  /** Where the product begins in the file. */
  readonly line: number;
  /**
   * The address in the file, or one made of the title when the file has none (`isHandleGiven` is false then).
   */
  readonly handle: string;
  readonly isHandleGiven: boolean;
  /**
   * The old shop's own SKU of a product whose variants have others: links in the file name the product by it.
   */
  readonly code?: string;
  readonly product: Omit<ProductDraft, 'handle' | 'variants' | 'media' | 'attributes'>;
  readonly attributes?: readonly AttributeRecord[];
  readonly variants: readonly VariantRecord[];
  /** In order; replaces the product's pictures. */
  readonly images?: readonly ImageRecord[];
  readonly translations: readonly TranslationRecord[];
  readonly links: readonly LinkRecord[];
  /** Paths of the old shop, such as `/clay-pot.html`, that lead to this product now. */
  readonly oldPaths: readonly string[];
  readonly issues: readonly Issue[];
};

export type VariantRecord = {
  readonly line: number;
  readonly draft: Omit<VariantDraft, 'assetId' | 'attributes'>;
  readonly attributes?: readonly AttributeRecord[];
  readonly prices: readonly PriceRecord[];
  readonly stock: readonly StockRecord[];
  readonly policy?: {
    readonly isTracked: boolean;
    readonly mayBackorder: boolean;
    /** Left out: the file does not say, and it stays as it is. */
    readonly lowStockAt?: number | undefined;
  };
  /** Address or file name of the variant's picture; undefined: it has none; left out: as it is. */
  readonly image?: string | undefined;
  readonly components?: readonly ComponentRecord[];
  readonly files?: readonly FileRecord[];
};

/** A part of a bundle: by its SKU, or by its product's handle and option values when it has none. */
export type ComponentRecord = { readonly quantity: number } & (
  | { readonly sku: string }
  | { readonly handle: string; readonly optionValues: readonly string[] }
);

export type PriceRecord = {
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly compareAtMinor: bigint | undefined;
};

/** `location` is a location's code; undefined means the one the import counts for. */
export type StockRecord = { readonly location: string | undefined; readonly onHand: number };

/** `source` is an address, or the name of a file in the folder or archive given with the import. */
export type ImageRecord = { readonly source: string; readonly alt: string; readonly line: number };

export type FileRecord = {
  readonly source: string;
  readonly name: string;
  readonly downloadLimit: number | undefined;
  readonly expiryDays: number | undefined;
};

export type AttributeRecord = {
  readonly key: string;
  readonly name: string;
  readonly values: readonly string[];
  /** The cell whole, where it was cut into values: an attribute of one value has it as it stands. */
  readonly text?: string;
  readonly line: number;
  readonly column: string;
  /** How to define the attribute when nobody has: known from our own header only. */
  readonly type?: AttributeType;
};

/** Fields as in catalog's translations; an `alt:` field names the picture's source instead of its id. */
export type TranslationRecord = {
  readonly locale: Locale;
  readonly fields: Readonly<Record<string, string>>;
};

/** Other products by handle or by SKU, resolved when all products are in. */
export type LinkRecord = {
  readonly kind: 'related' | 'cross_sell' | 'up_sell';
  readonly handles: readonly string[];
  readonly skus: readonly string[];
};
