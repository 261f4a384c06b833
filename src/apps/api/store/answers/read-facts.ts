import {
  type Product,
  readTranslations,
  translateProduct,
  type VariantId,
} from '../../../../modules/catalog/index.ts';
import { type Availability, readAvailability } from '../../../../modules/inventory/index.ts';
import { type Picture, readPictures } from '../../../../modules/media/index.ts';
import { type Price, type Reduction, readPrices, readReductions } from '../../../../modules/pricing/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { Shopfront } from '../shopfronts.ts';

/** What the other modules know of some products, for one storefront: in its language and its currency. */
export type Facts = {
  readonly products: readonly Product[];
  readonly prices: ReadonlyMap<VariantId, Price>;
  readonly reductions: ReadonlyMap<VariantId, Reduction>;
  readonly availability: ReadonlyMap<VariantId, Availability>;
  readonly pictures: ReadonlyMap<string, Picture>;
};

/** Reads it for all of them side by side; reductions and translations only where there are some. */
export async function readFacts(
  db: Db,
  products: readonly Product[],
  front: Shopfront,
  now: Temporal.Instant,
): Promise<Facts> {
  const variantIds = products.flatMap(({ variants }) => variants.map(({ id }) => id));
  const assetIds = new Set(products.flatMap(({ media }) => media.map(({ assetId }) => assetId)));
  const mayBeBundles = products.some(({ kind }) => kind === 'bundle');
  const today = now.toZonedDateTimeISO(front.shop.timeZone).toPlainDate();
  const [offers, availability, pictures, texts] = await Promise.all([
    readOffers(db, variantIds, front, now),
    readAvailability(db, variantIds, { mayBeBundles, today }),
    readPictures(db, [...assetIds]),
    front.isDefaultLocale ? undefined : readTexts(db, products, front),
  ]);
  const inLanguage = texts
    ? products.map((product) => translateProduct(product, texts.get(product.id) ?? {}))
    : products;
  return { products: inLanguage, ...offers, availability, pictures };
}

async function readOffers(
  db: Db,
  variantIds: readonly VariantId[],
  { currency }: Shopfront,
  now: Temporal.Instant,
): Promise<Pick<Facts, 'prices' | 'reductions'>> {
  const prices = new Map<VariantId, Price>();
  for (const [variantId, all] of await readPrices(db, variantIds)) {
    const price = all.find((one) => one.currency === currency);
    if (price) prices.set(variantId, price);
  }
  const reduced = [...prices.values()].filter(({ compareAtMinor }) => compareAtMinor !== undefined);
  if (reduced.length === 0) return { prices, reductions: new Map() };
  const ids = reduced.map(({ variantId }) => variantId);
  return { prices, reductions: await readReductions(db, { variantIds: ids, currency, now }) };
}

function readTexts(db: Db, products: readonly Product[], { locale }: Shopfront) {
  const entityIds = products.map(({ id }) => id);
  return readTranslations(db, { entity: 'product', entityIds, locale });
}
