import { earliest, money, nextMidnight } from '../../../../kernel/index.ts';
import {
  isPublished,
  type Product,
  readBundleComponents,
  readProductByHandle,
  readProductIdsOfVariants,
  readRelations,
  type SafetyContact,
  type Variant,
} from '../../../../modules/catalog/index.ts';
import { type Availability, LOW_STOCK_AT } from '../../../../modules/inventory/index.ts';
import { type Answer, type Made, moneyOf } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { catalogueEndpoints } from '../contract/catalogue.ts';
import { assetTag, productTag } from '../follow-shop.ts';
import type { Shopfront } from '../shopfronts.ts';
import { pictureOf } from './picture.ts';
import { type Facts, readFacts } from './read-facts.ts';

type Endpoint = typeof catalogueEndpoints.readProduct;
type ProductAnswer = Answer<Endpoint>;

const NOT_FOUND = {
  code: 'not_found',
  message: 'no product of this storefront has this handle',
  field: 'handle',
} as const;

/** A product as this storefront sells it; two waits on the database. */
export async function answerProduct(
  db: Db,
  front: Shopfront,
  { handle, now }: { readonly handle: string; readonly now: Temporal.Instant },
): Promise<Made<Endpoint>> {
  const found = await readProductByHandle(db, handle);
  if (!found || !isPublished(found, now)) return { refusal: NOT_FOUND };
  const [facts, relations, bundle] = await Promise.all([
    readFacts(db, [found], front, now),
    readRelations(db, [found.id]),
    found.kind === 'bundle' ? readBundle(db, found) : [],
  ]);
  const [product = found] = facts.products;
  const variants = product.variants.flatMap((variant) => variantOf(variant, facts) ?? []);
  if (variants.length === 0) return { refusal: NOT_FOUND };
  const { related = [], crossSell = [] } = relations.get(found.id) ?? {};
  const awaited = product.media.filter(({ assetId }) => !facts.pictures.has(assetId));
  return {
    value: {
      ...wordsOf(product, front),
      variants,
      pictures: picturesOf(product, facts),
      related,
      crossSell,
      bundle,
    },
    tags: [productTag(product.id), ...awaited.map(({ assetId }) => assetTag(assetId))],
    // A day of return that has passed is told no more.
    until: earliest(product.unpublishAt, nextMidnight(now, front.shop.timeZone)),
  };
}

function wordsOf(product: Product, front: Shopfront) {
  const { id, handle, title, descriptionHtml, kind, productType, publishedAt } = product;
  const brand = product.brandId && front.brands.get(product.brandId);
  return {
    ...{ id, handle, title, descriptionHtml, kind, productType },
    ...{
      tags: product.tags,
      options: product.options,
    },
    brand: brand && { handle: brand.handle, name: brand.name },
    categories: product.categoryIds.flatMap((categoryId) => {
      const category = front.categories.get(categoryId);
      return category ? [{ path: category.path, name: category.name }] : [];
    }),
    attributes: front.attributes.flatMap(({ key, name }) => {
      const value = product.attributes[key];
      return value === undefined ? [] : [{ key, name, value }];
    }),
    seo: { title: product.seoTitle, description: product.seoDescription },
    safety: {
      manufacturer: product.manufacturer && contactOf(product.manufacturer),
      euResponsiblePerson: product.euResponsiblePerson && contactOf(product.euResponsiblePerson),
      warnings: product.safetyWarnings,
    },
    publishedAt: publishedAt?.toString(),
    updatedAt: product.updatedAt.toString(),
  };
}

function contactOf({ name, postalAddress, electronicAddress }: SafetyContact) {
  return { name, postalAddress, electronicAddress };
}

function picturesOf(product: Product, { pictures }: Facts): ProductAnswer['pictures'] {
  return product.media.flatMap(({ assetId, alt }) => {
    const found = pictures.get(assetId);
    return found ? [pictureOf(found, alt === '' ? product.title : alt)] : [];
  });
}

/** `undefined` for one that has no price in the storefront's currency: it is not sold there. */
function variantOf(variant: Variant, facts: Facts): ProductAnswer['variants'][number] | undefined {
  const price = facts.prices.get(variant.id);
  if (!price) return undefined;
  const { currency } = price;
  const reduction = facts.reductions.get(variant.id);
  const { id, sku, barcode, weightGrams, requiresShipping, unitPrice, assetId } = variant;
  return {
    ...{ id, sku, barcode, weightGrams, requiresShipping },
    optionValues: variant.optionValues,
    price: moneyOf(money(price.amountMinor, currency)),
    compareAt: reduction && moneyOf(money(reduction.priorMinor, currency)),
    discountPercent: reduction?.percent,
    unitPriceMeasure: unitPrice,
    availability: availabilityOf(facts.availability.get(id)),
    pictureId: assetId,
  };
}

/** The exact count is told only when few are left. */
function availabilityOf(
  availability: Availability | undefined,
): ProductAnswer['variants'][number]['availability'] {
  if (!availability?.isBuyable) {
    return { state: 'sold_out', isBuyable: false, expectedOn: availability?.expectedOn?.toString() };
  }
  const { isTracked, available, lowStockAt, preorderFrom } = availability;
  if (isTracked && available <= 0) {
    if (preorderFrom === undefined) return { state: 'backorder', isBuyable: true };
    return { state: 'preorder', isBuyable: true, availableFrom: preorderFrom.toString() };
  }
  if (!isTracked || available > (lowStockAt ?? LOW_STOCK_AT)) return { state: 'in_stock', isBuyable: true };
  return { state: 'low', isBuyable: true, left: available };
}

async function readBundle(db: Db, bundle: Product): Promise<ProductAnswer['bundle']> {
  const ids = bundle.variants.map(({ id }) => id);
  const [parts = []] = (await readBundleComponents(db, ids)).values();
  const productIds = await readProductIdsOfVariants(
    db,
    parts.map(({ variantId }) => variantId),
  );
  return parts.map(({ variantId, quantity }) => ({
    variantId,
    quantity,
    productId: productIds.get(variantId),
  }));
}
