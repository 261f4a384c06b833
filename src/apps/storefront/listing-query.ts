import { type CurrencyCode, fromDecimal, money, toDecimal } from '../../kernel/index.ts';
import { LIMITS, type SearchSort, SORTS } from '../../modules/search/index.ts';

/** The state of a listing, all of which is in its address. */
export type ListingQuery = {
  readonly text: string;
  /** Facet key to chosen values, in a fixed order. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly minMinor: bigint | undefined;
  readonly maxMinor: bigint | undefined;
  readonly inStockOnly: boolean;
  /** `undefined`: the listing's own. */
  readonly sort: SearchSort | undefined;
  readonly page: number;
};

/**
 * Reads `q=mug&f.color=red&f.color=blue&price=10-50&stock=1&sort=newest&page=2`. A form sends its two price fields as
 * `price_min` and `price_max`. What is unknown or malformed is left out, what is too long is cut: an address that was
 * shared or mistyped still shows products.
 *
 * @param ownSort the listing's own order, which the form names too and an address does not need to
 */
export function readListingQuery(
  query: URLSearchParams,
  currency: CurrencyCode,
  ownSort?: SearchSort,
): ListingQuery {
  const range = /^([\d.]{0,16})-([\d.]{0,16})$/.exec(query.get('price') ?? '');
  const low = amount(range?.[1] || query.get('price_min'), currency);
  const high = amount(range?.[2] || query.get('price_max'), currency);
  const isReversed = low !== undefined && high !== undefined && low > high;
  return {
    text: (query.get('q') ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT),
    filters: readFilters(query),
    minMinor: isReversed ? high : low,
    maxMinor: isReversed ? low : high,
    inStockOnly: query.get('stock') === '1',
    sort: SORTS.find((sort) => sort === query.get('sort') && sort !== ownSort),
    page: readPage(query.get('page')),
  };
}

/** The address of this state, always in the same order, so that equal states are one page to every cache. */
export function writeListingQuery(query: ListingQuery, currency: CurrencyCode): string {
  const parts = new URLSearchParams();
  if (query.text !== '') parts.append('q', query.text);
  for (const [key, values] of Object.entries(query.filters)) {
    for (const value of values) parts.append(`f.${key}`, value);
  }
  if (query.minMinor !== undefined || query.maxMinor !== undefined) {
    parts.append('price', `${decimal(query.minMinor, currency)}-${decimal(query.maxMinor, currency)}`);
  }
  if (query.inStockOnly) parts.append('stock', '1');
  if (query.sort !== undefined) parts.append('sort', query.sort);
  if (query.page > 1) parts.append('page', String(query.page));
  const text = parts.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether anything but the page number narrows or reorders the listing: such pages are for people, not for indexes. */
export function isNarrowed(query: ListingQuery): boolean {
  const hasFilters = Object.keys(query.filters).length > 0;
  const hasPrice = query.minMinor !== undefined || query.maxMinor !== undefined;
  return hasFilters || hasPrice || query.inStockOnly || query.sort !== undefined;
}

export const PAGE_SIZE = 24;

const MAX_TEXT = 120;
const MAX_FILTERS = 20;
const MAX_VALUE = 120;
const MAX_PAGE = Math.floor(LIMITS.depth / PAGE_SIZE);

function readFilters(query: URLSearchParams): Record<string, readonly string[]> {
  const chosen = new Map<string, Set<string>>();
  let count = 0;
  for (const [name, value] of query) {
    const key = name.slice(2);
    if (!name.startsWith('f.') || !/^[\p{L}\p{M}\p{N}_:.\- ]{1,80}$/u.test(key)) continue;
    if (value === '' || value.length > MAX_VALUE || count >= MAX_FILTERS) continue;
    count += 1;
    chosen.set(key, (chosen.get(key) ?? new Set()).add(value));
  }
  const sorted = [...chosen].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, values]) => [key, [...values].sort()]));
}

function readPage(text: string | null): number {
  const page = /^\d{1,6}$/.test(text ?? '') ? Number(text) : 1;
  return Math.min(Math.max(page, 1), MAX_PAGE);
}

function amount(text: string | null | undefined, currency: CurrencyCode): bigint | undefined {
  if (!text) return undefined;
  const exact = fromDecimal(text.replace(',', '.'), currency);
  return exact && exact.minor >= 0n ? exact.minor : undefined;
}

function decimal(minor: bigint | undefined, currency: CurrencyCode): string {
  if (minor === undefined) return '';
  return toDecimal(money(minor, currency)).replace(/\.0+$/, '');
}
