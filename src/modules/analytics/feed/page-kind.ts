/** What kinds of pages the shop has, by the word that their address begins with; without one it is the home page, or other. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ products: 'product', collections: 'collection', categories: 'category', brands: 'brand' },
  ...{ search: 'search', pages: 'content', cart: 'cart', checkout: 'checkout', account: 'account' },
  orders: 'order',
};

export const PAGE_KINDS: readonly string[] = [...new Set(Object.values(KINDS)), 'home', 'other'];

const WORDS = Object.keys(KINDS).join('|');
const NAMED = Object.entries(KINDS).map(([word, kind]) => `when '${word}' then '${kind}'`);

/**
 * SQL: the kind of a page by its path, with or without the prefix of a market and language: `/de/products/tasse` is a
 * `product`, `/de` is `home`.
 */
export function pageKind(path: string): string {
  const word = `regexp_extract(${path}, '^(?:/[^/]+)??/(${WORDS})(?:/|$)', 1)`;
  const home = `if(regexp_matches(${path}, '^/[^/]*/?$'), 'home', 'other')`;
  return `case ${word} ${NAMED.join(' ')} else ${home} end`;
}
