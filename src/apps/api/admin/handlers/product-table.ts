import { z } from 'zod';
import { money, ok } from '../../../../kernel/index.ts';
import {
  type Category,
  findExistingHandles,
  readAttributeDefinitions,
  readBrands,
  readCategories,
} from '../../../../modules/catalog/index.ts';
import { readLocations } from '../../../../modules/inventory/index.ts';
import { readMarkets, readShop, readStorefronts } from '../../../../modules/markets/index.ts';
import { type AssetId, type Picture, readPictures } from '../../../../modules/media/index.ts';
import {
  countListings,
  type Listing,
  type ListingFilter,
  positionOf,
  readCollections,
  readListedWords,
  readListings,
} from '../../../../modules/merchandising/index.ts';
import {
  type Answer,
  type Handlers,
  moneyOf,
  readCursor,
  writeCursor,
} from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { productTableEndpoints } from '../contract/product-table.ts';
import type { AdminDeps } from '../deps.ts';
import { cellRowsOf } from './product-cells.ts';

const POSITION = z.tuple([z.string().max(300), z.uuid()]);
const MOST_COUNTED = 10_000;

export function productTableHandlers({
  reads,
}: Pick<AdminDeps, 'reads'>): Handlers<typeof productTableEndpoints> {
  return {
    listProductRows: async ({ query: { cursor, limit, sort, order, ...filter } }) => {
      const list = `product-rows ${sort} ${order}`;
      const position = readCursor(list, POSITION, cursor);
      if (!position.ok) return position;
      const page = { filter, sort, isDescending: order === 'descending', after: position.value };
      const [rows, total] = await Promise.all([
        readListings(reads, { ...page, limit: limit + 1 }),
        cursor === undefined ? countOf(reads, filter) : undefined,
      ]);
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      const nextCursor = last && writeCursor(list, positionOf(last, sort));
      return ok({ items: await rowsOf(reads, shown), nextCursor, total });
    },
    listProductCells: async ({ query: { cursor, limit, sort, order, ids, ...filter } }) => {
      const list = `product-cells ${sort} ${order}`;
      const position = readCursor(list, POSITION, cursor);
      if (!position.ok) return position;
      const page = { sort, isDescending: order === 'descending', after: position.value, limit: limit + 1 };
      const asked = ids === undefined ? filter : { ...filter, ids };
      const rows = await readListings(reads, { ...page, filter: asked });
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      const items = await cellRowsOf(
        reads,
        shown.map(({ productId }) => productId),
      );
      return ok({ items, nextCursor: last && writeCursor(list, positionOf(last, sort)) });
    },
    listProductChoices: async () => ok(await choicesOf(reads)),
    findProductByHandle: async ({ params: { handle } }) =>
      ok({ isFree: !(await findExistingHandles(reads, [handle])).has(handle) }),
  };
}

async function countOf(db: Db, filter: ListingFilter) {
  const count = await countListings(db, filter, MOST_COUNTED + 1);
  return { count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED };
}

type Row = Answer<typeof productTableEndpoints.listProductRows>['items'][number];

export async function rowsOf(db: Db, listings: readonly Listing[]): Promise<Row[]> {
  const [pictures, brands] = await Promise.all([
    readPictures(
      db,
      listings.flatMap(({ assetId }) => assetId ?? []),
    ),
    readBrands(db),
  ]);
  const names = new Map(brands.map(({ id, name }) => [id, name]));
  return listings.map(({ productId, brandId, assetId, prices, createdAt, updatedAt, ...same }) => {
    const name = brandId && names.get(brandId);
    return {
      ...{ ...same, id: productId },
      ...(brandId && name !== undefined ? { brand: { id: brandId, name } } : {}),
      thumbnail: thumbnailOf(pictures, assetId),
      prices: prices.map(({ currency, leastMinor, greatestMinor }) => ({
        least: moneyOf(money(leastMinor, currency)),
        greatest: moneyOf(money(greatestMinor, currency)),
      })),
      ...{ createdAt: createdAt.toString(), updatedAt: updatedAt.toString() },
    };
  });
}

export function thumbnailOf(pictures: ReadonlyMap<AssetId, Picture>, assetId: AssetId | undefined) {
  const picture = assetId && pictures.get(assetId);
  if (!picture) return undefined;
  const { width, height, placeholderColor } = picture;
  return { assetId: picture.assetId, width, height, placeholderColor };
}

async function choicesOf(db: Db): Promise<Answer<typeof productTableEndpoints.listProductChoices>> {
  const [brands, categories, collections, words, shop, markets, fronts, locations, attributes] =
    await Promise.all([
      ...([readBrands(db), readCategories(db), readCollections(db), readListedWords(db)] as const),
      ...([readShop(db), readMarkets(db), readStorefronts(db), readLocations(db)] as const),
      readAttributeDefinitions(db),
    ]);
  const byId = new Map(categories.map((category) => [category.id, category]));
  return {
    brands: brands.map(({ id, name }) => ({ id, name })),
    categories: categories.map((one) => ({ id: one.id, path: one.path, names: namesOf(one, byId) })),
    collections: collections.map(({ id, title, kind }) => ({ id, title, kind })),
    ...words,
    currencies: [...new Set([shop.defaultCurrency, ...markets.map(({ currency }) => currency)])],
    locales: [...new Set([shop.defaultLocale, ...fronts.map(({ locale }) => locale)])],
    locations: locations.filter(({ isActive }) => isActive).map(({ id, name }) => ({ id, name })),
    attributes: attributes.map(({ key, name, type, unit, choices }) => ({ key, name, type, unit, choices })),
  };
}

/** Names from the root to the category. */
export function namesOf(category: Category, byId: ReadonlyMap<string, Category>): string[] {
  const parent = category.parentId && byId.get(category.parentId);
  return [...(parent ? namesOf(parent, byId) : []), category.name];
}
