import { slug } from '../../../../kernel/index.ts';
import type { RowOf } from '../../../../platform/cockpit/api/index.ts';
import { countryName } from '../../../../platform/cockpit/text/index.ts';

export type Market = RowOf<'listMarkets'>;
export type Storefront = RowOf<'listStorefronts'>;

/** In the manager's order. */
export function inOrder<Item extends { readonly position: number }>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  return items.toSorted(
    (one, other) => one.position - other.position || (keyOf(one) < keyOf(other) ? -1 : 1),
  );
}

/** Storefronts as the shop lists them: the front page first. */
export function storefrontsInOrder(storefronts: readonly Storefront[]): readonly Storefront[] {
  const ordered = inOrder(storefronts, ({ prefix }) => prefix);
  return [...ordered.filter(({ prefix }) => prefix === ''), ...ordered.filter(({ prefix }) => prefix !== '')];
}

/** The items with the one at `from` at `to`, each with its place as its position: those whose position is another. */
export function moved<Item extends { readonly position: number }>(
  items: readonly Item[],
  from: number,
  to: number,
): readonly Item[] {
  const one = items[from];
  if (one === undefined || to < 0 || to >= items.length) return [];
  const next = items.toSpliced(from, 1).toSpliced(to, 0, one);
  return next.flatMap((item, position) => (item.position === position ? [] : [{ ...item, position }]));
}

/** By which other market each country is sold to. */
export function takenBy(markets: readonly Market[], own: string): ReadonlyMap<string, string> {
  const others = markets.filter(({ code }) => code !== own);
  return new Map(others.flatMap(({ name, countries }) => countries.map((code) => [code, name] as const)));
}

/** A market's code of its name, which no other has: `united-kingdom`. */
export function codeFor(name: string, markets: readonly Market[]): string {
  const base =
    slug(name)
      .replaceAll(/[^a-z0-9-]/g, '')
      .slice(0, 17)
      .replace(/-+$/, '') || 'market';
  const known = new Set(markets.map(({ code }) => code));
  const candidates = [base, ...markets.map((_, index) => `${base}-${index + 2}`)];
  return candidates.find((code) => !known.has(code)) ?? base;
}

/** The address of a language in a market that is still free: `de`, else `de-ch`, else nothing. */
export function prefixFor(
  locale: string,
  countries: readonly string[],
  storefronts: readonly Pick<Storefront, 'prefix'>[],
): string {
  const [language = '', ...rest] = locale.toLowerCase().split('-');
  const region = rest.find((part) => /^[a-z]{2}$/.test(part)) ?? countries[0]?.toLowerCase();
  const known = new Set(storefronts.map(({ prefix }) => prefix));
  const candidates = [
    ...(rest.length > 0 && region ? [`${language}-${region}`] : []),
    language,
    ...(region ? [`${language}-${region}`] : []),
  ];
  return candidates.find((one) => /^[a-z]{2}(-[a-z0-9]{2,8})?$/.test(one) && !known.has(one)) ?? '';
}

const MOST_NAMES = 6;

/** `Austria, Belgium, Bulgaria and 24 more`. */
export function countriesText(
  countries: readonly string[],
  words: { readonly everywhere: string; readonly andMore: (names: string, count: number) => string },
): string {
  if (countries.length === 0) return words.everywhere;
  const names = countries.map(countryName).toSorted((one, other) => one.localeCompare(other));
  if (names.length <= MOST_NAMES + 1) return names.join(', ');
  return words.andMore(names.slice(0, MOST_NAMES).join(', '), names.length - MOST_NAMES);
}
