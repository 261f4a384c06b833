import type { FastifyRequest } from 'fastify';

/**
 * Whether a page of this origin asks, so that a cookie may speak for the person (cross-site request forgery; OWASP
 * CSRF Prevention Cheat Sheet, "Fetch Metadata headers"). Browsers send `Sec-Fetch-Site` over https and from localhost,
 * and no page can set it; elsewhere `Origin` must name this host. A GET without either comes from an address that was
 * typed or from an older browser: it has no effect, and another origin cannot read what is answered.
 */
export function isSameOrigin({
  method,
  headers,
  host,
}: Pick<FastifyRequest, 'method' | 'headers' | 'host'>): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || (site === 'none' && isRead);
  const { origin } = headers;
  if (origin === undefined) return isRead;
  return URL.canParse(origin) && new URL(origin).host === host;
}
