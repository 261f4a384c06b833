import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { analyticsClient } from '../../../modules/analytics/index.ts';
import { giftCardKeyOf } from '../../../modules/credits/index.ts';
import { type OrderDeps, openOrders } from '../../../modules/orders/index.ts';
import type { Search } from '../../../modules/search/index.ts';
import { listen } from '../../../platform/broadcast/index.ts';
import type { Connection } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import { makeMetrics, makeServer } from '../../../platform/http/index.ts';
import type { ApiDeps, OpenFile } from '../deps.ts';
import { registerApi } from '../register.ts';

/** The API on this database, hearing its commits. A field that is not documented fails. Close it at the end. */
export async function anApi(
  connection: Connection,
  search: Search,
  changes: Partial<ApiDeps> = {},
): Promise<FastifyInstance> {
  const server = await makeServer({ log: pino({ level: 'silent' }), checks: {}, metrics: makeMetrics() });
  await registerApi(server, {
    ...{ connection, search, log: server.log, now: () => Temporal.Now.instant() },
    listen: (listener) => listen(connection, listener),
    ...{ readsPerMinute: 0, keptBytes: 1_000_000, isStrict: true },
    shopping: shoppingWith(openOrders(connection, { providers: { get: async () => undefined } })),
    secrets: OPEN_SECRETS,
    files: NO_FILES,
    system: A_SYSTEM,
    ...changes,
  });
  return server;
}

/** Nothing is kept of these secrets: the shop is gone when its test ends. */
export const OPEN_SECRETS = {
  seal: (plain: string) => `sealed ${Buffer.from(plain).toString('base64url')}`,
  open: (sealed: string) => Buffer.from(sealed.replace('sealed ', ''), 'base64url').toString(),
  isOutdated: () => false,
};

/** A machine without a mail server and without reports that does nothing by the clock. */
export const A_SYSTEM = {
  ...{ crons: [], dataFolder: tmpdir() },
  analytics: analyticsClient({
    folder: join(tmpdir(), 'nobody-has-a-warehouse-here'),
    secrets: OPEN_SECRETS,
  }),
};

/** A store in which nothing is, and into which nothing goes. */
export const NO_FILES: FileStore = {
  put: () => Promise.reject(new Error('this test keeps no files')),
  get: async () => undefined,
  exists: async () => false,
  remove: async () => undefined,
  list: async function* () {},
};

/** Without files, unless a test has some. */
export function shoppingWith(
  orders: OrderDeps,
  openFile: OpenFile = async () => undefined,
): ApiDeps['shopping'] {
  return {
    ...{ orders, openFile },
    giftCardKey: giftCardKeyOf(Buffer.alloc(32, 7)),
    webhookUrl: (provider) => `https://shop.example/webhooks/payments/${provider}`,
  };
}
