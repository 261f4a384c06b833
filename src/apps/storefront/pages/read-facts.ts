import {
  type Product,
  type ProductId,
  readTranslations,
  translateProduct,
  type VariantId,
} from '../../../modules/catalog/index.ts';
import { type Availability, readAvailability } from '../../../modules/inventory/index.ts';
import { type Picture, readPictures } from '../../../modules/media/index.ts';
import { type Price, type Reduction, readPrices, readReductions } from '../../../modules/pricing/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { Site } from '../site.ts';

/** What the other modules know of some products, for one storefront. */
export type Facts = {
  /** In the storefront's language. */
  readonly products: readonly Product[];
  /** In the storefront's currency. */
  readonly prices: ReadonlyMap<VariantId, Price>;
  readonly reductions: ReadonlyMap<VariantId, Reduction>;
  readonly availability: ReadonlyMap<VariantId, Availability>;
  readonly pictures: ReadonlyMap<string, Picture>;
};

/** Reads it for all of them at once and side by side; reductions and translations only where there are some. */
export async function readFacts(
  db: Db,
  products: readonly Product[],
  site: Pick<Site, 'locale' | 'currency' | 'isDefaultLocale' | 'shop'>,
  now: Temporal.Instant,
): Promise<Facts> {
  const { currency, locale, shop } = site;
  const today = now.toZonedDateTimeISO(shop.timeZone).toPlainDate();
  const mayBeBundles = products.some(({ kind }) => kind === 'bundle');
  const variantIds = products.flatMap(({ variants }) => variants.map(({ id }) => id));
  const assetIds = [...new Set(products.flatMap((product) => assetsOf(product)))];
  const [[prices, reductions], availability, pictures, texts] = await Promise.all([
    readOffers(db, variantIds, currency, now),
    readAvailability(db, variantIds, { mayBeBundles, today }),
    readPictures(db, assetIds),
    site.isDefaultLocale ? undefined : readProductTexts(db, products, locale),
  ]);
  return {
    products: texts
      ? products.map((product) => translateProduct(product, texts.get(product.id) ?? {}))
      : products,
    prices,
    reductions,
    availability,
    pictures,
  };
}

async function readOffers(
  db: Db,
  variantIds: readonly VariantId[],
  currency: Site['currency'],
  now: Temporal.Instant,
): Promise<[prices: Map<VariantId, Price>, reductions: Map<VariantId, Reduction>]> {
  const prices = inCurrency(await readPrices(db, variantIds), currency);
  const reduced = [...prices.values()].filter(({ compareAtMinor }) => compareAtMinor !== undefined);
  if (reduced.length === 0) return [prices, new Map()];
  const reducedIds = reduced.map(({ variantId }) => variantId);
  return [prices, await readReductions(db, { variantIds: reducedIds, currency, now })];
}

function assetsOf({ media, variants }: Product) {
  return [...media.map(({ assetId }) => assetId), ...variants.flatMap(({ assetId }) => assetId ?? [])];
}

function readProductTexts(db: Db, products: readonly Product[], locale: Site['locale']) {
  const entityIds: readonly ProductId[] = products.map(({ id }) => id);
  return readTranslations(db, { entity: 'product', entityIds, locale });
}

function inCurrency(
  prices: ReadonlyMap<VariantId, readonly Price[]>,
  currency: Site['currency'],
): Map<VariantId, Price> {
  const found = new Map<VariantId, Price>();
  for (const [variantId, all] of prices) {
    const price = all.find((candidate) => candidate.currency === currency);
    if (price) found.set(variantId, price);
  }
  return found;
}
