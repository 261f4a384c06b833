/**
 * Whether a form was submitted from one of our own pages. Every browser of today says where a request comes from
 * (Fetch Metadata); older ones name the origin. What says neither is no browser with our cookies, and is refused.
 */
export function isFromOurPages(
  headers: { readonly [name: string]: string | readonly string[] | undefined },
  ownHost: string | undefined,
): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = headers['origin'];
  if (typeof origin !== 'string' || ownHost === undefined) return false;
  // The host alone: behind a proxy the scheme that we see may not be the shopper's.
  return URL.parse(origin)?.host === ownHost.toLowerCase();
}
