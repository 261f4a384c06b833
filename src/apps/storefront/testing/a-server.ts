import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Search } from '../../../modules/search/index.ts';
import { listen } from '../../../platform/broadcast/index.ts';
import type { Connection } from '../../../platform/database/index.ts';
import { makeMetrics, makeServer } from '../../../platform/http/index.ts';
import type { StorefrontDeps } from '../deps.ts';
import type { View } from '../model/index.ts';
import { registerStorefront } from '../register.ts';
import { aShopping } from './a-shopping.ts';
import { plainRenderer } from './plain-renderer.ts';

/** A storefront on this database that hears its commits. Close it at the end of the test. */
export async function aServer(
  connection: Connection,
  search: Search,
  changes: Partial<StorefrontDeps> = {},
): Promise<FastifyInstance> {
  const server = await makeServer({ log: pino({ level: 'silent' }), checks: {}, metrics: makeMetrics() });
  await registerStorefront(server, {
    // As in serve.ts: pages read over the connections that are made for it.
    db: connection.reads,
    search,
    listen: (listener) => listen(connection, listener),
    renderer: plainRenderer,
    log: server.log,
    shopping: aShopping(connection),
    baseUrl: 'https://shop.example',
    now: () => Temporal.Now.instant(),
    ...changes,
  });
  return server;
}

/** What the plain renderer drew at this address, and the status it came with. */
export async function viewAt(
  server: FastifyInstance,
  url: string,
): Promise<{ readonly status: number; readonly view: View }> {
  const { statusCode, body } = await server.inject(url);
  return { status: statusCode, view: drawnView(body) };
}

/** The model that the plain renderer drew. */
export function drawnView(html: string): View {
  const [, json] = /<pre id="view">([^<]*)<\/pre>/.exec(html) ?? [];
  if (json === undefined) throw new Error(`no page: ${html.slice(0, 200)}`);
  return JSON.parse(unescaped(json));
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
