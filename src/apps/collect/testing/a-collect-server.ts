import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Connection } from '../../../platform/database/index.ts';
import { makeMetrics, makeServer } from '../../../platform/http/index.ts';
import { newId } from '../../../platform/id.ts';
import { registerCollect } from '../register.ts';

export const NOW = Temporal.Instant.from('2026-11-27T10:00:00Z');

/** What a shopper's browser sends along. */
export const BROWSER = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
  'accept-language': 'de',
  'sec-fetch-site': 'same-origin',
  'content-type': 'text/plain;charset=UTF-8',
  'cf-ipcountry': 'AT',
  host: 'shop.example',
};

/** Takes events on this database, without a limit unless one is given. Close it at the end. */
export async function aCollectServer(
  connection: Connection,
  requestsPerMinute = 0,
): Promise<FastifyInstance> {
  const server = await makeServer({ log: pino({ level: 'silent' }), checks: {}, metrics: makeMetrics() });
  await registerCollect(server, {
    ...{ connection, now: () => NOW, isSecure: false, trustsProxy: true, requestsPerMinute },
  });
  return server;
}

export function poster(server: FastifyInstance) {
  return (url: string, payload: string | object, headers: Readonly<Record<string, string>> = {}) =>
    server.inject({
      ...{ method: 'POST', url, headers: { ...BROWSER, ...headers } },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
}

export const anEvent = (own: object = {}) => ({ id: newId(), name: 'page_view', ...own });
