import { money } from '../../../../kernel/index.ts';
import type { Product } from '../../../../modules/catalog/index.ts';
import type { Availability } from '../../../../modules/inventory/index.ts';
import type { SearchHit } from '../../../../modules/search/index.ts';
import { type Answer, moneyOf } from '../../../../platform/api/index.ts';
import type { listingEndpoints } from '../contract/listing.ts';
import type { Shopfront } from '../shopfronts.ts';
import { pictureOf } from './picture.ts';
import type { Facts } from './read-facts.ts';

export type Card = Answer<typeof listingEndpoints.listProducts>['items'][number];

/**
 * Search hits as cards. The index knows the compare-at price as it was entered; whether it may be announced is pricing's
 * to say (Directive 98/6/EC, article 6a), so reduced products take their card from `shelved`; and those that are sold out the
 * day on which they are back, which is inventory's to say.
 */
export function cardsOfHits(hits: readonly SearchHit[], shelved: readonly Card[]): Card[] {
  const byId = new Map(shelved.map((card) => [card.id, card]));
  return hits.map((hit) => {
    const found = byId.get(hit.productId);
    if (hit.compareAt !== undefined && found !== undefined) return found;
    return { ...cardOfHit(hit), expectedOn: found?.expectedOn };
  });
}

/** Whose card is not in the index alone. */
export function isOnShelf({ compareAt, isBuyable }: SearchHit): boolean {
  return compareAt !== undefined || !isBuyable;
}

function cardOfHit(hit: SearchHit): Card {
  const { productId: id, handle, title, brand, isFrom, isBuyable, variantCount } = hit;
  return {
    ...{ id, handle, title, isFrom, isBuyable, variantCount },
    brand: brand && { handle: brand.handle, name: brand.name },
    price: moneyOf(hit.price),
    picture: hit.picture && pictureOf(hit.picture, hit.picture.alt),
    secondPicture: hit.secondPicture && pictureOf(hit.secondPicture, hit.secondPicture.alt),
    swatches: hit.swatches,
  };
}

/** `undefined` for a product of which nothing has a price in the storefront's currency. */
export function cardOfProduct(product: Product, facts: Facts, front: Shopfront): Card | undefined {
  const offers = product.variants.flatMap((variant) => facts.prices.get(variant.id) ?? []);
  const [first] = offers;
  if (!first) return undefined;
  const least = offers.reduce((low, price) => (price.amountMinor < low.amountMinor ? price : low), first);
  const reduction = facts.reductions.get(least.variantId);
  const brand = product.brandId && front.brands.get(product.brandId);
  const [picture, secondPicture] = product.media.flatMap(({ assetId, alt }) => {
    const found = facts.pictures.get(assetId);
    return found ? [pictureOf(found, alt === '' ? product.title : alt)] : [];
  });
  return {
    ...{ id: product.id, handle: product.handle, title: product.title },
    brand: brand && { handle: brand.handle, name: brand.name },
    price: moneyOf(money(least.amountMinor, least.currency)),
    compareAt: reduction && moneyOf(money(reduction.priorMinor, least.currency)),
    isFrom: offers.some(({ amountMinor }) => amountMinor !== least.amountMinor),
    ...stockOf(offers.map(({ variantId }) => facts.availability.get(variantId))),
    ...{ variantCount: offers.length, picture, secondPicture, swatches: [] },
  };
}

function stockOf(all: readonly (Availability | undefined)[]): Pick<Card, 'isBuyable' | 'expectedOn'> {
  if (all.some((one) => one?.isBuyable)) return { isBuyable: true };
  const days = all.flatMap((one) => one?.expectedOn ?? []).sort(Temporal.PlainDate.compare);
  return { isBuyable: false, expectedOn: days[0]?.toString() };
}
