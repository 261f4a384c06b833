import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';

export type Sent = { status: number; headers: OutgoingHttpHeaders; body: string };

/**
 * The way between shoppers and the shop, over HTTP: what the shop answers, changed as `tampering` says. Whoever breaks
 * into a server, a cache or a content network can do the same.
 */
export async function aStreet(
  server: FastifyInstance,
  tampering: { change: (sent: Sent, path: string) => void },
): Promise<{ readonly baseUrl: string; readonly close: () => Promise<void> }> {
  const street = createServer(async (request, reply) => {
    const { method, url = '/', headers } = request;
    const answer = await server.inject({
      method: method === 'POST' ? 'POST' : 'GET',
      url,
      headers: { ...headers, 'accept-encoding': 'identity' },
      payload: await bodyOf(request),
    });
    const sent: Sent = { status: answer.statusCode, headers: { ...answer.headers }, body: answer.body };
    tampering.change(sent, url);
    const { 'content-length': _, 'transfer-encoding': __, connection: ___, ...kept } = sent.headers;
    for (const [name, value] of Object.entries(kept)) if (value !== undefined) reply.setHeader(name, value);
    reply.writeHead(sent.status).end(sent.body);
  });
  await new Promise<void>((resolve) => street.listen(0, '127.0.0.1', resolve));
  const address = street.address();
  if (address === null || typeof address === 'string') throw new TypeError('the street has no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => street.close(() => resolve())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(request));
}
