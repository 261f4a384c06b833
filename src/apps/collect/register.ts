import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type EventInput,
  isSenderSecret,
  openCollector,
  type Sender,
} from '../../modules/collector/index.ts';
import { RateLimits } from '../../platform/api/index.ts';
import { networkOf } from '../../platform/auth/index.ts';
import type { Connection } from '../../platform/database/index.ts';
import { problem } from './answers.ts';
import { KnownPeople } from './known-people.ts';
import { addGpcRoute, addGtagRoute, addOwnRoute, addProtocolRoute, MOST_BYTES } from './routes.ts';
import { senderOf } from './sender-of.ts';
import { openTelling, type Tell, type TellOf } from './tell.ts';

export type CollectDeps = {
  readonly connection: Connection;
  readonly now: () => Temporal.Instant;
  /** The shop is reached over https only. */
  readonly isSecure: boolean;
  /** A proxy of ours speaks for the client. */
  readonly trustsProxy: boolean;
  /** Of one network; 0: no limit. */
  readonly requestsPerMinute: number;
};

/**
 * Where events come in: `POST /collect` in the shop's own format, `/g/collect` as gtag.js sends, `POST /mp/collect` by the
 * Measurement Protocol. An answer of 2xx says that what was accepted is committed; after 429 and 5xx the sender keeps it and
 * sends it again, with the same ids. Nothing is allowed to other origins. Comes to what the shop's own pages tell by, and
 * what programs do that shoppers use instead of them.
 */
export async function registerCollect(
  server: FastifyInstance,
  deps: CollectDeps,
): Promise<{ readonly tell: Tell; readonly tellOf: TellOf }> {
  const { connection, now, isSecure } = deps;
  const collector = openCollector(connection);
  const people = new KnownPeople(connection.db, isSecure);
  const take = (sender: Sender, events: readonly EventInput[]) =>
    collector.collect({ events, sender, now: now() });
  const browser = (request: FastifyRequest) => senderOf(request, { ...deps, people }, now());
  const telling = openTelling({ now, take, browser });
  server.addHook('onClose', async () => {
    await telling.settled();
    await collector.close();
  });
  await server.register(async (scope) => {
    await scope.register(cookie);
    readAsText(scope);
    limitRate(scope, deps);
    addOwnRoute(scope, { now, take, browser });
    addGtagRoute(scope, { now, take, browser });
    addGpcRoute(scope);
    addProtocolRoute(scope, { now, take, isSecret: (secret) => isSenderSecret(connection.db, secret) });
  });
  return { tell: telling.tell, tellOf: telling.tellOf(server.log) };
}

/** `sendBeacon` may send nothing but text without asking first: every format is read from its text. */
function readAsText(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: MOST_BYTES }, (_request, body, done) =>
    done(null, body),
  );
}

function limitRate(scope: FastifyInstance, { requestsPerMinute, now }: CollectDeps): void {
  const limits = new RateLimits(requestsPerMinute);
  scope.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (!limits.isOn) return undefined;
    const { isAllowed, resetSeconds } = limits.take(networkOf(request.ip), 'read', now().epochMilliseconds);
    if (isAllowed) return undefined;
    reply.header('retry-after', String(resetSeconds));
    return problem(reply, 429, 'too_many_requests', 'too many requests of this network within a minute');
  });
}
