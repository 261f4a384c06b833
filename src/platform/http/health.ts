import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.ts';

export type LifeState = 'starting' | 'ready' | 'draining';

export type HealthOptions = {
  /** What must work for this process to be of use: each resolves, or rejects, or takes too long. */
  readonly checks: Readonly<Record<string, () => Promise<unknown>>>;
  readonly metrics: Metrics;
  /** Lets a scraper from elsewhere read /metrics: `Authorization: Bearer TOKEN`. */
  readonly metricsToken?: string;
  readonly state: () => LifeState;
};

const CHECK_WITHIN_MS = 2000;

/**
 * `/healthz`: the process lives. `/readyz`: it should get requests. `/metrics`: for this machine or a token's
 * bearer.
 */
export function addHealthRoutes(app: FastifyInstance, options: HealthOptions): void {
  app.get('/healthz', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  );
  app.get('/readyz', async (_request, reply) => {
    const checks = await runChecks(options.checks);
    const state = options.state();
    const isReady = state === 'ready' && Object.values(checks).every((verdict) => verdict === 'ok');
    const status = state === 'ready' && !isReady ? 'failing' : state;
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status, checks });
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayScrape(request, options.metricsToken)) return reply.callNotFound();
    return reply
      .header('cache-control', 'no-store')
      .type(options.metrics.contentType)
      .send(await options.metrics.text());
  });
}

type Verdict = 'ok' | 'failed' | 'too_slow';

/** Names and verdicts only: why a check failed is in the log, not on the internet. */
async function runChecks(checks: HealthOptions['checks']): Promise<Readonly<Record<string, Verdict>>> {
  const verdicts = Object.entries(checks).map(async ([name, check]): Promise<[string, Verdict]> => {
    const slow = Promise.withResolvers<Verdict>();
    const timer = setTimeout(() => slow.resolve('too_slow'), CHECK_WITHIN_MS);
    const verdict = check().then(
      (): Verdict => 'ok',
      (): Verdict => 'failed',
    );
    const result = await Promise.race([verdict, slow.promise]);
    clearTimeout(timer);
    return [name, result];
  });
  return Object.fromEntries(await Promise.all(verdicts));
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

function mayScrape(request: FastifyRequest, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token !== undefined && given !== undefined) return isSame(given, token);
  // A proxy on this machine forwards strangers: what it forwards does not come from here.
  const isForwarded = 'x-forwarded-for' in request.headers || 'forwarded' in request.headers;
  return !isForwarded && LOOPBACK.test(request.socket.remoteAddress ?? '');
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
