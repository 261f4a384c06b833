import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { watchOf } from './audit/watch-of.ts';
import type { Api, Endpoint, Endpoints } from './endpoint.ts';
import { guardedFields } from './guarded-fields.ts';
import type { Handlers } from './handler.ts';
import type { MountOptions } from './mount-options.ts';
import type { AnyHandler, Mounted } from './mounted.ts';
import { openApiDocument } from './openapi/document.ts';
import { PROBLEM_TYPE, problem, problemText } from './problem.ts';
import { refusedRequest, sendProblem } from './refused-request.ts';
import { runEndpoint } from './run.ts';
import { acceptFile } from './upload.ts';

/** Puts every endpoint of the API on the server, and its OpenAPI document at `PREFIX/openapi.json`. */
export async function mountApi<All extends Endpoints>(
  server: FastifyInstance,
  api: Api<All>,
  handlers: Handlers<All>,
  options: MountOptions,
): Promise<void> {
  await server.register(
    async (scope) => {
      acceptJson(scope);
      answerFailures(scope);
      if (options.isOpenToBrowsers) openToBrowsers(scope);
      const known = new Map<string, AnyHandler>(Object.entries(handlers));
      const byUrl = new Map<string, string[]>();
      for (const [name, endpoint] of Object.entries(api.endpoints)) {
        const url = urlOf(endpoint.path);
        byUrl.set(url, [...(byUrl.get(url) ?? []), endpoint.method]);
        const mounted: Mounted = {
          ...options,
          endpoint,
          // The record has a handler for each endpoint of its type, which the types of a loop cannot say.
          handler: known.get(name) as AnyHandler,
          prefix: api.prefix,
          guarded: guardedFields(endpoint.output),
          ...{ name, watch: options.audit && watchOf(api, endpoint) },
          takesCookie: api.cookie !== undefined,
        };
        const route = {
          ...{ method: endpoint.method, url },
          config: { audience: endpoint.audience, isPathSecret: isPathSecret(endpoint) },
          handler: (request: FastifyRequest, reply: FastifyReply) => runEndpoint(mounted, request, reply),
        };
        if (endpoint.upload === undefined) scope.route(route);
        else await addUpload(scope, { ...route, bodyLimit: endpoint.upload.mostBytes });
      }
      for (const [url, methods] of byUrl) refuseOtherMethods(scope, url, methods, options);
      // Made when it is first asked for: it takes half a second, which no start waits for.
      let document: string | undefined;
      scope.get('/openapi.json', { config: { audience: 'public' } }, (_request, reply) => {
        document ??= JSON.stringify(openApiDocument(api));
        return reply.type('application/json; charset=utf-8').send(document);
      });
    },
    { prefix: api.prefix },
  );
}

async function addUpload(scope: FastifyInstance, route: RouteOptions): Promise<void> {
  await scope.register(async (own) => {
    acceptFile(own);
    own.route(route);
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of every route below /api. */
    readonly audience?: string;
    /** The address holds a token: the log names the route instead. */
    readonly isPathSecret?: boolean;
  }
}

function isPathSecret({ audience, path }: Endpoint): boolean {
  return (audience === 'cart_token' || audience === 'order_token') && path.includes('{token}');
}

/** `/products/{handle}` is `/products/:handle` to the router. */
function urlOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/** Bodies stay text until they are examined, so that nothing is lost of them and the error names the field. */
function acceptJson(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
}

function answerFailures(scope: FastifyInstance): void {
  scope.setErrorHandler((error: unknown, request, reply) => {
    const found = refusedRequest(error);
    if (found.status >= 500) request.log.error({ err: error }, 'an API request failed');
    return sendProblem(request, reply, found);
  });
  scope.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, problem(404, 'unknown_address', 'no endpoint has this address')),
  );
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

function refuseOtherMethods(
  scope: FastifyInstance,
  url: string,
  methods: readonly string[],
  { isOpenToBrowsers = false }: MountOptions,
): void {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  const config = { audience: 'public' };
  const refuse = (request: FastifyRequest, reply: FastifyReply) => {
    const detail = `this address takes ${allow}`;
    reply.header('allow', allow).type(PROBLEM_TYPE).code(405);
    return reply.send(problemText(problem(405, 'method_not_allowed', detail), request.id));
  };
  const others = METHODS.filter((method) => !methods.includes(method));
  if (others.length > 0) scope.route({ method: [...others], url, config, handler: refuse });
  scope.options(url, { config }, (_request, reply) => {
    reply.header('allow', allow);
    if (isOpenToBrowsers) {
      reply
        .header('access-control-allow-methods', allow)
        .header('access-control-allow-headers', 'authorization, content-type, idempotency-key')
        .header('access-control-max-age', '86400');
    }
    return reply.code(204).send();
  });
}

const EXPOSED =
  'etag, idempotent-replayed, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset';

function openToBrowsers(scope: FastifyInstance): void {
  scope.addHook('onRequest', (_request, reply, done) => {
    reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', EXPOSED);
    done();
  });
}
