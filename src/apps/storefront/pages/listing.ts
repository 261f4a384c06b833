import { type CurrencyCode, money, toDecimal } from '../../../kernel/index.ts';
import { type Facet, LIMITS, type SearchResult, type SearchSort } from '../../../modules/search/index.ts';
import { type ListingQuery, PAGE_SIZE, writeListingQuery } from '../listing-query.ts';
import { message } from '../messages/index.ts';
import type { Card, FacetModel, Link, Listing } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import type { Site } from '../site.ts';

/** A search's result as the grid of a page, with every address that leads from it. */
export function listingOf(input: {
  readonly site: Site;
  readonly query: ListingQuery;
  readonly result: SearchResult;
  /** Of the result's hits. */
  readonly cards: readonly Card[];
  /** The page's own address without a query: `/de/collections/sale`. */
  readonly action: string;
  readonly ownSort: SearchSort;
  readonly sorts: readonly SearchSort[];
}): Listing {
  const { site, query, result, action } = input;
  const { currency } = site;
  const hrefOf = (state: ListingQuery) => action + writeListingQuery(state, currency);
  const pages = pageCount(result.total);
  return {
    total: result.total,
    cards: input.cards,
    facets: withoutDoubles(result.facets.map((facet) => facetModel(facet, site))),
    price: priceModel(query, result, currency),
    inStockOnly: query.inStockOnly,
    chosen: chosenLinks(query, result.facets, site, hrefOf),
    clearHref: hrefOf({ ...NOTHING_CHOSEN, text: query.text, sort: query.sort }),
    sorts: input.sorts.map((value) => ({
      value,
      title: message(site.locale, `sort.${value}`),
      isChosen: value === (query.sort ?? input.ownSort),
    })),
    page: query.page,
    pages,
    pageHrefs: {
      previous: query.page > 1 ? hrefOf({ ...query, page: query.page - 1 }) : undefined,
      next: query.page < pages ? hrefOf({ ...query, page: query.page + 1 }) : undefined,
      numbered: pageNumbers(query.page, pages).map((page) => ({
        title: String(page),
        href: hrefOf({ ...query, page }),
        isCurrent: page === query.page,
      })),
    },
    action,
    carried: query.text === '' ? {} : { q: query.text },
  };
}

/** Pages a listing of so many products has: at least one, and no more than the search can reach. */
export function pageCount(total: number): number {
  return Math.max(1, Math.ceil(Math.min(total, LIMITS.depth) / PAGE_SIZE));
}

/** The numbers that are worth a link: first, last and the neighbours. Of 20 pages on the 7th: 1 5 6 7 8 9 20. */
export function pageNumbers(page: number, pages: number): readonly number[] {
  const numbers = new Set([1, pages]);
  for (let near = page - 2; near <= page + 2; near += 1) if (near > 0 && near <= pages) numbers.add(near);
  return [...numbers].sort((a, b) => a - b);
}

const NOTHING_CHOSEN: ListingQuery = {
  text: '',
  filters: {},
  minMinor: undefined,
  maxMinor: undefined,
  inStockOnly: false,
  sort: undefined,
  page: 1,
};

/**
 * Where an attribute and an option have one title, as Colour often does, the attribute is shown: its values are the
 * shop's own few, not every maker's names. An option that is already chosen stays, so that it can be unchosen.
 */
export function withoutDoubles(facets: readonly FacetModel[]): readonly FacetModel[] {
  const titles = new Set(
    facets.filter(({ key }) => !key.startsWith('option.')).map(({ title }) => title.toLowerCase()),
  );
  return facets.filter(({ key, title, values }) => {
    const isDouble = key.startsWith('option.') && titles.has(title.toLowerCase());
    return !isDouble || values.some(({ isChosen }) => isChosen);
  });
}

function facetModel(facet: Facet, site: Site): FacetModel {
  return {
    key: facet.key,
    title: facetTitle(facet, site),
    kind: facet.kind,
    values: facet.values.map(({ value, label, count, isSelected, color }) => {
      return { value, title: label, count, isChosen: isSelected, color };
    }),
  };
}

function facetTitle(facet: Facet, { locale }: Site): string {
  switch (facet.key) {
    case 'brand':
    case 'category':
    case 'type':
    case 'tag':
      return message(locale, `facet.${facet.key}`);
    default:
      return facet.label;
  }
}

function priceModel(query: ListingQuery, { priceRange }: SearchResult, currency: CurrencyCode) {
  if (!priceRange) return undefined;
  const chosen = (minor: bigint | undefined) =>
    minor === undefined ? '' : toDecimal(money(minor, currency));
  return {
    min: toDecimal(priceRange.min),
    max: toDecimal(priceRange.max),
    chosenMin: chosen(query.minMinor),
    chosenMax: chosen(query.maxMinor),
    currency,
  };
}

function chosenLinks(
  query: ListingQuery,
  facets: readonly Facet[],
  site: Site,
  hrefOf: (state: ListingQuery) => string,
): readonly Link[] {
  const links: Link[] = [];
  for (const [key, values] of Object.entries(query.filters)) {
    const facet = facets.find((candidate) => candidate.key === key);
    for (const value of values) {
      const title = facet?.values.find((candidate) => candidate.value === value)?.label ?? value;
      const others = values.filter((other) => other !== value);
      const { [key]: _, ...rest } = query.filters;
      const filters = others.length === 0 ? rest : { ...query.filters, [key]: others };
      links.push({ title, href: hrefOf({ ...query, filters, page: 1 }) });
    }
  }
  const price = priceTitle(query, site);
  if (price !== undefined) {
    const href = hrefOf({ ...query, minMinor: undefined, maxMinor: undefined, page: 1 });
    links.push({ title: price, href });
  }
  if (query.inStockOnly) {
    const title = message(site.locale, 'listing.in_stock_only');
    links.push({ title, href: hrefOf({ ...query, inStockOnly: false, page: 1 }) });
  }
  return links;
}

function priceTitle({ minMinor, maxMinor }: ListingQuery, { currency, locale }: Site): string | undefined {
  const text = (minor: bigint) => moneyText(minor, currency, locale).text;
  if (minMinor !== undefined && maxMinor !== undefined) {
    return message(locale, 'listing.price_between', { min: text(minMinor), max: text(maxMinor) });
  }
  if (minMinor !== undefined) return message(locale, 'listing.price_at_least', { price: text(minMinor) });
  if (maxMinor !== undefined) return message(locale, 'listing.price_at_most', { price: text(maxMinor) });
  return undefined;
}
