import type { FastifyReply } from 'fastify';
import type { Route } from './address.ts';
import { answerRoute } from './answers/answer-route.ts';
import type { StorefrontDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import type { ReadRequest } from './requests.ts';

type Parts = Pick<StorefrontDeps, 'renderer' | 'openPreview'> & { readonly desk: Desk };

/**
 * A page in a look that the shop does not have yet, for whoever holds a token of it (`?preview=`): made for this request,
 * kept by nobody, in no search engine, without scripts, and shown within the cockpit. `undefined` for any other request.
 */
export async function sendPreview(
  { desk, renderer, openPreview }: Parts,
  { route, ...asked }: ReadRequest['asked'] & { readonly route: Route },
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const token = asked.query.get('preview');
  const look = token === null ? undefined : openPreview?.(token, asked.now);
  if (look === undefined) return undefined;
  const query = new URLSearchParams(asked.query);
  query.delete('preview');
  const inLook = { ...desk, assets: withoutScripts(desk) };
  const site = { ...asked.site, ...look };
  const answer = await answerRoute(inLook, renderer, { ...asked, site, query, route });
  if (answer.kind !== 'page') return undefined;
  const { view } = answer;
  return reply
    .header('cache-control', 'private, no-store')
    .header('x-robots-tag', 'noindex, nofollow')
    .header('content-security-policy', withinOurselves(reply))
    .type('text/html; charset=utf-8')
    .send(renderer.renderView(view));
}

/** A picture of the page: what would be done by scripts is not. */
function withoutScripts({ assets }: Desk): Desk['assets'] {
  return (template) => ({ ...assets(template), scripts: [] });
}

/** The policy of every page, but our own pages may show it within themselves. */
function withinOurselves(reply: FastifyReply): string {
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  return policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'");
}
