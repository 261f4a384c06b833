import { type CurrencyCode, type Money, money, toDecimal } from '../../../kernel/index.ts';
import { SHOPIFY_COLUMNS } from '../formats/shopify-columns.ts';
import { columnName } from '../header.ts';
import type { Extent } from './extent.ts';
import type { ExportProduct, ExportVariant, ShopTables } from './gather.ts';
import { type Column, type Layout, number, text } from './write-rows.ts';

const NO_OPTIONS = { name: 'Title', value: 'Default Title' };

/**
 * The columns of Shopify's older dialect, which both its import and ours read. It holds no translations,
 * bundles, downloads, links, variant attributes, schedules or safety contacts, one category a product, and
 * stock of one location: that of a shop with several is left out, as Shopify's own export does.
 */
export function shopifyLayoutOf(extent: Extent, tables: ShopTables): Layout {
  return {
    product: [...productColumns(), ...extent.productAttributes.map(metafield)],
    variant: [...variantColumns(tables), ...offerColumns(extent, tables), ...foreignColumns(extent)],
    image: [
      text('Image Src', ({ source }) => source),
      number('Image Position', ({ position }) => position),
      text('Image Alt Text', ({ alt }) => alt),
    ],
  };
}

/**
 * The product as the dialect has it: what is foreign to us stands on its first row for the product, on the
 * others for their variants.
 */
export function asShopifyHasIt(exported: ExportProduct): ExportProduct {
  const variants = exported.variants.map((one, place) => {
    const { foreignFields } = place === 0 ? exported.product : one.variant;
    const optionValues =
      exported.product.options.length === 0 ? [NO_OPTIONS.value] : one.variant.optionValues;
    return { ...one, variant: { ...one.variant, foreignFields, optionValues } };
  });
  return { ...exported, variants };
}

function productColumns(): Column<ExportProduct>[] {
  const yes = (is: boolean): string => (is ? 'true' : 'false');
  return [
    text('Handle', ({ product }) => product.handle),
    text('Title', ({ product }) => product.title),
    text('Body (HTML)', ({ product }) => product.descriptionHtml),
    text('Vendor', ({ brand }) => brand),
    text('Product Category', ({ categories }) => (categories[0] ?? []).join(' > ')),
    text('Type', ({ product }) => product.productType),
    text('Tags', ({ product }) => product.tags.join(', ')),
    text('Published', ({ product }) => yes(product.status === 'active')),
    ...[0, 1, 2].map((place) =>
      text<ExportProduct>(
        `Option${place + 1} Name`,
        ({ product }) =>
          product.options[place]?.name ??
          (place === 0 && product.options.length === 0 ? NO_OPTIONS.name : ''),
      ),
    ),
    text('Gift Card', ({ product }) => yes(product.kind === 'gift_card')),
    text('SEO Title', ({ product }) => product.seoTitle),
    text('SEO Description', ({ product }) => product.seoDescription),
    text('Status', ({ product }) => product.status),
  ];
}

function metafield({ key, name }: Extent['productAttributes'][number]): Column<ExportProduct> {
  const label = name.replaceAll(/[()]/g, ' ').trim();
  return text(`${label} (product.metafields.custom.${key})`, ({ product }) => {
    const value = product.attributes[key];
    return value === undefined ? '' : [value].flat().join('; ');
  });
}

function variantColumns({ currency }: ShopTables): Column<ExportVariant>[] {
  const yes = (is: boolean): string => (is ? 'true' : 'false');
  return [
    ...[0, 1, 2].map((place) =>
      text<ExportVariant>(`Option${place + 1} Value`, ({ variant }) => variant.optionValues[place] ?? ''),
    ),
    text('Variant SKU', ({ variant }) => variant.sku ?? ''),
    number('Variant Grams', ({ variant }) => variant.weightGrams),
    text('Variant Inventory Tracker', ({ policy }) => ((policy?.isTracked ?? true) ? 'shopify' : '')),
    text('Variant Inventory Policy', ({ policy }) => (policy?.mayBackorder ? 'continue' : 'deny')),
    text('Variant Requires Shipping', ({ variant }) => yes(variant.requiresShipping)),
    text('Variant Taxable', ({ variant }) => yes(variant.isTaxable)),
    text('Variant Barcode', ({ variant }) => variant.barcode ?? ''),
    text('Variant Image', ({ image }) => image),
    text('Variant Tax Code', ({ variant }) => variant.taxCode),
    number('Cost per item', ({ variant: { cost } }) =>
      cost?.currency === currency ? toDecimal(cost satisfies Money) : undefined,
    ),
    number('Unit Price Total Measure', ({ variant }) => variant.unitPrice?.total),
    text('Unit Price Total Measure Unit', ({ variant }) => variant.unitPrice?.totalUnit ?? ''),
    number('Unit Price Base Measure', ({ variant }) => variant.unitPrice?.base),
    text('Unit Price Base Measure Unit', ({ variant }) => variant.unitPrice?.baseUnit ?? ''),
  ];
}

// The shop's own currency has the plain columns, another one those of a market that sells in it.
function offerColumns({ currencies, locations }: Extent, tables: ShopTables): Column<ExportVariant>[] {
  const others = currencies.flatMap((currency) => {
    const market = tables.markets.find((one) => one.currency === currency);
    return currency === tables.currency || market === undefined ? [] : [{ currency, name: market.name }];
  });
  const [location, ...more] = locations;
  return [
    ...priceColumns(tables.currency, 'Variant Price', 'Variant Compare At Price'),
    ...others.flatMap(({ currency, name }) =>
      priceColumns(currency, `Price / ${name}`, `Compare At Price / ${name}`),
    ),
    ...(location === undefined || more.length > 0
      ? []
      : [number<ExportVariant>('Variant Inventory Qty', ({ onHand }) => onHand.get(location.id) ?? 0)]),
  ];
}

function priceColumns(currency: CurrencyCode, price: string, compareAt: string): Column<ExportVariant>[] {
  const amount = (minor: bigint | undefined) =>
    minor === undefined ? undefined : toDecimal(money(minor, currency));
  return [
    number(price, ({ prices }) => amount(prices.get(currency)?.amountMinor)),
    number(compareAt, ({ prices }) => amount(prices.get(currency)?.compareAtMinor)),
  ];
}

// A foreign field named like a column of Shopify's would be read as that column.
function foreignColumns({ foreignFields }: Extent): Column<ExportVariant>[] {
  const taken = new Set(Object.values(SHOPIFY_COLUMNS).flat().map(columnName));
  return foreignFields
    .filter((name) => !taken.has(columnName(name)))
    .map((name) => text(name, ({ variant }) => variant.foreignFields[name] ?? ''));
}
