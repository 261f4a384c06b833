import { type CurrencyCode, type Locale, money, toDecimal } from '../../../kernel/index.ts';
import type { AttributeDefinition } from '../../catalog/index.ts';
import { writeAttribute, writeComponents, writeDownloads, writeFields } from '../own/cells.ts';
import {
  attributeColumn,
  compareAtColumn,
  IMAGE_COLUMNS,
  OTHER_TRANSLATIONS,
  PRODUCT_COLUMNS,
  priceColumn,
  stockColumn,
  TRANSLATED,
  translationColumn,
  VARIANT_COLUMNS,
} from '../own/columns.ts';
import { writeList, writePaths } from '../values/list.ts';
import type { Extent } from './extent.ts';
import type { ExportProduct, ExportVariant } from './gather.ts';
import { type Column, type Layout, number, text } from './write-rows.ts';

/** The columns of our own file. */
export function layoutOf(extent: Extent): Layout {
  return {
    product: [
      ...productColumns(),
      ...translationColumns(extent.locales),
      ...extent.productAttributes.map(ofProduct),
    ],
    variant: [...variantColumns(), ...offerColumns(extent), ...extent.variantAttributes.map(ofVariant)],
    image: [
      text(IMAGE_COLUMNS.image, ({ source }) => source),
      text(IMAGE_COLUMNS.imageAlt, ({ alt }) => alt),
    ],
  };
}

function productColumns(): Column<ExportProduct>[] {
  const C = PRODUCT_COLUMNS;
  return [
    text(C.handle, ({ product }) => product.handle),
    text(C.title, ({ product }) => product.title),
    text(C.description, ({ product }) => product.descriptionHtml),
    text(C.kind, ({ product }) => product.kind),
    text(C.brand, ({ brand }) => brand),
    text(C.productType, ({ product }) => product.productType),
    text(C.tags, ({ product }) => writeList(product.tags, ',')),
    text(C.categories, ({ categories }) => writePaths(categories, ';')),
    text(C.status, ({ product }) => product.status),
    text(C.publishAt, ({ product }) => product.publishAt?.toString() ?? ''),
    text(C.unpublishAt, ({ product }) => product.unpublishAt?.toString() ?? ''),
    text(C.seoTitle, ({ product }) => product.seoTitle),
    text(C.seoDescription, ({ product }) => product.seoDescription),
    text(C.manufacturer, ({ product }) => product.manufacturer?.name ?? ''),
    text(C.manufacturerPost, ({ product }) => product.manufacturer?.postalAddress ?? ''),
    text(C.manufacturerMail, ({ product }) => product.manufacturer?.electronicAddress ?? ''),
    text(C.responsible, ({ product }) => product.euResponsiblePerson?.name ?? ''),
    text(C.responsiblePost, ({ product }) => product.euResponsiblePerson?.postalAddress ?? ''),
    text(C.responsibleMail, ({ product }) => product.euResponsiblePerson?.electronicAddress ?? ''),
    text(C.safetyWarnings, ({ product }) => product.safetyWarnings),
    text(C.related, ({ relations }) => writeList(relations.related, ',')),
    text(C.crossSells, ({ relations }) => writeList(relations.crossSell, ',')),
    text(C.upSells, ({ relations }) => writeList(relations.upSell, ',')),
    text(C.otherFields, ({ product }) => writeFields(product.foreignFields)),
    ...[C.option1Name, C.option2Name, C.option3Name].map((name, place) =>
      text<ExportProduct>(name, ({ product }) => product.options[place]?.name ?? ''),
    ),
    ...[C.option1Order, C.option2Order, C.option3Order].map((name, place) =>
      text<ExportProduct>(name, (product) => orderOf(product, place)),
    ),
  ];
}

// Said only where it is not the order in which the variants come.
function orderOf({ product }: ExportProduct, place: number): string {
  const order = product.options[place]?.values ?? [];
  const used = [...new Set(product.variants.flatMap((variant) => variant.optionValues[place] ?? []))];
  const isTold = order.length === used.length && order.every((value, index) => value === used[index]);
  return isTold ? '' : writeList(order, ',');
}

function translationColumns(locales: readonly Locale[]): Column<ExportProduct>[] {
  const own: readonly string[] = Object.keys(TRANSLATED);
  return locales.flatMap((locale) => [
    ...Object.entries(TRANSLATED).map(([field, label]) =>
      text<ExportProduct>(
        translationColumn(label, locale),
        ({ translations }) => translations.get(locale)?.[field] ?? '',
      ),
    ),
    text<ExportProduct>(translationColumn(OTHER_TRANSLATIONS, locale), ({ translations }) => {
      const others = Object.entries(translations.get(locale) ?? {}).filter(([field]) => !own.includes(field));
      return writeFields(Object.fromEntries(others));
    }),
  ]);
}

function ofProduct(definition: AttributeDefinition): Column<ExportProduct> {
  const name = attributeColumn(definition, 'product');
  const write = ({ product }: ExportProduct) => writeAttribute(product.attributes[definition.key]);
  return { name, isNumber: isNumeric(definition), write };
}

function ofVariant(definition: AttributeDefinition): Column<ExportVariant> {
  const name = attributeColumn(definition, 'variant');
  const write = ({ variant }: ExportVariant) => writeAttribute(variant.attributes[definition.key]);
  return { name, isNumber: isNumeric(definition), write };
}

function isNumeric({ type }: AttributeDefinition): boolean {
  return type === 'number' || type === 'measure';
}

function variantColumns(): Column<ExportVariant>[] {
  const C = VARIANT_COLUMNS;
  const yes = (is: boolean): string => (is ? 'yes' : 'no');
  return [
    ...[C.option1, C.option2, C.option3].map((name, place) =>
      text<ExportVariant>(name, ({ variant }) => variant.optionValues[place] ?? ''),
    ),
    text(C.sku, ({ variant }) => variant.sku ?? ''),
    text(C.barcode, ({ variant }) => variant.barcode ?? ''),
    number(C.cost, ({ variant }) => variant.cost && toDecimal(variant.cost)),
    text(C.costCurrency, ({ variant }) => variant.cost?.currency ?? ''),
    number(C.weight, ({ variant }) => variant.weightGrams),
    number(C.length, ({ variant }) => variant.lengthMm),
    number(C.width, ({ variant }) => variant.widthMm),
    number(C.height, ({ variant }) => variant.heightMm),
    text(C.hsCode, ({ variant }) => variant.hsCode ?? ''),
    text(C.originCountry, ({ variant }) => variant.originCountry ?? ''),
    text(C.requiresShipping, ({ variant }) => yes(variant.requiresShipping)),
    text(C.taxable, ({ variant }) => yes(variant.isTaxable)),
    text(C.taxCode, ({ variant }) => variant.taxCode),
    number(C.unitTotal, ({ variant }) => variant.unitPrice?.total),
    text(C.unitTotalUnit, ({ variant }) => variant.unitPrice?.totalUnit ?? ''),
    number(C.unitBase, ({ variant }) => variant.unitPrice?.base),
    text(C.unitBaseUnit, ({ variant }) => variant.unitPrice?.baseUnit ?? ''),
    text(C.variantImage, ({ image }) => image),
    text(C.tracked, ({ policy }) => yes(policy?.isTracked ?? true)),
    text(C.backorders, ({ policy }) => yes(policy?.mayBackorder ?? false)),
    number(C.lowStockAt, ({ policy }) => policy?.lowStockAt),
    text(C.components, ({ components }) => writeComponents(components)),
    text(C.downloads, ({ files }) => writeDownloads(files)),
    text(C.variantOtherFields, ({ variant }) => writeFields(variant.foreignFields)),
  ];
}

function offerColumns({ currencies, locations }: Extent): Column<ExportVariant>[] {
  const amount = (minor: bigint | undefined, currency: CurrencyCode) =>
    minor === undefined ? undefined : toDecimal(money(minor, currency));
  return [
    ...currencies.flatMap((currency) => [
      number<ExportVariant>(priceColumn(currency), ({ prices }) =>
        amount(prices.get(currency)?.amountMinor, currency),
      ),
      number<ExportVariant>(compareAtColumn(currency), ({ prices }) =>
        amount(prices.get(currency)?.compareAtMinor, currency),
      ),
    ]),
    // No level is no stock: the same count comes back, whether or not the shop has counted there before.
    ...locations.map(({ id, code }) =>
      number<ExportVariant>(stockColumn(code), ({ onHand }) => onHand.get(id) ?? 0),
    ),
  ];
}
