import { money } from '../../../../kernel/index.ts';
import {
  isPublished,
  type Product,
  type ProductId,
  readBrands,
  readCategories,
  readProducts,
  readTranslations,
} from '../../../../modules/catalog/index.ts';
import { type Level, readLevels } from '../../../../modules/inventory/index.ts';
import { readShop, readStorefronts } from '../../../../modules/markets/index.ts';
import { readOriginals, readPictures } from '../../../../modules/media/index.ts';
import { collectionsOf, readCollections } from '../../../../modules/merchandising/index.ts';
import { type Price, readPrices } from '../../../../modules/pricing/index.ts';
import { type Answer, moneyOf } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { productEditorEndpoints } from '../contract/product-editor.ts';
import { namesOf, thumbnailOf } from './product-table.ts';

export type ProductInEditor = Answer<typeof productEditorEndpoints.readProductInEditor>;

/** A product with all that its editor shows, in some ten statements that are asked together. */
export async function readProductInEditor(
  db: Db,
  id: ProductId,
  now: Temporal.Instant,
): Promise<ProductInEditor | undefined> {
  const [product] = await readProducts(db, [id]);
  if (product === undefined) return undefined;
  const variantIds = product.variants.map((variant) => variant.id);
  const assetIds = product.media.map(({ assetId }) => assetId);
  const [brands, categories, prices, levels, pictures, originals, places, translations] = await Promise.all([
    ...([
      readBrands(db),
      readCategories(db),
      readPrices(db, variantIds),
      readLevels(db, variantIds),
    ] as const),
    ...([readPictures(db, assetIds), readOriginals(db, assetIds), readPlaces(db, id)] as const),
    readWords(db, id),
  ]);
  const byId = new Map(categories.map((category) => [category.id, category]));
  const { kind, status, title, descriptionHtml, productType, tags, attributes, options, handle } = product;
  return {
    ...{ id, version: product.version.toString(), handle, title, descriptionHtml, kind, status, productType },
    ...{ tags, attributes, options, seoTitle: product.seoTitle, seoDescription: product.seoDescription },
    brand: brands.find((brand) => brand.id === product.brandId)?.name ?? '',
    categories: product.categoryIds.flatMap((one) => {
      const category = byId.get(one);
      return category ? [namesOf(category, byId)] : [];
    }),
    variants: product.variants.map((variant) => variantIn(variant, prices, levels)),
    media: product.media.map(({ assetId, alt }) => {
      return { assetId, alt, thumbnail: thumbnailOf(pictures, assetId), originalId: originals.get(assetId) };
    }),
    ...{ manufacturer: product.manufacturer, euResponsiblePerson: product.euResponsiblePerson },
    safetyWarnings: product.safetyWarnings,
    ...{ publishAt: product.publishAt?.toString(), unpublishAt: product.unpublishAt?.toString() },
    publishedAt: product.publishedAt?.toString(),
    ...{ createdAt: product.createdAt.toString(), updatedAt: product.updatedAt.toString() },
    ...{ collections: places, translations, isInStorefront: isPublished(product, now) },
  };
}

function variantIn(
  variant: Product['variants'][number],
  prices: ReadonlyMap<string, readonly Price[]>,
  levels: ReadonlyMap<string, readonly Level[]>,
): ProductInEditor['variants'][number] {
  const { id, sku, barcode, optionValues, weightGrams, hsCode, originCountry, requiresShipping } = variant;
  const { isTaxable, taxCode, assetId, cost } = variant;
  return {
    ...{ id, sku, barcode, optionValues, weightGrams, hsCode, originCountry, requiresShipping },
    ...{ isTaxable, taxCode, assetId, cost: cost && moneyOf(cost) },
    prices: (prices.get(id) ?? []).map(({ amountMinor, compareAtMinor, currency }) => ({
      price: moneyOf(money(amountMinor, currency)),
      ...(compareAtMinor === undefined ? {} : { compareAt: moneyOf(money(compareAtMinor, currency)) }),
    })),
    stock: (levels.get(id) ?? []).map(({ locationId, onHand, reserved, available }) => {
      return { locationId, onHand, reserved, available };
    }),
  };
}

async function readPlaces(db: Db, id: ProductId): Promise<ProductInEditor['collections']> {
  const places = (await collectionsOf(db, [id])).get(id) ?? [];
  if (places.length === 0) return [];
  const collections = await readCollections(db, { ids: places.map(({ collectionId }) => collectionId) });
  return collections.map((one) => ({ id: one.id, title: one.title, kind: one.kind }));
}

async function readWords(db: Db, id: ProductId): Promise<ProductInEditor['translations']> {
  const [shop, fronts] = await Promise.all([readShop(db), readStorefronts(db)]);
  const locales = new Set(fronts.map(({ locale }) => locale));
  locales.delete(shop.defaultLocale);
  return Promise.all(
    [...locales].map(async (locale) => {
      const words = await readTranslations(db, { entity: 'product', entityIds: [id], locale });
      return { locale, fields: words.get(id) ?? {} };
    }),
  );
}
