import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { partsOf } from '../../../contract/multipart.ts';
import { ApiError } from './api-error.ts';
import { makeSigner, type Signer } from './certificate.ts';
import { emitterOf } from './events.ts';
import { type Answered, answeredError, RequestIds } from './idempotency.ts';
import type { Emit } from './orders.ts';
import { servePage } from './pages.ts';
import { renderOrder } from './render.ts';
import { answer } from './routes.ts';
import type { PaypalWorld } from './world.ts';

/** `forbidden`: the app was not given the right. `token_refused`: the token is not accepted any more. */
export type PaypalFault =
  | ('timeout_before' | 'timeout_after' | 'busy' | 'server_error' | 'forbidden' | 'token_refused' | 'garbage')
  | undefined;

export type FakePaypal = {
  readonly origin: string;
  readonly world: PaypalWorld;
  readonly emit: Emit;
  readonly signer: Signer;
  /** What its API was asked, with the request ids, and what happens to each request that is to come; tokens have faults of their own. */
  readonly requests: string[];
  onRequest: (request: { readonly method: string; readonly path: string }) => PaypalFault;
  onToken: () => PaypalFault;
  readonly close: () => Promise<void>;
};

export type FakePaypalOptions = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly webhookId?: string;
  readonly port?: number;
  readonly now?: () => Temporal.Instant;
};

/** A PayPal with state, over real HTTP: its API, its pages, its certificates. In memory; nothing leaves the machine. */
export async function startFakePaypal(options: FakePaypalOptions): Promise<FakePaypal> {
  const { now = () => Temporal.Now.instant() } = options;
  let origin = '';
  const world: PaypalWorld = {
    ...{ orders: new Map(), authorizations: new Map(), captures: new Map(), refunds: new Map() },
    ...{ disputes: new Map(), book: [], events: [], origin: () => origin, now },
    webhookIds: options.webhookId === undefined ? [] : [options.webhookId],
  };
  const signer = makeSigner({ from: now().subtract({ hours: 24 }), until: now().add({ hours: 24 * 90 }) });
  const ids = new RequestIds();
  const tokens = new Set<string>();
  const server = createServer((request, response) => {
    void respond({ ...options, fake, ids, tokens }, request, response);
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a server on a port has an address');
  origin = `http://127.0.0.1:${address.port}`;
  const fake: FakePaypal = {
    ...{ origin, world, signer, emit: emitterOf(world), requests: [] },
    ...{ onRequest: () => undefined, onToken: () => undefined },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return fake;
}

type Context = FakePaypalOptions & {
  readonly fake: FakePaypal;
  readonly ids: RequestIds;
  readonly tokens: Set<string>;
};

async function respond(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { fake } = context;
  const { 'content-type': type = '' } = request.headers;
  const sent = await buffer(request);
  const isParts = type.startsWith('multipart/');
  const body = isParts ? JSON.stringify(await partsOf(sent, type)) : sent.toString();
  const url = new URL(request.url ?? '/', fake.origin);
  const { method = 'GET' } = request;
  if (url.pathname.startsWith('/v1/notifications/certs/')) return sendCertificate(fake, response, url);
  if (!/^\/v[12]\//.test(url.pathname)) return respondPage(fake, response, { method, url, body });
  const isToken = url.pathname === '/v1/oauth2/token';
  const { 'paypal-request-id': requestId = '' } = request.headers;
  if (!isToken) fake.requests.push(`${method} ${url.pathname} ${requestId}`);
  const fault = isToken ? fake.onToken() : fake.onRequest({ method, path: url.pathname });
  if (fault === 'timeout_before') return void request.socket.destroy();
  if (fault === 'token_refused') context.tokens.clear();
  const answered = faultyAnswer(fault) ?? callApi(context, request, { method, url, body });
  if (fault === 'timeout_after') return void request.socket.destroy();
  send(response, fault === 'garbage' ? { status: 200, body: { links: 'none' } } : answered);
}

function faultyAnswer(fault: PaypalFault): Answered | undefined {
  if (fault === 'busy') return answeredError(new ApiError(429, 'RATE_LIMIT_REACHED'));
  if (fault === 'server_error') return answeredError(new ApiError(500, 'INTERNAL_SERVER_ERROR'));
  return fault === 'forbidden'
    ? answeredError(new ApiError(403, 'NOT_AUTHORIZED', 'PERMISSION_DENIED'))
    : undefined;
}

type Called = { readonly method: string; readonly url: URL; readonly body: string };

function callApi(context: Context, request: IncomingMessage, called: Called): Answered {
  const { fake, ids, tokens } = context;
  const { world, emit } = fake;
  const { method, url, body } = called;
  const { authorization = '', 'paypal-request-id': given } = request.headers;
  if (url.pathname === '/v1/oauth2/token') return giveToken(context, authorization);
  if (!tokens.has(authorization))
    return answeredError(new ApiError(401, 'AUTHENTICATION_FAILURE', 'invalid_token'));
  const id = method === 'POST' && typeof given === 'string' ? given : undefined;
  try {
    // A request id repeated answers with how the order stands now; of what was made under it, with what was said then.
    return ids.answer(id, `${method} ${url.pathname} ${body}`, {
      run: () => answer({ world, emit }, called),
      again: (first) => {
        const order = 'id' in first && typeof first.id === 'string' ? world.orders.get(first.id) : undefined;
        return order === undefined ? first : renderOrder(world, order);
      },
    });
  } catch (error) {
    return answeredError(error);
  }
}

function giveToken({ clientId, clientSecret, tokens }: Context, authorization: string): Answered {
  const expected = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  if (authorization !== expected) {
    const body = { error: 'invalid_client', error_description: 'Client Authentication failed' };
    return { status: 401, body };
  }
  const token = `A21AA-${tokens.size}-${clientId}`;
  tokens.add(`Bearer ${token}`);
  return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: 32_400 } };
}

function respondPage(fake: FakePaypal, response: ServerResponse, { method, url, body }: Called): void {
  const page = servePage(fake, { method, url, form: new URLSearchParams(body) });
  if (page === undefined) response.writeHead(404).end();
  else if ('location' in page) response.writeHead(303, { location: page.location }).end();
  else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page.html);
}

function sendCertificate({ signer }: FakePaypal, response: ServerResponse, url: URL): void {
  if (url.pathname.endsWith(`/${signer.name}`)) response.writeHead(200).end(signer.pem);
  else response.writeHead(404).end();
}

function send(response: ServerResponse, { status, body }: Answered): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(status === 204 ? undefined : JSON.stringify(body));
}
