import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { expectOk } from '../../kernel/index.ts';
import type { Connection } from '../../platform/database/index.ts';
import { runDueJobs } from '../../platform/jobs/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import { withKeys } from '../../platform/secrets/index.ts';
import { deliverJob } from './deliver.ts';
import { createEndpoint, type EndpointId, readDeliveries, webhookReactions } from './index.ts';

export const NOW = Temporal.Instant.from('2026-06-19T09:30:00Z');
export const WEBHOOKS = {
  secrets: withKeys([Buffer.alloc(32, 7)]),
  allowPrivate: (host: string) => host === '127.0.0.1',
};

export type Call = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string };

const answers: Record<string, (response: ServerResponse) => void> = {
  '/ok': (response) => void response.writeHead(204).end(),
  '/broken': (response) => void response.writeHead(500).end('out of order\0'),
  '/gone': (response) => void response.writeHead(410).end(),
  '/moved': (response) => void response.writeHead(302, { location: '/ok' }).end(),
  '/slow': () => undefined,
  '/endless': (response) => void response.writeHead(200).write('x'.repeat(5_000)),
};

/** A real program that receives, and a shop that tells it: closed when the test file ends. */
export async function openReceiver(connection: Connection) {
  const { db } = connection;
  const calls: Call[] = [];
  const receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const path = request.url ?? '';
    calls.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
    answers[path]?.(response);
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  after(() => {
    receiver.closeAllConnections();
    receiver.close();
  });
  const { port } = receiver.address() as AddressInfo;
  const at = (path: string) => `http://127.0.0.1:${port}${path}`;
  return {
    calls,
    at,
    run: () => runDueJobs({ connection, jobs: [deliverJob(WEBHOOKS, 400)], reactions: webhookReactions }),
    makeDue: async () => {
      const jobs = sql`array(select id from graphile_worker.jobs)`;
      await sql`select graphile_worker.reschedule_jobs(${jobs}, run_at => now())`.execute(db);
    },
    anEndpoint: async (path: string, topics: readonly string[] = ['customers.erased']) => {
      const input = { url: at(path), topics, now: NOW };
      return expectOk(await db.transaction().execute((tx) => createEndpoint(tx, WEBHOOKS, input)));
    },
    erase: (customerId: string) =>
      db.transaction().execute((tx) => tell(tx, 'customers.erased', { customerId })),
    logOf: async (endpointId: EndpointId) => expectOk(await readDeliveries(db, { endpointId })).deliveries,
    clear: async () => {
      calls.length = 0;
      await sql`delete from webhooks.endpoint`.execute(db);
      await sql`delete from graphile_worker._private_jobs`.execute(db);
    },
  };
}

/** What the call tells, once the specification's own library has verified it. */
export function signed(secret: string, { headers, body }: Call): unknown {
  return new Webhook(secret).verify(body, {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  });
}
