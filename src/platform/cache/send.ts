import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Encoding, encodingFor, type StoredAnswer } from './stored-answer.ts';

type BodyIn = (page: StoredAnswer, encoding: Encoding) => Buffer | Promise<Buffer>;

/** Sends a whole page, or 304 to a browser that has it. No cookie, no personal word: the same bytes for everyone. */
export async function sendStored(
  request: FastifyRequest,
  reply: FastifyReply,
  page: StoredAnswer,
  options: { readonly bodyIn: BodyIn; readonly vary: string },
): Promise<FastifyReply> {
  reply.header('etag', page.etag);
  // Kept by browsers and proxies, and asked about each time: a changed price is on the next page view.
  reply.header('cache-control', 'public, max-age=0, must-revalidate');
  reply.header('vary', options.vary);
  if (isKnown(request.headers['if-none-match'], page.etag)) return reply.code(304).send();
  const encoding = encodingFor(request.headers['accept-encoding']);
  const body = await options.bodyIn(page, encoding);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.type(page.contentType).send(body);
}

/** Weak comparison of RFC 9110, section 13.1.2: a list of tags, or `*`. */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const opaque = etag.replace(/^W\//, '');
  return header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === opaque);
}
