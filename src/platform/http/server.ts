import { randomBytes } from 'node:crypto';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import etag from '@fastify/etag';
import helmet from '@fastify/helmet';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import { addHealthRoutes, type HealthOptions, type LifeState } from './health.ts';
import { addErrorHandlers, type ErrorPage, refuseAddress } from './problem.ts';

export type ServerOptions = Omit<HealthOptions, 'state'> & {
  readonly log: Logger;
  /** A proxy in front speaks for the client: address, protocol and request id are taken from its headers. */
  readonly trustProxy?: boolean;
  /** The shop is reached by https: browsers are told to come by nothing else. */
  readonly isSecure?: boolean;
  readonly errorPage?: ErrorPage;
  /** Of a request; 1 MB unless given. A route for uploads sets its own. */
  readonly bodyLimitBytes?: number;
  /** To receive a request in whole; 30 s unless given. */
  readonly requestTimeoutMs?: number;
};

/** Of Brotli's 11: 4 packs a page in a millisecond or two, to within some percent of the best. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 4 };

const states = new WeakMap<FastifyInstance, LifeState>();

/**
 * An HTTP server with what every app of the house needs: request ids, one log line a request, security
 * headers, compression, ETags, limits, errors that page and program understand, health and metrics. `/readyz`
 * is 503 until `markReady`. Routes are the apps' own.
 */
export async function makeServer(options: ServerOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy ?? false,
    genReqId: requestIds(options.trustProxy ?? false),
    bodyLimit: options.bodyLimitBytes ?? 1_000_000,
    requestTimeout: options.requestTimeoutMs ?? 30_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    // What has no route, because its address cannot be read, is answered like everything else that is wrong.
    frameworkErrors: (error, request, reply) => refuseAddress(error, request.id, reply.raw),
    // Handles are longer than the router's default of 100.
    routerOptions: { maxParamLength: 300 },
  });
  states.set(app, 'starting');
  await app.register(helmet, securityHeaders(options.isSecure ?? false));
  // The tag is of the content, so it is made before the content is packed.
  await app.register(etag, { weak: true });
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip', 'identity'],
    brotliOptions: { params: BROTLI },
    zlibOptions: { level: 6 },
  });
  addRequestHooks(app, options);
  addErrorHandlers(app, options.errorPage);
  addHealthRoutes(app, { ...options, state: () => states.get(app) ?? 'starting' });
  return app;
}

/** From now on `/readyz` asks for requests. */
export function markReady(app: FastifyInstance): void {
  states.set(app, 'ready');
}

/**
 * Ends without cutting anyone off: `/readyz` turns 503, for `drainMs` requests are still taken (until a load
 * balancer has noticed), then none; those under way have `withinMs` to end before their connections are cut.
 */
export async function closeGracefully(
  app: FastifyInstance,
  { withinMs = 10_000, drainMs = 0 }: { readonly withinMs?: number; readonly drainMs?: number } = {},
): Promise<void> {
  states.set(app, 'draining');
  if (drainMs > 0) await new Promise((resolve) => setTimeout(resolve, drainMs));
  const cut = setTimeout(() => app.server.closeAllConnections(), withinMs);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}

const SANE_ID = /^[\w.:-]{8,80}$/;

/**
 * Short and unique: the process's own letters and a count. A proxy's id is kept, so that its log and ours
 * meet.
 */
function requestIds(trustProxy: boolean): (request: { headers: Record<string, unknown> }) => string {
  const prefix = randomBytes(6).toString('base64url');
  let count = 0;
  return ({ headers }) => {
    const given = headers['x-request-id'];
    if (trustProxy && typeof given === 'string' && SANE_ID.test(given)) return given;
    count++;
    return `${prefix}-${count.toString(36)}`;
  };
}

/**
 * OWASP ASVS 3.4. What has to be drawn inside a page is drawn by the server; scripts and styles are files of
 * ours.
 */
function securityHeaders(isSecure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' as const },
    crossOriginOpenerPolicy: { policy: 'same-origin' as const },
    // Pictures of the shop are meant to be shown in feeds and shared links.
    crossOriginResourcePolicy: { policy: 'cross-origin' as const },
    xXssProtection: false,
  };
}

const PERMISSIONS = 'camera=(), microphone=(), geolocation=(), payment=(self), usb=(), browsing-topics=()';

function addRequestHooks(app: FastifyInstance, { log, metrics }: ServerOptions): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id).header('permissions-policy', PERMISSIONS);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unmatched';
    const ms = reply.elapsedTime;
    metrics.observeRequest(request.method, route, reply.statusCode, ms / 1000);
    const line = {
      reqId: request.id,
      method: request.method,
      // Where a token stands in the address, the log names the route instead.
      path: request.routeOptions.config.isPathSecret ? route : pathOf(request),
      status: reply.statusCode,
      ms: Math.round(ms * 10) / 10,
    };
    // What is asked for every few seconds, or is part of a page, would bury the pages.
    if (/^\/(?:healthz|readyz|metrics|media\/|(?:(?:g|mp)\/)?collect$)/.test(line.path))
      log.debug(line, 'request');
    else log.info(line, 'request');
    done();
  });
}

/** Without the query, which may hold what people search for, or a token. */
function pathOf({ url }: FastifyRequest): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}
