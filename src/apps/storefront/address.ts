/** What an address of the storefront names, once the prefix of its market and language is taken off. */
export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'product'; readonly handle: string }
  | { readonly kind: 'collections' }
  | { readonly kind: 'collection'; readonly handle: string }
  | { readonly kind: 'category'; readonly path: string }
  | { readonly kind: 'brand'; readonly handle: string }
  | { readonly kind: 'search' }
  | { readonly kind: 'suggest' }
  | { readonly kind: 'cards' }
  | { readonly kind: 'content'; readonly handle: string }
  | { readonly kind: 'google_feed' };

export type Address = {
  readonly prefix: string;
  /** As asked, without the prefix: `/products/mug`. */
  readonly path: string;
  readonly route: Route | undefined;
  /** Where the same page lives when it was asked for in capitals or with a slash at its end. */
  readonly movedTo: string | undefined;
};

/** Longer paths are nobody's. */
export const MAX_PATH = 1_000;

/**
 * Reads a path: `/de/Products/Tasse/` is the product `tasse` of the storefront `de`, moved to `/de/products/tasse`.
 * `undefined` for a path that is not well-formed percent-encoded UTF-8 or too long.
 *
 * @param prefixes the storefronts' prefixes, without slashes; '' is always there
 */
export function readAddress(pathname: string, prefixes: ReadonlySet<string>): Address | undefined {
  const decoded = decode(pathname);
  if (decoded === undefined) return undefined;
  const [first = '', ...rest] = decoded.slice(1).split('/');
  const lowered = first.toLowerCase();
  const prefix = lowered !== '' && prefixes.has(lowered) ? lowered : '';
  const path = prefix === '' ? decoded : `/${rest.join('/')}`;
  const tidy = path.toLowerCase().replace(/\/+$/, '') || '/';
  const route = routeOf(tidy);
  const canonical = addressOf(prefix, tidy);
  const isMoved = route !== undefined && encodeURI(decoded) !== canonical;
  return { prefix, path, route, movedTo: isMoved ? canonical : undefined };
}

/** The address of a path within a storefront: `addressOf('de', '/')` is `/de`. */
export function addressOf(prefix: string, path: string): string {
  const encoded = encodeURI(path);
  if (prefix === '') return encoded;
  return path === '/' ? `/${prefix}` : `/${prefix}${encoded}`;
}

function decode(pathname: string): string | undefined {
  if (pathname.length > MAX_PATH || !pathname.startsWith('/')) return undefined;
  try {
    const text = decodeURIComponent(pathname);
    // PostgreSQL refuses a zero byte in text.
    return text.includes('\0') ? undefined : text;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

const FIXED: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['/', { kind: 'home' }],
  ['/collections', { kind: 'collections' }],
  ['/search', { kind: 'search' }],
  ['/search/suggest', { kind: 'suggest' }],
  ['/fragments/cards', { kind: 'cards' }],
  ['/feeds/google.xml', { kind: 'google_feed' }],
]);

function routeOf(path: string): Route | undefined {
  const fixed = FIXED.get(path);
  if (fixed) return fixed;
  const [, area, handle, ...more] = path.split('/');
  if (handle === undefined || handle === '') return undefined;
  if (area === 'categories')
    return more.includes('') ? undefined : { kind: 'category', path: path.slice(12) };
  if (more.length > 0) return undefined;
  if (area === 'products') return { kind: 'product', handle };
  if (area === 'collections') return { kind: 'collection', handle };
  if (area === 'brands') return { kind: 'brand', handle };
  if (area === 'pages') return { kind: 'content', handle };
  return undefined;
}
