import type { CurrencyCode } from '../../../kernel/index.ts';
import type { MoneyText, VariantModel } from '../model/index.ts';

/** How goods come back and arrive, where the shop has said so in numbers. */
export type OfferTerms = {
  readonly returns?: {
    readonly country: string;
    readonly days: number;
    readonly isFree: boolean;
  };
  readonly shipping?: {
    readonly country: string;
    readonly rate: MoneyText;
    readonly minDays: number;
    readonly maxDays: number;
  };
};

/** A variant as the page shows it, with what only machines read. All addresses are absolute. */
export type OfferedVariant = {
  readonly model: VariantModel;
  readonly gtin: string | undefined;
  readonly url: string;
  readonly pictures: readonly string[];
};

export type OfferedProduct = {
  readonly handle: string;
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly brand: string | undefined;
  readonly pictures: readonly string[];
  readonly optionNames: readonly string[];
  readonly currency: CurrencyCode;
  readonly terms: OfferTerms;
};

/**
 * schema.org Product with its Offer, or a ProductGroup with one Product per variant where there are options
 * (developers.google.com/search/docs/appearance/structured-data/product-variants). Price and availability are those of
 * the page's own model, so that they cannot differ from what is drawn.
 *
 * @param variants all, or only the chosen one when the page shows no more
 */
export function productJsonLd(
  product: OfferedProduct,
  variants: readonly OfferedVariant[],
  chosen: OfferedVariant,
): unknown {
  const isGroup = product.optionNames.length > 0 && variants.length > 1;
  if (!isGroup) {
    return { '@context': 'https://schema.org', ...described(product), ...variantFields(product, chosen) };
  }
  return {
    '@context': 'https://schema.org',
    ...described(product),
    '@type': 'ProductGroup',
    '@id': `${product.url}#group`,
    url: product.url,
    productGroupID: product.handle,
    variesBy: [...new Set(product.optionNames.map((name) => optionProperty(name) ?? name))].map((name) =>
      STANDARD.has(name) ? `https://schema.org/${name}` : name,
    ),
    hasVariant: variants.map((variant) => ({
      name: [product.title, ...variant.model.optionValues].join(' – '),
      ...variantFields(product, variant),
      ...optionFields(product.optionNames, variant.model.optionValues),
    })),
  };
}

const AVAILABILITY = {
  in_stock: 'https://schema.org/InStock',
  low: 'https://schema.org/LimitedAvailability',
  backorder: 'https://schema.org/BackOrder',
  preorder: 'https://schema.org/PreOrder',
  sold_out: 'https://schema.org/OutOfStock',
} as const satisfies Record<VariantModel['stock']['state'], string>;

// The properties that vary among variants in schema.org, by the names shops give their options.
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['size', 'size'],
  ['größe', 'size'],
  ['color', 'color'],
  ['colour', 'color'],
  ['farbe', 'color'],
  ['material', 'material'],
  ['pattern', 'pattern'],
  ['muster', 'pattern'],
]);
const STANDARD: ReadonlySet<string> = new Set(PROPERTIES.values());

/** The property that an option of this name stands for: `Größe` is `size`. */
export function optionProperty(name: string): string | undefined {
  return PROPERTIES.get(name.trim().toLowerCase());
}

function described(product: OfferedProduct): Record<string, unknown> {
  return {
    name: product.title,
    ...(product.description === '' ? {} : { description: product.description }),
    ...(product.pictures.length === 0 ? {} : { image: product.pictures }),
    ...(product.brand === undefined ? {} : { brand: { '@type': 'Brand', name: product.brand } }),
  };
}

function variantFields(product: OfferedProduct, variant: OfferedVariant): Record<string, unknown> {
  const { model, gtin, url, pictures } = variant;
  return {
    '@type': 'Product',
    '@id': `${url}#product`,
    url,
    ...(pictures.length === 0 ? {} : { image: pictures }),
    ...(model.sku === undefined ? {} : { sku: model.sku }),
    ...(gtin === undefined ? {} : { gtin }),
    offers: {
      '@type': 'Offer',
      url,
      priceCurrency: product.currency,
      price: model.price.decimal,
      availability: AVAILABILITY[model.stock.state],
      ...(model.stock.expectedOn === undefined ? {} : { availabilityStarts: model.stock.expectedOn }),
      itemCondition: 'https://schema.org/NewCondition',
      ...(model.compareAt === undefined ? {} : reduction(model.compareAt, product.currency)),
      ...termFields(product.terms, product.currency),
    },
  };
}

function reduction(compareAt: MoneyText, currency: CurrencyCode): Record<string, unknown> {
  return {
    priceSpecification: {
      '@type': 'UnitPriceSpecification',
      priceType: 'https://schema.org/StrikethroughPrice',
      price: compareAt.decimal,
      priceCurrency: currency,
    },
  };
}

function optionFields(names: readonly string[], values: readonly string[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const others: unknown[] = [];
  names.forEach((name, index) => {
    const property = optionProperty(name);
    const value = values[index];
    if (property && fields[property] === undefined) fields[property] = value;
    else others.push({ '@type': 'PropertyValue', name, value });
  });
  return others.length === 0 ? fields : { ...fields, additionalProperty: others };
}

function termFields({ returns, shipping }: OfferTerms, currency: CurrencyCode): Record<string, unknown> {
  return {
    ...(returns && {
      hasMerchantReturnPolicy: {
        '@type': 'MerchantReturnPolicy',
        applicableCountry: returns.country,
        returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
        merchantReturnDays: returns.days,
        returnMethod: 'https://schema.org/ReturnByMail',
        returnFees: `https://schema.org/${returns.isFree ? 'FreeReturn' : 'ReturnFeesCustomerResponsibility'}`,
      },
    }),
    ...(shipping && {
      shippingDetails: {
        '@type': 'OfferShippingDetails',
        shippingRate: { '@type': 'MonetaryAmount', value: shipping.rate.decimal, currency },
        shippingDestination: { '@type': 'DefinedRegion', addressCountry: shipping.country },
        deliveryTime: {
          '@type': 'ShippingDeliveryTime',
          transitTime: {
            '@type': 'QuantitativeValue',
            minValue: shipping.minDays,
            maxValue: shipping.maxDays,
            unitCode: 'DAY',
          },
        },
      },
    }),
  };
}
