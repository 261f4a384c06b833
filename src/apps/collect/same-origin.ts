import type { FastifyRequest } from 'fastify';

/**
 * Whether one of this shop's own pages sends: another site could only make the figures wrong, but that it shall not. Browsers
 * of today say so themselves (Fetch Metadata); older ones name the origin, or with a picture's request the page.
 */
export function isFromOwnPage({ headers, host }: Pick<FastifyRequest, 'headers' | 'host'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const from = headers.origin ?? headers.referer;
  return from !== undefined && URL.parse(from)?.host === host;
}
