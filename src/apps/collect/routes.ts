import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { Sender } from '../../modules/collector/index.ts';
import { answerCollected, type Desk, problem, unread } from './answers.ts';
import { readGtag } from './gtag-format.ts';
import { readProtocol } from './measurement-protocol.ts';
import { readBatch } from './own-format.ts';
import { isFromOwnPage } from './same-origin.ts';

export const MOST_BYTES = 64 * 1024;
const ROUTE: RouteShorthandOptions = { bodyLimit: MOST_BYTES };

type Browser = Extract<Sender, { kind: 'browser' }>;
type BrowserDesk = Desk & { readonly browser: (request: FastifyRequest) => Promise<Browser> };

/** The shop's own pages. */
export function addOwnRoute(server: FastifyInstance, { now, take, browser }: BrowserDesk): void {
  server.post('/collect', ROUTE, async (request, reply) => {
    if (!isFromOwnPage(request)) return problem(reply, 403, 'forbidden', FOREIGN);
    const read = readBatch(bodyOf(request), now());
    if (!read.ok) return unread(reply, read);
    const sender = { ...(await browser(request)), isAutomated: read.isAutomated };
    return answerCollected(reply, await take(sender, read.events), 200);
  });
}

/** gtag.js with `transport_url` or `server_container_url` of this shop. */
export function addGtagRoute(server: FastifyInstance, { now, take, browser }: BrowserDesk): void {
  server.route({
    method: ['GET', 'POST'],
    url: '/g/collect',
    ...ROUTE,
    handler: async (request, reply) => {
      if (!isFromOwnPage(request)) return problem(reply, 403, 'forbidden', FOREIGN);
      const { events, clientId } = readGtag(queryOf(request), bodyOf(request), now());
      if (events.length > MOST_LINES) {
        return unread(reply, { ok: false, field: 'events', message: `are more than ${MOST_LINES}` });
      }
      const sender = await browser(request);
      const visitorId = sender.visitorId ?? clientId;
      return answerCollected(reply, await take({ ...sender, visitorId }, events), 204);
    },
  });
}

/** Servers of the merchant, which prove themselves by their secret. */
export function addProtocolRoute(
  server: FastifyInstance,
  { now, take, isSecret }: Desk & { readonly isSecret: (secret: string) => Promise<boolean> },
): void {
  server.post('/mp/collect', ROUTE, async (request, reply) => {
    const secret = new URLSearchParams(queryOf(request)).get('api_secret') ?? '';
    if (!(await isSecret(secret))) return problem(reply, 401, 'unauthorized', 'api_secret is not known');
    const read = readProtocol(bodyOf(request), now());
    if (!read.ok) return unread(reply, read);
    const sender: Sender = {
      ...{ kind: 'server', mode: 'consented', visitor: read.clientId },
      ...(read.userAgent === undefined ? {} : { userAgent: read.userAgent }),
    };
    return answerCollected(reply, await take(sender, read.events), 204);
  });
}

/** That the signal is honoured, and since when (Global Privacy Control, section 4.1, GPC Support Resource). */
export function addGpcRoute(server: FastifyInstance): void {
  server.get('/.well-known/gpc.json', (_request, reply) =>
    reply.type('application/json').send({ gpc: true, lastUpdate: '2026-11-27' }),
  );
}

const MOST_LINES = 50;
const FOREIGN = 'events are taken from pages of this shop only';

function bodyOf({ body }: FastifyRequest): string {
  return typeof body === 'string' ? body : '';
}

function queryOf({ url }: FastifyRequest): string {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at + 1);
}
