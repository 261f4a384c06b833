import type { Product } from '../../../modules/catalog/index.ts';
import type { SearchHit } from '../../../modules/search/index.ts';
import type { Card } from '../model/index.ts';
import type { Site } from '../site.ts';
import { cardOf } from './card.ts';
import { swatchesOf } from './option-models.ts';
import type { Facts } from './read-facts.ts';
import type { Offer } from './variant-choice.ts';
import { offersOf } from './variant-model.ts';

/** A product's card from the modules' own facts; `undefined` when no variant of it is sold in this storefront. */
export function cardOfProduct(
  product: Product,
  facts: Omit<Facts, 'products'>,
  site: Site,
  now: Temporal.Instant,
): Card | undefined {
  const hit = hitOf(product, facts, site);
  if (hit === undefined) return undefined;
  const backOn = hit.isBuyable ? undefined : firstBack(offersOf(product, facts), facts.availability);
  const backAbout = backOn?.toLocaleString(site.locale, { day: 'numeric', month: 'short' });
  return { ...cardOf(hit, site, now), ...(backAbout === undefined ? {} : { backAbout }) };
}

function firstBack(
  offers: readonly Offer[],
  availability: Facts['availability'],
): Temporal.PlainDate | undefined {
  const days = offers.flatMap(({ variant }) => availability.get(variant.id)?.expectedOn ?? []);
  return days.sort(Temporal.PlainDate.compare)[0];
}

function hitOf(product: Product, facts: Omit<Facts, 'products'>, site: Site): SearchHit | undefined {
  const { currency } = site;
  const offers = offersOf(product, facts);
  const prices = offers.flatMap(({ variant }) => facts.prices.get(variant.id) ?? []);
  const [first] = prices;
  if (!first) return undefined;
  const least = prices.reduce((low, price) => (price.amountMinor < low.amountMinor ? price : low), first);
  const reduction = facts.reductions.get(least.variantId);
  const brand = product.brandId && site.brands.get(product.brandId);
  const [picture, secondPicture] = product.media.flatMap(({ assetId, alt }) => {
    const found = facts.pictures.get(assetId);
    return found ? [{ ...found, alt: alt === '' ? product.title : alt }] : [];
  });
  return {
    productId: product.id,
    handle: product.handle,
    title: product.title,
    brand: brand && { handle: brand.handle, name: brand.name },
    price: { minor: least.amountMinor, currency },
    compareAt: reduction && { minor: reduction.priorMinor, currency },
    isFrom: prices.some(({ amountMinor }) => amountMinor !== least.amountMinor),
    picture,
    secondPicture,
    swatches: swatchesOf(product.options, offers),
    isBuyable: offers.some(({ isBuyable }) => isBuyable),
    publishedAt: product.publishedAt,
    variantCount: offers.length,
  };
}
