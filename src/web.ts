import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { registerApi } from './apps/api/index.ts';
import { registerCockpit } from './apps/cockpit/index.ts';
import { registerCollect } from './apps/collect/index.ts';
import { registerLinks } from './apps/links/index.ts';
import { registerStorefront, viewRenderer } from './apps/storefront/index.ts';
import { addMediaRoute } from './apps/storefront/media-route.ts';
import { addAssetRoute } from './apps/storefront/view/index.ts';
import { analyticsClient } from './modules/analytics/index.ts';
import { backupSettings, backupsCrons } from './modules/backups/index.ts';
import { openGiftCardKey } from './modules/credits/index.ts';
import { openLookPreview } from './modules/markets/index.ts';
import { type AssetId, openOriginal } from './modules/media/index.ts';
import { openOrders, withdraw } from './modules/orders/index.ts';
import type { ProviderName, ProvidersOptions } from './modules/payments/index.ts';
import { answersOf } from './modules/reporting/index.ts';
import { openSearch, type Search } from './modules/search/index.ts';
import { type Listener, listen } from './platform/broadcast/index.ts';
import type { Config } from './platform/config/index.ts';
import type { Connection } from './platform/database/index.ts';
import type { FileStore } from './platform/files/index.ts';
import { closeGracefully, type Metrics, makeServer } from './platform/http/index.ts';
import { pruneOutboxDaily } from './platform/jobs/index.ts';
import type { Log } from './platform/log/index.ts';
import { checkMailServer } from './platform/mail/index.ts';
import type { Secrets } from './platform/secrets/index.ts';
import { providersOf } from './providers.ts';
import { CRONS } from './workload.ts';

export type WebDeps = {
  readonly config: Config;
  readonly connection: Connection;
  readonly files: FileStore;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Where payment providers' APIs are, if not where the world knows them: fakes of them, in tests. */
  readonly paymentApis?: ProvidersOptions['apiBases'];
};

export type Web = { readonly server: FastifyInstance; readonly close: () => Promise<void> };

/** The shop's web server with everything it answers, not yet listening: pages, pictures, assets, health. */
export async function openWeb(deps: WebDeps): Promise<Web> {
  const { config, connection, log } = deps;
  const search = await openSearch({
    db: connection.db,
    listen: (listener: Listener) => listen(connection, listener, log),
    snapshotFolder: join(config.INSTITOR_DATA, 'search'),
    log,
  });
  const server = await makePages(deps, search);
  return {
    server,
    close: async () => {
      await closeGracefully(server, { withinMs: config.SHUTDOWN_SECONDS * 1000 });
      await search.close();
    },
  };
}

async function makePages(deps: WebDeps, search: Search): Promise<FastifyInstance> {
  const { config, connection, files, secrets, log, metrics } = deps;
  const { db, reads } = connection;
  const server = await makeServer({
    log,
    metrics,
    trustProxy: config.TRUST_PROXY,
    isSecure: config.BASE_URL?.startsWith('https:') ?? false,
    checks: { database: () => connection.pool.query('select 1') },
    ...(config.METRICS_TOKEN === undefined ? {} : { metricsToken: config.METRICS_TOKEN }),
  });
  await addAssetRoute(server);
  addMediaRoute(server, { db, files });
  const hear = (listener: Listener) => listen(connection, listener, log);
  const now = () => Temporal.Now.instant();
  const shopping = await openShopping(deps);
  const system = systemOf(config, secrets);
  const { tell, tellOf } = await registerCollect(server, {
    ...{ connection, now, isSecure: shopping.isSecure, trustsProxy: config.TRUST_PROXY },
    requestsPerMinute: config.API_READS_PER_MINUTE,
  });
  await registerApi(server, {
    ...{ connection, search, shopping, secrets, files, listen: hear, log: server.log, now },
    ...{ system, tell: tellOf },
    place: { listensAt: `${config.HOST}:${config.PORT}`, trustsProxy: config.TRUST_PROXY },
    baseUrl: config.BASE_URL,
    readsPerMinute: config.API_READS_PER_MINUTE,
    keptBytes: config.PAGE_CACHE_MB * 256 * 1024,
  });
  await registerCockpit(server);
  await registerLinks(server, {
    ...{ connection, secrets, now, readsPerMinute: config.API_READS_PER_MINUTE },
    answers: answersOf(system.analytics),
  });
  await registerStorefront(server, {
    db: reads,
    search,
    shopping,
    tell,
    log: server.log,
    listen: hear,
    renderer: viewRenderer(),
    openPreview: (token, at) => openLookPreview(secrets, token, at),
    baseUrl: config.BASE_URL,
    now,
    cache: { maxBytes: config.PAGE_CACHE_MB * 1024 * 1024, isOn: config.PAGE_CACHE_MB > 0 },
  });
  return server;
}

/** The machine room. The database prunes its outbox by a clock of its own. */
function systemOf(config: Config, secrets: Secrets) {
  const { INSTITOR_DATA: dataFolder, SMTP_URL: url } = config;
  const crons = [...CRONS, ...backupsCrons, pruneOutboxDaily];
  const backups = backupSettings(config);
  return {
    analytics: analyticsClient({ folder: join(dataFolder, 'warehouse'), url: config.ANALYTICS_URL, secrets }),
    backups,
    crons,
    dataFolder,
    ...(url === undefined ? {} : { checkMail: () => checkMailServer(url) }),
  };
}

/** Carts, orders and payments, as the pages and the API need them. */
async function openShopping({ config, connection, files, secrets, paymentApis }: WebDeps) {
  const { db } = connection;
  const own = config.BASE_URL ?? `http://${config.HOST}:${config.PORT}`;
  return {
    orders: openOrders(connection, {
      providers: providersOf({ connection, secrets, apiBases: paymentApis }),
    }),
    paymentApis,
    giftCardKey: await openGiftCardKey({ db, secrets }),
    webhookUrl: (provider: ProviderName) => `${own}/webhooks/payments/${provider}`,
    isSecure: own.startsWith('https:'),
    hasMailbox: config.DEMO && config.SMTP_URL === undefined,
    withdraw,
    openFile: (assetId: AssetId) => openOriginal({ db, files }, assetId),
  };
}
