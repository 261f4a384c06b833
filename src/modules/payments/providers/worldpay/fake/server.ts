import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { jsonOf } from '../../test/webhook.ts';
import {
  continueAuthentication,
  createPage,
  createPayment,
  listPayments,
  operate,
  readPayment,
} from './api.ts';
import { ApiError } from './api-error.ts';
import type { Answer } from './authenticate.ts';
import { CARDS } from './cards.ts';
import { checkoutScript } from './checkout-script.ts';
import { servePage } from './pages.ts';
import { type WorldpayWorld, worldpayId } from './world.ts';

/** What happens to the next call of the API. `timeout_after`, to the next that changes something. */
export type WorldpayFault = 'timeout_before' | 'timeout_after' | 'busy' | 'server_error';

export type FakeWorldpay = {
  readonly origin: string;
  readonly world: WorldpayWorld;
  /** `isOfChange`: to the next call that changes something, whatever is read before. */
  readonly failNext: (fault: WorldpayFault, isOfChange?: boolean) => void;
  /** A session of the Checkout SDK for this card, as a browser would get one. */
  readonly sessionFor: (card: string) => string;
  /** Payment Queries show nothing new until they have caught up. */
  readonly fallBehind: () => void;
  readonly catchUp: () => void;
  readonly close: () => Promise<void>;
};

type Options = {
  readonly username: string;
  readonly password: string;
  readonly checkoutId: string;
  readonly port?: number;
  readonly now?: () => Temporal.Instant;
};

/** A Worldpay with state, over real HTTP: its APIs, its pages, its script, its webhooks. Nothing leaves the machine. */
export async function startFakeWorldpay(options: Options): Promise<FakeWorldpay> {
  const { now = () => Temporal.Now.instant() } = options;
  let origin = '';
  const world: WorldpayWorld = {
    ...{ pages: new Map(), sessions: new Map(), authentications: new Map(), payments: new Map() },
    ...{ events: [], lag: { isBehind: false, count: 0 }, origin: () => origin, now },
  };
  const faults: Faults = [];
  const server = createServer((request, response) => {
    void respond({ ...options, world, faults }, request, response);
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a server on a port has an address');
  origin = `http://127.0.0.1:${address.port}`;
  return {
    ...{ origin, world },
    failNext: (fault, isOfChange = fault === 'timeout_after') => faults.push({ fault, isOfChange }),
    sessionFor: (card) => newSession(world, card),
    fallBehind: () => Object.assign(world.lag, { isBehind: true, count: world.lag.count + 1 }),
    catchUp: () => Object.assign(world.lag, { isBehind: false }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Faults = { readonly fault: WorldpayFault; readonly isOfChange: boolean }[];
type Context = Options & { readonly world: WorldpayWorld; readonly faults: Faults };

const API = /^\/(payment_pages|api\/payments|payments|paymentQueries)(\/|$)/;

async function respond(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  const url = new URL(request.url ?? '/', 'http://fake');
  if (!API.test(url.pathname)) return respondPage(context, request, response, { path: url.pathname, body });
  const fault = takeFault(context.faults, request.method === 'POST');
  if (fault === 'timeout_before') return void request.socket.destroy();
  if (fault === 'busy') return send(response, 429, { errorName: 'tooManyRequests' });
  if (fault === 'server_error') return send(response, 500, { errorName: 'internalServerError' });
  const answered = callApi(context, request, url, body);
  if (fault === 'timeout_after') return void request.socket.destroy();
  send(response, answered.status, answered.body);
}

function takeFault(faults: Faults, isChange: boolean): WorldpayFault | undefined {
  const index = faults.findIndex(({ isOfChange }) => isChange || !isOfChange);
  return index < 0 ? undefined : faults.splice(index, 1)[0]?.fault;
}

function callApi(
  { username, password, world }: Context,
  request: IncomingMessage,
  { pathname, searchParams }: URL,
  text_: string,
): Answer {
  try {
    const expected = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    if (request.headers.authorization !== expected) throw new ApiError(401, 'accessDenied');
    checkVersion(request, pathname);
    const body = text_ === '' ? {} : jsonOf(Buffer.from(text_));
    return answer(world, `${request.method} ${pathname}`, { body, searchParams });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.status, body: error.body };
  }
}

/** Each API refuses who does not name its version. */
function checkVersion({ headers, method }: IncomingMessage, path: string): void {
  const isNamed = path.startsWith('/api/')
    ? headers['wp-api-version'] === '2024-06-01'
    : /^application\/vnd\.worldpay\.(payment_pages-v1|payments-v7|payment-queries-v1)/.test(
        `${headers.accept}`,
      );
  if (!isNamed) throw new ApiError(406, 'headerIsMissing');
  if (method === 'POST' && headers['content-type'] === undefined)
    throw new ApiError(415, 'unsupportedMediaType');
}

function answer(
  world: WorldpayWorld,
  route: string,
  { body, searchParams }: { readonly body: unknown; readonly searchParams: URLSearchParams },
): Answer {
  if (route === 'POST /payment_pages') return createPage(world, body);
  if (route === 'POST /api/payments') return createPayment(world, body);
  if (route === 'GET /paymentQueries/payments') return listPayments(world, searchParams);
  const [, id] = /^GET \/paymentQueries\/payments\/([\w-]+)$/.exec(route) ?? [];
  if (id !== undefined) return readPayment(world, id);
  const [, link = '', step = ''] = /^POST \/api\/payments\/([\w-]+)\/(\w+)$/.exec(route) ?? [];
  if (link !== '') return continueAuthentication(world, link, step);
  const [, action = '', linkData = ''] = /^POST \/payments\/([\w/]+)\/([\w-]+)$/.exec(route) ?? [];
  if (action !== '') return operate(world, action, linkData, body);
  throw new ApiError(404, 'resourceNotFound');
}

type Asked = { readonly path: string; readonly body: string };

function respondPage(
  { world, checkoutId }: Context,
  request: IncomingMessage,
  response: ServerResponse,
  { path, body }: Asked,
): void {
  const { method = 'GET' } = request;
  if (path === '/access-checkout/v2/checkout.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(checkoutScript(world.origin()));
    return;
  }
  if (path === '/sessions/card' && method === 'POST') {
    response.setHeader('access-control-allow-origin', '*');
    openSession(world, checkoutId, response, jsonOf(Buffer.from(body)));
    return;
  }
  const page = servePage(world, { method, path, form: new URLSearchParams(body) });
  if (page === undefined) {
    response.writeHead(404).end();
  } else if ('location' in page) {
    response.writeHead(303, { location: page.location }).end();
  } else {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page.html);
  }
}

/** What the script does with what was typed: by the checkout id alone, which opens nothing else. */
function openSession(
  world: WorldpayWorld,
  checkoutId: string,
  response: ServerResponse,
  body: unknown,
): void {
  const isOwn = typeof body === 'object' && body !== null && 'identity' in body && 'card' in body;
  const card = isOwn ? `${body.card}` : '';
  if (!isOwn || body.identity !== checkoutId || !CARDS.has(card)) {
    send(response, 400, { errorName: 'bodyDoesNotMatchSchema' });
    return;
  }
  send(response, 201, { _links: { 'sessions:session': { href: newSession(world, card) } } });
}

function newSession(world: WorldpayWorld, card: string): string {
  const id = worldpayId('ses');
  world.sessions.set(id, { card, isUsed: false });
  return `${world.origin()}/sessions/${id}`;
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'wp-correlationid': worldpayId('cor') });
  response.end(JSON.stringify(body));
}
