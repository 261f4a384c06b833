import type { AttributeValue, Product, SafetyContact } from '../../../modules/catalog/index.ts';
import { sellsInUnion } from '../consumer-law.ts';
import { message } from '../messages/index.ts';
import type { Card, Crumb, PictureModel, ProductPage } from '../model/index.ts';
import type { Site } from '../site.ts';
import { categoryCrumbs, homeCrumb } from './crumbs.ts';
import { optionModels } from './option-models.ts';
import type { ProductFacts } from './product-facts.ts';
import { chooseVariant, variantQuery } from './variant-choice.ts';
import { offersOf, variantModel } from './variant-model.ts';

/** More variants than this are not sent: the page then asks the server for each choice. */
export const SENT_VARIANTS = 100;

/** The most of one thing that a shopper asks for at once; larger orders are talked about. */
export const MAX_QUANTITY = 99;

/** The product's page for the variant that `query` asks for; `undefined` when none is sold in this storefront. */
export function productPage(input: {
  readonly facts: ProductFacts;
  readonly query: URLSearchParams;
  readonly site: Site;
  readonly related: readonly Card[];
  readonly crossSold: readonly Card[];
}): ProductPage | undefined {
  const { facts, site } = input;
  const { product } = facts;
  const offers = offersOf(product, facts);
  const chosen = chooseVariant(product.options, offers, input.query)?.variant;
  if (!chosen) return undefined;
  const address = site.to(`/products/${product.handle}`);
  const sent = offers.length <= SENT_VARIANTS ? offers.map(({ variant }) => variant) : [chosen];
  const brand = product.brandId && site.brands.get(product.brandId);
  return {
    kind: 'product',
    crumbs: productCrumbs(product, address, site),
    title: product.title,
    brand: brand && { title: brand.name, href: site.to(`/brands/${brand.handle}`) },
    descriptionHtml: product.descriptionHtml,
    pictures: picturesOf(facts),
    options: optionModels({ options: product.options, offers, chosen, address }),
    chosen: variantModel(chosen, facts, site),
    variants: sent.map((variant) => variantModel(variant, facts, site)),
    attributes: attributeLines(product, site),
    sizeTable: facts.sizeTable,
    delivery: site.delivery,
    safety: safetyOf(product),
    hasLegalGuarantee: chosen.requiresShipping && sellsInUnion(site.market),
    bundle: facts.bundle.map(({ product: component, quantity, optionValues }) => ({
      title: [component.title, ...optionValues].join(', '),
      href: site.to(`/products/${component.handle}`) + variantQuery(component.options, optionValues),
      quantity,
    })),
    related: input.related,
    crossSold: input.crossSold,
    id: product.id,
    handle: product.handle,
    maxQuantity: MAX_QUANTITY,
  };
}

/** The product's pictures in its order, those that are still being fetched left out. */
export function picturesOf({
  product,
  pictures,
}: Pick<ProductFacts, 'product' | 'pictures'>): PictureModel[] {
  const models: PictureModel[] = [];
  for (const { assetId, alt } of product.media) {
    const picture = pictures.get(assetId);
    if (!picture) continue;
    const { width, height, placeholderColor: color } = picture;
    models.push({ assetId, width, height, color, alt: alt === '' ? product.title : alt });
  }
  return models;
}

function productCrumbs(product: Product, address: string, site: Site): readonly Crumb[] {
  const [categoryId] = product.categoryIds;
  const category = categoryId && site.categories.get(categoryId);
  const above = category ? categoryCrumbs(category, site) : [homeCrumb(site)];
  return [...above, { title: product.title, href: address }];
}

function attributeLines(product: Product, site: Site): ProductPage['attributes'] {
  return [...site.attributes.values()]
    .filter(({ key }) => product.attributes[key] !== undefined)
    .map(({ key, name, type, unit }) => {
      const text = attributeText(product.attributes[key] ?? '', site);
      return { title: name, value: type === 'measure' && unit ? `${text} ${unit}` : text };
    })
    .filter(({ value }) => value !== '');
}

function attributeText(value: AttributeValue, { locale }: Site): string {
  if (typeof value === 'boolean') return message(locale, value ? 'product.yes' : 'product.no');
  if (typeof value === 'number') return value.toLocaleString(locale);
  return typeof value === 'string' ? value : value.join(', ');
}

function safetyOf(product: Product): ProductPage['safety'] {
  const { manufacturer, euResponsiblePerson, safetyWarnings } = product;
  if (!manufacturer && !euResponsiblePerson && safetyWarnings === '') return undefined;
  return {
    manufacturer: manufacturer && contactText(manufacturer),
    responsiblePerson: euResponsiblePerson && contactText(euResponsiblePerson),
    warnings: safetyWarnings === '' ? undefined : safetyWarnings,
  };
}

function contactText({ name, postalAddress, electronicAddress }: SafetyContact): string {
  return [name, postalAddress, electronicAddress].filter((part) => part !== '').join(', ');
}
