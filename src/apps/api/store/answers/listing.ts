import { z } from 'zod';
import { fromDecimal, nextMidnight, parseId, type Refusal } from '../../../../kernel/index.ts';
import type { ProductId } from '../../../../modules/catalog/index.ts';
import {
  LIMITS,
  type Search,
  type SearchHit,
  type SearchQuery,
  type SearchResult,
} from '../../../../modules/search/index.ts';
import { type Asked, type Made, moneyOf, readCursor, writeCursor } from '../../../../platform/api/index.ts';
import type { listingEndpoints } from '../contract/listing.ts';
import { assetTag, LISTINGS_TAG, productTag } from '../follow-shop.ts';
import type { Shopfront } from '../shopfronts.ts';
import type { CardShelf } from './card-shelf.ts';
import { type Card, cardsOfHits, isOnShelf } from './cards.ts';

type Deps = { readonly shelf: CardShelf; readonly search: Search };
type ProductsQuery = Asked<typeof listingEndpoints.listProducts>['query'];
type SearchAsked = Asked<typeof listingEndpoints.search>['query'];
type Narrowing = Pick<
  SearchAsked,
  'filter' | 'priceMin' | 'priceMax' | 'inStock' | 'sort' | 'cursor' | 'limit'
>;

/** Products of a collection, category or brand; or those with the given ids, in their order. */
export async function answerProducts(
  deps: Deps,
  front: Shopfront,
  query: ProductsQuery,
  now: Temporal.Instant,
): Promise<Made<typeof listingEndpoints.listProducts>> {
  if (query.ids !== undefined) return productsById(deps.shelf, front, query.ids, now);
  const within = placeOf(front, query);
  if ('code' in within) return { refusal: within };
  const page = pageOfSearch(deps.search, 'products', query, { ...questionOf(front, query, now), ...within });
  if ('refusal' in page) return page;
  const items = await cardsOf(deps.shelf, page.hits, front, now);
  const { nextCursor, total } = page;
  return { value: { items, total, nextCursor }, ...keepingOf(items, front, now) };
}

/** What is found, with everything to narrow it by. */
export async function answerSearch(
  deps: Deps,
  front: Shopfront,
  query: SearchAsked,
  now: Temporal.Instant,
): Promise<Made<typeof listingEndpoints.search>> {
  const question = {
    ...questionOf(front, query, now),
    sort: query.sort ?? 'relevance',
    text: query.q,
  } as const;
  const page = pageOfSearch(deps.search, 'search', query, question);
  if ('refusal' in page) return page;
  const items = await cardsOf(deps.shelf, page.hits, front, now);
  const { total, nextCursor, facets, priceRange, inStockCount, correctedTo, isPartial, redirectTo } = page;
  return {
    value: {
      ...{ items, nextCursor, total, inStockCount, correctedTo, isPartial, redirectTo },
      facets,
      priceRange: priceRange && { min: moneyOf(priceRange.min), max: moneyOf(priceRange.max) },
    },
    ...keepingOf(items, front, now),
  };
}

async function cardsOf(
  shelf: CardShelf,
  hits: readonly SearchHit[],
  front: Shopfront,
  now: Temporal.Instant,
): Promise<Card[]> {
  const asked = hits.filter(isOnShelf).map(({ productId }) => productId);
  return cardsOfHits(hits, await shelf.cards(asked, front, now));
}

/** Those that are sold out may be back, or back later, any time; a day of return is told until it has passed. */
function keepingOf(items: readonly Card[], { shop }: Shopfront, now: Temporal.Instant) {
  const soldOut = items.filter(({ isBuyable }) => !isBuyable).map(({ id }) => productTag(id));
  return { tags: [LISTINGS_TAG, ...soldOut], until: nextMidnight(now, shop.timeZone) };
}

async function productsById(
  shelf: CardShelf,
  front: Shopfront,
  text: string,
  now: Temporal.Instant,
): Promise<Made<typeof listingEndpoints.listProducts>> {
  const ids = [...new Set(text.split(','))].flatMap(
    (one): ProductId | readonly ProductId[] => parseId<'product'>(one) ?? [],
  );
  const items = await shelf.cards(ids, front, now);
  const pictures = items.flatMap(({ picture }) => (picture ? [assetTag(picture.id)] : []));
  const tags = [...ids.map(productTag), ...pictures];
  return { value: { items }, tags, until: nextMidnight(now, front.shop.timeZone) };
}

type Place = Partial<Pick<SearchQuery, 'collectionId' | 'categoryPath' | 'brandHandle'>> &
  Pick<SearchQuery, 'sort'>;

/** Where the products are looked for, and in which order they stand there. */
function placeOf(front: Shopfront, query: ProductsQuery): Place | Refusal<'not_found'> {
  const missing = (what: string, field: string) =>
    ({ code: 'not_found', message: `this storefront has no such ${what}`, field }) as const;
  const collection = front.collections.find(({ handle }) => handle === query.collection);
  if (query.collection !== undefined && !collection) return missing('collection', 'collection');
  const hasCategory = [...front.categories.values()].some(({ path }) => path === query.category);
  if (query.category !== undefined && !hasCategory) return missing('category', 'category');
  const hasBrand = [...front.brands.values()].some(({ handle }) => handle === query.brand);
  if (query.brand !== undefined && !hasBrand) return missing('brand', 'brand');
  return {
    ...(collection ? { collectionId: collection.id } : {}),
    ...(query.category === undefined ? {} : { categoryPath: query.category }),
    ...(query.brand === undefined ? {} : { brandHandle: query.brand }),
    sort: query.sort ?? collection?.sort ?? 'best_selling',
  };
}

type Question = Omit<SearchQuery, 'offset' | 'limit' | 'filters' | 'price' | 'sort'> & {
  readonly sort?: SearchQuery['sort'];
};

function questionOf({ locale, currency }: Shopfront, query: Narrowing, now: Temporal.Instant): Question {
  return { locale, currency, now, ...(query.inStock === undefined ? {} : { inStockOnly: query.inStock }) };
}

type Page = SearchResult & { readonly hits: readonly SearchHit[]; readonly nextCursor: string | undefined };

const POSITION = z.tuple([
  z
    .int()
    .min(0)
    .max(LIMITS.depth - LIMITS.limit),
  z.string().max(40),
]);
/** By how many places the last product may have moved since, and the list still goes on right after it. */
const SLACK = 50;

function pageOfSearch(
  search: Search,
  list: string,
  asked: Narrowing,
  question: Question & Pick<SearchQuery, 'sort'>,
): Page | { readonly refusal: Refusal<'invalid_cursor' | 'invalid_price'> } {
  const cursor = readCursor(list, POSITION, asked.cursor);
  if (!cursor.ok) return cursor;
  const price = priceOf(asked, question.currency);
  if ('code' in price) return { refusal: price };
  const whole = { ...question, filters: filtersOf(asked.filter ?? []), price };
  const [reached, last] = cursor.value ?? [0, ''];
  const from = Math.max(0, reached - SLACK);
  const slack = reached === 0 ? 0 : reached - from + SLACK;
  const result = search.query({ ...whole, offset: from, limit: asked.limit + slack });
  const lastAt = result.hits.findIndex(({ productId }) => productId === last);
  const start = lastAt >= 0 ? lastAt + 1 : reached - from;
  const hits = result.hits.slice(start, start + asked.limit);
  const end = from + start + hits.length;
  const id = hits.at(-1)?.productId;
  const hasMore = id !== undefined && end < result.total && end <= LIMITS.depth - LIMITS.limit;
  return { ...result, hits, nextCursor: hasMore ? writeCursor(list, [end, id]) : undefined };
}

function filtersOf(filters: readonly string[]): Record<string, readonly string[]> {
  const pairs = filters.map((filter): [string, string] => {
    const colon = filter.indexOf(':');
    return [filter.slice(0, colon), filter.slice(colon + 1)];
  });
  const byKey = Map.groupBy(pairs, ([key]) => key);
  return Object.fromEntries([...byKey].map(([key, values]) => [key, values.map(([, value]) => value)]));
}

function priceOf(
  { priceMin, priceMax }: Narrowing,
  currency: SearchQuery['currency'],
): NonNullable<SearchQuery['price']> | Refusal<'invalid_price'> {
  const [min, max] = [priceMin, priceMax].map((text) =>
    text === undefined ? undefined : fromDecimal(text, currency),
  );
  const wrong =
    priceMin !== undefined && !min ? 'priceMin' : priceMax !== undefined && !max ? 'priceMax' : undefined;
  if (wrong) return { code: 'invalid_price', message: `has more digits than ${currency}`, field: wrong };
  return { ...(min ? { minMinor: min.minor } : {}), ...(max ? { maxMinor: max.minor } : {}) };
}
