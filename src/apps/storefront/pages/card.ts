import type { SearchHit } from '../../../modules/search/index.ts';
import type { Card, PictureModel } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import type { Site } from '../site.ts';

/** A product is called new for this long after it was first published. */
const NEW_HOURS = 24 * 30;

/** What a search hit looks like as a card in this storefront. */
export function cardOf(hit: SearchHit, site: Site, now: Temporal.Instant): Card {
  const { currency, locale } = site;
  const { price, compareAt, publishedAt } = hit;
  const newSince = now.epochMilliseconds - NEW_HOURS * 3_600_000;
  return {
    productId: hit.productId,
    href: site.to(`/products/${hit.handle}`),
    title: hit.title,
    brand: hit.brand?.name,
    price: moneyText(price.minor, currency, locale),
    isFrom: hit.isFrom,
    compareAt: compareAt && moneyText(compareAt.minor, currency, locale),
    discountPercent: compareAt && discountPercent(price.minor, compareAt.minor),
    picture: pictureModel(hit.picture),
    secondPicture: pictureModel(hit.secondPicture),
    swatches: hit.swatches,
    isNew: publishedAt !== undefined && publishedAt.epochMilliseconds > newSince,
    isSoldOut: !hit.isBuyable,
  };
}

/** Whole percent of the price before, rounded down so that it never says too much; `undefined` below one percent. */
function discountPercent(minor: bigint, compareAtMinor: bigint): number | undefined {
  if (compareAtMinor <= minor) return undefined;
  const percent = Number(((compareAtMinor - minor) * 100n) / compareAtMinor);
  return percent === 0 ? undefined : percent;
}

function pictureModel(picture: SearchHit['picture']): PictureModel | undefined {
  if (!picture) return undefined;
  const { assetId, width, height, alt } = picture;
  return { assetId, width, height, color: picture.placeholderColor, alt };
}
