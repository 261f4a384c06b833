import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { type Authenticate, credentialsOf, type Staff } from '../../../platform/api/index.ts';
import type { Listener } from '../../../platform/broadcast/index.ts';

/** Which permission somebody needs to hear that something of a module changed; '': all of the staff. */
const HEARD_BY: Readonly<Record<string, string>> = {
  ...{ orders: 'orders:read', payments: 'payments:read', customers: 'customers:read', mails: 'mails:read' },
  ...{
    catalog: 'products:read',
    merchandising: 'products:read',
    search: 'products:read',
    media: 'products:read',
  },
  ...{ reporting: 'reports:read', purchasing: 'purchasing:read' },
  decisions: 'decisions:read',
  ...{ pricing: 'products:read', inventory: 'stock:read', content: 'products:read' },
  ...{ markets: 'settings:read', taxes: 'settings:read', shipping: 'settings:read', work: '' },
};

const GATHERED_MS = 200;
const ALIVE_EVERY_MS = 20_000;
/** Of one person: a stream for each open tab. */
const MOST_STREAMS = 20;

type Stream = { readonly staff: Staff; readonly response: ServerResponse };

export type ChangeDeps = {
  readonly listen: (listener: Listener) => Promise<{ readonly close: () => Promise<void> }>;
  readonly authenticate: Authenticate;
};

/**
 * `GET …/changes`: which topics were told, as server-sent events (WHATWG HTML, 9.2), for screens that show them. It
 * says that something changed and not what: who hears it asks again, with their own permissions.
 */
export async function mountChanges(
  server: FastifyInstance,
  { listen, authenticate }: ChangeDeps,
): Promise<void> {
  const streams = new Set<Stream>();
  const gathered = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const send = () => {
    timer = undefined;
    for (const stream of streams) tellOf(stream, gathered);
    gathered.clear();
  };
  const listening = await listen({
    onEvent: ({ topic }) => {
      gathered.add(topic);
      timer ??= setTimeout(send, GATHERED_MS);
    },
    // Something may have been missed: who comes back asks for everything anew.
    onGap: () => endAll(streams),
  });
  // Proxies close what is silent.
  const alive = setInterval(() => {
    for (const { response } of streams) response.write(': alive\n\n');
  }, ALIVE_EVERY_MS).unref();
  server.addHook('preClose', async () => {
    clearInterval(alive);
    clearTimeout(timer);
    endAll(streams);
    await listening.close();
  });
  server.get('/api/admin/v1/changes', { config: { audience: 'staff' } }, async (request, reply) => {
    const credentials = credentialsOf(request, true);
    const staff = credentials && (await authenticate(credentials));
    if (staff?.kind !== 'staff') return reply.code(401).send();
    const own = [...streams].filter((stream) => stream.staff.id === staff.id);
    if (own.length >= MOST_STREAMS) return reply.code(429).header('retry-after', '60').send();
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    reply.raw.write(': open\n\n');
    const stream = { staff, response: reply.raw };
    streams.add(stream);
    // Who may no longer be here is let go with the next stream: sessions are asked about when it is opened again.
    const leave = setTimeout(() => reply.raw.end(), 10 * ALIVE_EVERY_MS);
    reply.raw.on('close', () => {
      clearTimeout(leave);
      streams.delete(stream);
    });
    return reply;
  });
}

function tellOf({ staff, response }: Stream, topics: ReadonlySet<string>): void {
  const heard = [...topics].filter((topic) => {
    const permission = HEARD_BY[topic.split('.')[0] ?? ''];
    return permission !== undefined && (permission === '' || staff.permissions.has(permission));
  });
  if (heard.length > 0) response.write(`data: ${heard.join(' ')}\n\n`);
}

function endAll(streams: ReadonlySet<Stream>): void {
  for (const { response } of streams) response.end();
}
