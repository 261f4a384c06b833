import type { Told } from '../../../../platform/cockpit/api/index.ts';

export type InEditor = Told<'readProductInEditor'>;
type Money = { readonly amount: string; readonly currency: string };

export type VariantForm = {
  /** Empty for a new one. */
  readonly id: string;
  readonly optionValues: readonly string[];
  readonly sku: string;
  readonly barcode: string;
  readonly weight: string;
  readonly hsCode: string;
  readonly originCountry: string;
  readonly taxCode: string;
  readonly requiresShipping: boolean;
  readonly isTaxable: boolean;
  readonly cost: string;
  readonly costCurrency: string;
  /** By currency. */
  readonly prices: Readonly<Record<string, { readonly price: string; readonly compareAt: string }>>;
  /** By place. */
  readonly onHand: Readonly<Record<string, string>>;
};

export type MediaForm = {
  readonly assetId: string;
  readonly alt: string;
  readonly placeholderColor: string;
  readonly width: number;
  readonly height: number;
  readonly originalId: string;
};

export type ContactForm = {
  readonly name: string;
  readonly postalAddress: string;
  readonly electronicAddress: string;
};

/** A product as it stands in the editor: texts, as they are typed. */
export type ProductForm = {
  readonly title: string;
  readonly handle: string;
  readonly descriptionHtml: string;
  readonly status: InEditor['status'];
  readonly kind: InEditor['kind'];
  readonly brand: string;
  readonly productType: string;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly seoTitle: string;
  readonly seoDescription: string;
  readonly publishAt: string;
  readonly unpublishAt: string;
  readonly safetyWarnings: string;
  readonly manufacturer: ContactForm;
  readonly euResponsiblePerson: ContactForm;
  readonly attributes: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly variants: readonly VariantForm[];
  readonly media: readonly MediaForm[];
};

export const NO_CONTACT: ContactForm = { name: '', postalAddress: '', electronicAddress: '' };
const PATH = ' / ';

export function newVariant(optionValues: readonly string[], like?: VariantForm): VariantForm {
  const fresh = {
    ...{ id: '', optionValues, sku: '', barcode: '', weight: '', hsCode: '', originCountry: '', taxCode: '' },
    ...{ requiresShipping: true, isTaxable: true, cost: '', costCurrency: '', prices: {}, onHand: {} },
  };
  // A new size costs and weighs what the others do until somebody says otherwise; codes and stock are its own.
  return like === undefined
    ? fresh
    : { ...like, ...{ id: '', optionValues, sku: '', barcode: '', onHand: {} } };
}

export const NEW_PRODUCT: ProductForm = {
  ...{
    title: '',
    handle: '',
    descriptionHtml: '',
    status: 'draft',
    kind: 'physical',
    brand: '',
    productType: '',
  },
  ...{ categories: [], tags: [], seoTitle: '', seoDescription: '', publishAt: '', unpublishAt: '' },
  ...{ safetyWarnings: '', manufacturer: NO_CONTACT, euResponsiblePerson: NO_CONTACT, attributes: {} },
  ...{ options: [], variants: [newVariant([])], media: [] },
};

export function formOf(product: InEditor): ProductForm {
  const { title, handle, descriptionHtml, status, kind, brand, productType, tags, seoTitle } = product;
  return {
    ...{ title, handle, descriptionHtml, status, kind, brand, productType, tags, seoTitle },
    ...{ seoDescription: product.seoDescription, safetyWarnings: product.safetyWarnings },
    categories: product.categories.map((path) => path.join(PATH)),
    ...{ publishAt: product.publishAt ?? '', unpublishAt: product.unpublishAt ?? '' },
    manufacturer: product.manufacturer ?? NO_CONTACT,
    euResponsiblePerson: product.euResponsiblePerson ?? NO_CONTACT,
    ...{ attributes: product.attributes, options: product.options },
    variants: product.variants.map(variantFormOf),
    media: product.media.map(({ assetId, alt, thumbnail, originalId = '' }) => {
      const { placeholderColor = '#dddddd', width = 1, height = 1 } = thumbnail ?? {};
      return { assetId, alt, placeholderColor, width, height, originalId };
    }),
  };
}

function variantFormOf(variant: InEditor['variants'][number]): VariantForm {
  const { id, optionValues, requiresShipping, isTaxable, taxCode, cost } = variant;
  return {
    ...{ id, optionValues, requiresShipping, isTaxable, taxCode },
    ...{ sku: variant.sku ?? '', barcode: variant.barcode ?? '', weight: String(variant.weightGrams ?? '') },
    ...{ hsCode: variant.hsCode ?? '', originCountry: variant.originCountry ?? '' },
    ...{ cost: cost?.amount ?? '', costCurrency: cost?.currency ?? '' },
    prices: Object.fromEntries(
      variant.prices.map(({ price, compareAt }) => [
        price.currency,
        { price: price.amount, compareAt: compareAt?.amount ?? '' },
      ]),
    ),
    onHand: Object.fromEntries(variant.stock.map(({ locationId, onHand }) => [locationId, String(onHand)])),
  };
}

/** What has to be sent so that what `before` is becomes `after`: only what differs. */
export function changesOf(before: ProductForm, after: ProductForm, currency: string): object {
  const names = (Object.keys(after) as (keyof ProductForm)[]).filter(
    (name) => !isSame(before[name], after[name]),
  );
  const known = new Map(before.variants.map((variant) => [variant.id, variant]));
  const sent = names.map((name): [string, unknown] => {
    if (name === 'categories')
      return [name, after.categories.map((path) => path.split('/').map((part) => part.trim()))];
    if (name === 'publishAt' || name === 'unpublishAt')
      return [name, after[name] === '' ? null : after[name]];
    if (name === 'manufacturer' || name === 'euResponsiblePerson') {
      return [name, after[name].name === '' ? null : after[name]];
    }
    if (name === 'media') return [name, after.media.map(({ assetId, alt }) => ({ assetId, alt }))];
    if (name === 'variants') {
      return [name, after.variants.map((one) => variantChanges(known.get(one.id), one, currency))];
    }
    return [name, after[name]];
  });
  const both = names.includes('options') && !names.includes('variants');
  const variants = both
    ? { variants: after.variants.map((one) => variantChanges(known.get(one.id), one, currency)) }
    : {};
  return { ...Object.fromEntries(sent), ...variants };
}

function variantChanges(before: VariantForm | undefined, after: VariantForm, currency: string): object {
  const { sku, barcode, weight, hsCode, originCountry, taxCode, requiresShipping, isTaxable } = after;
  const money = (amount: string, of: string): Money => ({ amount, currency: of });
  const prices = Object.entries(after.prices).filter(([code, one]) => !isSame(before?.prices[code], one));
  const set = prices.filter(([, { price }]) => price !== '');
  const counted = Object.entries(after.onHand).filter(
    ([place, count]) => count !== '' && count !== (before?.onHand[place] ?? ''),
  );
  const isCostChanged = after.cost !== (before?.cost ?? '');
  const cost = after.cost === '' ? null : money(after.cost, after.costCurrency || currency);
  return {
    ...(after.id === '' ? {} : { id: after.id }),
    ...{
      optionValues: after.optionValues,
      sku,
      barcode,
      hsCode,
      originCountry,
      taxCode,
      requiresShipping,
      isTaxable,
    },
    weightGrams: weight === '' ? null : Number(weight),
    ...(isCostChanged ? { cost } : {}),
    prices: set.map(([code, { price, compareAt }]) => ({
      price: money(price, code),
      ...(compareAt === '' ? {} : { compareAt: money(compareAt, code) }),
    })),
    removedPrices: prices
      .filter(([code, { price }]) => price === '' && before?.prices[code] !== undefined)
      .map(([code]) => code),
    onHand: counted.map(([locationId, count]) => ({ locationId, onHand: Number(count) })),
  };
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
