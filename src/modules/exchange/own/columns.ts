import { type CurrencyCode, type Locale, parseCurrency, parseLocale } from '../../../kernel/index.ts';
import type { AttributeDefinition, AttributeType } from '../../catalog/index.ts';

// The columns of Institor's own file, the same for writing and for reading. Product columns are filled on a
// product's first row only; one row a variant; pictures stand one a row, with rows of their own when there
// are more.
export const PRODUCT_COLUMNS = {
  handle: 'Handle',
  title: 'Title',
  description: 'Description HTML',
  kind: 'Kind',
  brand: 'Brand',
  productType: 'Product type',
  tags: 'Tags',
  categories: 'Categories',
  status: 'Status',
  publishAt: 'Publish at',
  unpublishAt: 'Unpublish at',
  seoTitle: 'SEO title',
  seoDescription: 'SEO description',
  manufacturer: 'Manufacturer',
  manufacturerPost: 'Manufacturer postal address',
  manufacturerMail: 'Manufacturer electronic address',
  responsible: 'EU responsible person',
  responsiblePost: 'EU responsible person postal address',
  responsibleMail: 'EU responsible person electronic address',
  safetyWarnings: 'Safety warnings',
  related: 'Related products',
  crossSells: 'Cross-sells',
  upSells: 'Up-sells',
  otherFields: 'Other fields',
  option1Name: 'Option 1 name',
  option2Name: 'Option 2 name',
  option3Name: 'Option 3 name',
  option1Order: 'Option 1 order',
  option2Order: 'Option 2 order',
  option3Order: 'Option 3 order',
} as const;

export const VARIANT_COLUMNS = {
  option1: 'Option 1',
  option2: 'Option 2',
  option3: 'Option 3',
  sku: 'SKU',
  barcode: 'Barcode',
  cost: 'Cost',
  costCurrency: 'Cost currency',
  weight: 'Weight (g)',
  length: 'Length (mm)',
  width: 'Width (mm)',
  height: 'Height (mm)',
  hsCode: 'HS code',
  originCountry: 'Origin country',
  requiresShipping: 'Requires shipping',
  taxable: 'Taxable',
  taxCode: 'Tax code',
  unitTotal: 'Unit price content',
  unitTotalUnit: 'Unit price content unit',
  unitBase: 'Unit price base',
  unitBaseUnit: 'Unit price base unit',
  variantImage: 'Variant image',
  tracked: 'Stock is tracked',
  backorders: 'Backorders allowed',
  lowStockAt: 'Low stock at',
  components: 'Bundle of',
  downloads: 'Downloads',
  variantOtherFields: 'Variant other fields',
} as const;

export const IMAGE_COLUMNS = { image: 'Image', imageAlt: 'Image alt' } as const;

export type OwnKey = keyof typeof PRODUCT_COLUMNS | keyof typeof VARIANT_COLUMNS | keyof typeof IMAGE_COLUMNS;

export const priceColumn = (currency: CurrencyCode): string => `Price ${currency}`;
export const compareAtColumn = (currency: CurrencyCode): string => `Compare-at price ${currency}`;
export const stockColumn = (location: string): string => `Stock ${location}`;

/** The texts of a translation that have a column of their own; the rest stand together as JSON. */
export const TRANSLATED = {
  title: 'Title',
  description_html: 'Description HTML',
  seo_title: 'SEO title',
  seo_description: 'SEO description',
} as const;
export const translationColumn = (label: string, locale: Locale): string => `${label} [${locale}]`;
export const OTHER_TRANSLATIONS = 'Other translations';

/**
 * `Attribute: Material [material choice facet]` carries the definition, so that an empty shop can make it.
 */
export function attributeColumn(definition: AttributeDefinition, of: 'product' | 'variant'): string {
  const unit = definition.unit === undefined ? '' : ` unit=${encodeURIComponent(definition.unit)}`;
  const facet = definition.isFacet ? ' facet' : '';
  const what = of === 'product' ? 'Attribute' : 'Variant attribute';
  return `${what}: ${definition.name} [${definition.key} ${definition.type}${unit}${facet}]`;
}

export type AttributeColumn = {
  readonly of: 'product' | 'variant';
  readonly name: string;
  readonly key: string;
  readonly type: AttributeType;
  readonly unit: string | undefined;
  readonly isFacet: boolean;
};

const TYPES: readonly AttributeType[] = [
  'text',
  'number',
  'boolean',
  'date',
  'choice',
  'choices',
  'measure',
  'color',
  'url',
];

export function readAttributeColumn(column: string): AttributeColumn | undefined {
  const match =
    /^(Attribute|Variant attribute): (.*) \[([a-z][a-z0-9_]*) ([a-z]+)(?: unit=(\S+))?( facet)?\]$/s.exec(
      column,
    );
  const type = TYPES.find((known) => known === match?.[4]);
  if (!match || type === undefined) return undefined;
  return {
    of: match[1] === 'Attribute' ? 'product' : 'variant',
    name: match[2] ?? '',
    key: match[3] ?? '',
    type,
    unit: match[5] === undefined ? undefined : decodeURIComponent(match[5]),
    isFacet: match[6] !== undefined,
  };
}

export type DynamicColumn =
  | { readonly kind: 'price' | 'compareAt'; readonly currency: CurrencyCode }
  | { readonly kind: 'stock'; readonly location: string }
  | { readonly kind: 'translation'; readonly locale: Locale; readonly field: string }
  | { readonly kind: 'otherTranslations'; readonly locale: Locale }
  | { readonly kind: 'attribute'; readonly attribute: AttributeColumn };

/** What a column with a changing name holds, or undefined when the name is none of ours. */
export function readDynamicColumn(column: string): DynamicColumn | undefined {
  const attribute = readAttributeColumn(column);
  if (attribute !== undefined) return { kind: 'attribute', attribute };
  const price = /^(Price|Compare-at price) ([A-Z]{3})$/.exec(column);
  const currency = parseCurrency(price?.[2] ?? '');
  if (price && currency) return { kind: price[1] === 'Price' ? 'price' : 'compareAt', currency };
  const stock = /^Stock (?!is )(\S.*)$/.exec(column);
  if (stock) return { kind: 'stock', location: stock[1] ?? '' };
  const translated = /^(.*) \[([A-Za-z0-9-]+)\]$/.exec(column);
  const locale = parseLocale(translated?.[2] ?? '');
  if (!translated || locale === undefined) return undefined;
  if (translated[1] === OTHER_TRANSLATIONS) return { kind: 'otherTranslations', locale };
  const field = Object.entries(TRANSLATED).find(([, label]) => label === translated[1])?.[0];
  return field === undefined ? undefined : { kind: 'translation', locale, field };
}
