import { currencyOf, expectOk, localeOf } from '../../kernel/index.ts';
import {
  type AssetId,
  type EntityTexts,
  type ProductId,
  type SavedProduct,
  saveProducts,
  setDigitalFiles,
  setManyTranslations,
  type VariantId,
} from '../../modules/catalog/index.ts';
import { defaultLocation, setOnHand, setPolicies } from '../../modules/inventory/index.ts';
import { type Price, setPrices } from '../../modules/pricing/index.ts';
import type { Connection, Tx } from '../../platform/database/index.ts';
import type { WorldPrice, WorldProduct } from '../world/world.ts';
import type { Downloads } from './store-downloads.ts';
import { transact } from './transact.ts';

const SALE_BEGAN_DAYS_AGO = 12;

export type Pictures = ReadonlyMap<string, AssetId>;

/**
 * Saves new products, week by week as they came into the shop, so that `newest` has an order
 * and prices a history. Each week is one transaction with its prices, stock and German.
 */
export async function saveWorldProducts(
  connection: Connection,
  input: {
    readonly products: readonly WorldProduct[];
    readonly pictures: Pictures;
    readonly downloads: Downloads;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const weeks = Map.groupBy(input.products, (product) => Math.ceil(product.ageDays / 7));
  for (const [week, products] of [...weeks].toSorted(([a], [b]) => b - a)) {
    const arrived = daysBefore(input.now, week * 7);
    await transact(connection, (tx) => saveWeek(tx, { ...input, products, arrived }));
  }
}

type Week = {
  readonly products: readonly WorldProduct[];
  readonly pictures: Pictures;
  readonly downloads: Downloads;
  readonly arrived: Temporal.Instant;
  readonly now: Temporal.Instant;
};

async function saveWeek(tx: Tx, week: Week): Promise<void> {
  const drafts = week.products.map((product) => draftOf(product, week.pictures));
  const saved = await saveProducts(tx, { drafts, now: week.arrived, cause: 'seed' });
  const ids = new Map<string, VariantId>();
  const texts: EntityTexts[] = [];
  for (const [index, product] of week.products.entries()) {
    const kept = accepted(saved[index]);
    for (const variant of kept.variants) if (variant.sku !== undefined) ids.set(variant.sku, variant.id);
    texts.push(germanOf(product, kept.id, week.pictures));
    await saveDownload(tx, kept, week.downloads);
  }
  for (const done of await setManyTranslations(tx, texts)) expectOk(done);
  await savePrices(tx, week, ids);
  await saveStock(tx, week, ids);
}

function draftOf(product: WorldProduct, pictures: Pictures) {
  const media = product.pictures.flatMap((picture) => {
    const assetId = pictures.get(picture.key);
    return assetId === undefined ? [] : [{ assetId, alt: picture.alt.en }];
  });
  const variants = product.variants.map((variant) => {
    const { picture, prices: _prices, onHand: _onHand, lowStockAt: _lowStockAt, ...draft } = variant;
    const assetId = pictures.get(picture ?? '');
    return assetId === undefined ? draft : { ...draft, assetId };
  });
  return { ...product.draft, media, variants };
}

type Accepted = Exclude<SavedProduct, { refusal: unknown }>;

function accepted(saved: SavedProduct | undefined): Accepted {
  if (saved === undefined) throw new Error('a draft got no answer');
  if (!('refusal' in saved)) return saved;
  throw new Error(`${saved.handle} was refused: ${saved.refusal.field}: ${saved.refusal.message}`);
}

async function saveDownload(tx: Tx, saved: Accepted, downloads: Downloads): Promise<void> {
  const file = downloads.get(saved.handle);
  const [variant] = saved.variants;
  if (file === undefined || variant === undefined) return;
  expectOk(await setDigitalFiles(tx, variant.id, [{ ...file, downloadLimit: 5, expiryDays: undefined }]));
}

function germanOf(product: WorldProduct, entityId: ProductId, pictures: Pictures): EntityTexts {
  const alts = product.pictures.flatMap((picture) => {
    const assetId = pictures.get(picture.key);
    return assetId === undefined ? [] : [[`alt:${assetId}`, picture.alt.de] as const];
  });
  const fields = { ...product.german, ...Object.fromEntries(alts) };
  return { entity: 'product', entityId, locale: localeOf('de'), fields };
}

/** The launch price first; where there is a sale, its price from the day it began, with the launch price beside it. */
async function savePrices(tx: Tx, week: Week, ids: ReadonlyMap<string, VariantId>): Promise<void> {
  const launch = pricesOf(week.products, ids, (price) => ({
    ...price,
    amountMinor: price.compareAtMinor ?? price.amountMinor,
    compareAtMinor: undefined,
  }));
  await setPrices(tx, { prices: launch, now: week.arrived, reason: 'launch' });
  const sale = pricesOf(week.products, ids, (price) => price);
  const began = daysBefore(week.now, SALE_BEGAN_DAYS_AGO);
  const now = Temporal.Instant.compare(began, week.arrived) > 0 ? began : week.arrived;
  await setPrices(tx, { prices: sale, now, reason: 'sale' });
}

function pricesOf(
  products: readonly WorldProduct[],
  ids: ReadonlyMap<string, VariantId>,
  change: (price: WorldPrice) => WorldPrice,
): Price[] {
  return products.flatMap((product) =>
    product.variants.flatMap((variant) => {
      const variantId = ids.get(variant.sku);
      if (variantId === undefined) return [];
      return variant.prices.map((price) => ({
        ...change(price),
        variantId,
        currency: currencyOf(price.currency),
      }));
    }),
  );
}

async function saveStock(tx: Tx, week: Week, ids: ReadonlyMap<string, VariantId>): Promise<void> {
  const { id: locationId } = await defaultLocation(tx);
  const stocked = week.products
    .filter((product) => product.draft.kind !== 'bundle')
    .flatMap((product) =>
      product.variants.flatMap((variant) => {
        const variantId = ids.get(variant.sku);
        const isTracked = product.draft.kind !== 'digital';
        return variantId === undefined ? [] : [{ ...variant, variantId, isTracked }];
      }),
    );
  await setPolicies(
    tx,
    stocked.map(({ variantId, isTracked, lowStockAt }) => ({
      variantId,
      isTracked,
      mayBackorder: false,
      lowStockAt: isTracked ? lowStockAt : undefined,
    })),
  );
  const counts = stocked
    .filter((variant) => variant.isTracked)
    .map(({ variantId, onHand }) => ({ variantId, locationId, onHand }));
  // The shop's own stock begins when it opens; what was there before is history.
  await setOnHand(tx, { counts, now: week.now, reason: 'count', reference: 'opening stock' });
}

function daysBefore(now: Temporal.Instant, days: number): Temporal.Instant {
  return now.subtract({ hours: days * 24 });
}
