import type { SearchQuery, SearchResult, SearchSort } from '../../../modules/search/index.ts';
import type { Asked } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { type ListingQuery, PAGE_SIZE, readListingQuery, writeListingQuery } from '../listing-query.ts';
import type { Listing } from '../model/index.ts';
import { listingOf, pageCount } from '../pages/listing.ts';
import { hitCards } from './hit-cards.ts';

export type Listed = {
  readonly query: ListingQuery;
  readonly result: SearchResult;
  readonly listing: Listing;
};

/**
 * Asks the search index for one page of products. A page beyond the last shows the last, and filters on what these
 * products do not have are dropped: an old link shows something rather than nothing.
 */
export async function list(
  desk: Desk,
  asked: Asked,
  options: {
    readonly within: Partial<Pick<SearchQuery, 'collectionId' | 'categoryPath' | 'brandHandle' | 'text'>>;
    readonly ownSort: SearchSort;
    readonly sorts: readonly SearchSort[];
  },
): Promise<Listed> {
  const { site, now } = asked;
  const wanted = readListingQuery(asked.query, site.currency, options.ownSort);
  const search = (query: ListingQuery) =>
    desk.search.query({
      ...options.within,
      locale: site.locale,
      currency: site.currency,
      filters: query.filters,
      price: priceRange(query),
      inStockOnly: query.inStockOnly,
      sort: query.sort ?? options.ownSort,
      offset: (query.page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
      now,
    });
  let query = wanted;
  let result = search(query);
  const known = withKnownFilters(query, result, search);
  if (known !== query) [query, result] = [known, search(known)];
  const pages = pageCount(result.total);
  if (query.page > pages) {
    query = { ...query, page: pages };
    result = search(query);
  }
  // On a maker's own page there is nothing to choose among makers.
  const isChoice = ({ key }: { readonly key: string }) =>
    key !== 'brand' || options.within.brandHandle === undefined;
  const listing = listingOf({
    site,
    query,
    result: { ...result, facets: result.facets.filter(isChoice) },
    cards: await hitCards(desk, result.hits, asked),
    action: site.to(asked.path),
    ownSort: options.ownSort,
    sorts: options.sorts,
  });
  return { query, result, listing };
}

/** The address's query that search engines should keep: page N is a page of its own, filters and orders are not. */
export function canonicalQuery({ page, text }: ListingQuery, { site }: Asked): string {
  const plain = { text, page, filters: {}, minMinor: undefined, maxMinor: undefined };
  return writeListingQuery({ ...plain, inStockOnly: false, sort: undefined }, site.currency);
}

function priceRange({ minMinor, maxMinor }: ListingQuery): NonNullable<SearchQuery['price']> {
  return {
    ...(minMinor === undefined ? {} : { minMinor }),
    ...(maxMinor === undefined ? {} : { maxMinor }),
  };
}

/** Without the filters on what nothing in the whole listing has; asked only when nothing was found. */
function withKnownFilters(
  query: ListingQuery,
  result: SearchResult,
  search: (query: ListingQuery) => SearchResult,
): ListingQuery {
  const filters = Object.entries(query.filters);
  if (result.total > 0 || filters.length === 0) return query;
  const whole = search({
    ...query,
    filters: {},
    minMinor: undefined,
    maxMinor: undefined,
    inStockOnly: false,
  });
  // Tags are filtered by and never listed.
  const keys = new Set(['tag', ...whole.facets.map(({ key }) => key)]);
  const known = filters.filter(([key]) => keys.has(key));
  return known.length === filters.length ? query : { ...query, filters: Object.fromEntries(known) };
}
