import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { partsOf } from '../../../contract/multipart.ts';
import type { Emit } from './act.ts';
import { ApiError } from './api-error.ts';
import { formOf } from './form.ts';
import { IdempotencyKeys } from './idempotency.ts';
import { servePage } from './pages.ts';
import { renderDispute, renderIntent, renderPayout, renderSession } from './render.ts';
import { answer } from './routes.ts';
import { type StripeWorld, stripeId } from './world.ts';

/** What happens to the next calls of the API, one each. `server_error_kept`: an answer 500 that its key repeats. */
export type StripeFault = 'timeout_before' | 'timeout_after' | 'busy' | 'server_error' | 'server_error_kept';

export type FakeStripe = {
  readonly origin: string;
  readonly world: StripeWorld;
  readonly emit: Emit;
  /** `at`: the next call whose method and path are such. */
  readonly failNext: (fault: StripeFault, at?: RegExp) => void;
  /** A day has passed: what comes under a key that was used is another call. */
  readonly forgetKeys: () => void;
  readonly close: () => Promise<void>;
};

/** A Stripe with state, over real HTTP: its API, its hosted pages, its webhooks. In memory; nothing leaves the machine. */
export async function startFakeStripe(options: {
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly port?: number;
  readonly now?: () => Temporal.Instant;
}): Promise<FakeStripe> {
  const { now = () => Temporal.Now.instant() } = options;
  let origin = '';
  const world: StripeWorld = {
    ...{ intents: new Map(), sessions: new Map(), refunds: new Map(), disputes: new Map() },
    files: new Map(),
    ...{ lines: [], payouts: new Map(), events: [] },
    origin: () => origin,
    now: () => Math.floor(now().epochMilliseconds / 1000),
  };
  const emit = emitterOf(world);
  const faults: Coming[] = [];
  const keys = new IdempotencyKeys();
  const server = createServer((request, response) => {
    void respond({ ...options, world, emit, faults, keys }, request, response);
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a server on a port has an address');
  origin = `http://127.0.0.1:${address.port}`;
  return {
    ...{ origin, world, emit },
    forgetKeys: () => keys.forget(),
    failNext: (fault, at = /./) => faults.push({ fault, at }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Coming = { readonly fault: StripeFault; readonly at: RegExp };

type Context = {
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly world: StripeWorld;
  readonly emit: Emit;
  readonly faults: Coming[];
  readonly keys: IdempotencyKeys;
};

async function respond(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake');
  const { 'content-type': type = '' } = request.headers;
  const sent = await buffer(request);
  const body = type.startsWith('multipart/') ? await formTextOf(sent, type) : sent.toString();
  if (!url.pathname.startsWith('/v1/')) return respondPage(context, request, response, url.pathname, body);
  const fault = nextFault(context.faults, `${request.method} ${url.pathname}`);
  if (fault === 'timeout_before') return void request.socket.destroy();
  if (fault === 'busy') return send(response, 429, errorBody('rate_limit_error', 'Too many requests'));
  if (fault === 'server_error') return send(response, 500, errorBody('api_error', 'An error on our side'));
  const { status, body: answered, isReplayed } = callApi(context, request, url, body, fault);
  if (fault === 'timeout_after') return void request.socket.destroy();
  if (isReplayed) response.setHeader('idempotent-replayed', 'true');
  send(response, status, answered);
}

/** Parts in the words of any other form: of a file its name, type, size and hash as `file[name]` and so on. */
async function formTextOf(sent: Buffer, type: string): Promise<string> {
  const form = new URLSearchParams();
  for (const { field, text, name, ...about } of await partsOf(sent, type)) {
    if (name === '') form.append(field, text);
    else
      for (const [key, value] of Object.entries({ name, ...about }))
        form.append(`${field}[${key}]`, `${value}`);
  }
  return form.toString();
}

function nextFault(faults: Coming[], asked: string): StripeFault | undefined {
  const index = faults.findIndex(({ at }) => at.test(asked));
  return index < 0 ? undefined : faults.splice(index, 1)[0]?.fault;
}

function callApi(
  { world, emit, keys, ...account }: Context,
  request: IncomingMessage,
  url: URL,
  body: string,
  fault: StripeFault | undefined,
) {
  const { method = 'GET', headers } = request;
  const { pathname, search } = url;
  try {
    authorize(account, headers.authorization, pathname, body);
    const form = formOf(method === 'GET' ? search : body);
    const key = method === 'GET' ? undefined : headers['idempotency-key'];
    return keys.answer(typeof key === 'string' ? key : undefined, `${method} ${pathname} ${body}`, () => {
      if (fault === 'server_error_kept') {
        throw new ApiError(500, { type: 'api_error', message: 'An error on our side' });
      }
      return answer({ world, emit }, method, pathname, form);
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.status, body: error.body, isReplayed: false };
  }
}

/** The secret key may do everything; the publishable key may confirm an intent whose client secret it has. */
function authorize(
  account: Pick<Context, 'secretKey' | 'publishableKey'>,
  authorization: string | undefined,
  path: string,
  body: string,
): void {
  if (authorization === `Bearer ${account.secretKey}`) return;
  const clientSecret = new URLSearchParams(body).get('client_secret') ?? '';
  const isOwn = path.endsWith('/confirm') && path.includes(clientSecret.split('_secret_')[0] ?? ' ');
  if (authorization === `Bearer ${account.publishableKey}` && clientSecret !== '' && isOwn) return;
  throw new ApiError(401, { type: 'invalid_request_error', message: 'Invalid API Key provided' });
}

function respondPage(
  { world, emit }: Context,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  body: string,
): void {
  const page = servePage(world, emit, {
    method: request.method ?? 'GET',
    path,
    form: new URLSearchParams(body),
  });
  if (page === undefined) {
    response.writeHead(404).end();
  } else if ('location' in page) {
    response.writeHead(303, { location: page.location }).end();
  } else {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page.html);
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': stripeId('req') });
  response.end(JSON.stringify(body));
}

function errorBody(type: string, message: string): object {
  return { error: { type, message } };
}

function emitterOf(world: StripeWorld): Emit {
  return (type, id) => {
    world.events.push({ id: stripeId('evt'), type, created: world.now(), object: shown(world, type, id) });
  };
}

/** The object of an event as it is now; of a charge only what tells whose it is. */
function shown(world: StripeWorld, type: string, id: string): object {
  const { intents, sessions, disputes, payouts } = world;
  const [intent, session, dispute, payout] = [
    intents.get(id),
    sessions.get(id),
    disputes.get(id),
    payouts.get(id),
  ];
  if (intent !== undefined && type.startsWith('charge.')) {
    return { object: 'charge', payment_intent: id, metadata: intent.metadata };
  }
  if (intent !== undefined) return renderIntent(world, intent);
  if (session !== undefined) return renderSession(world, session);
  if (dispute !== undefined) return renderDispute(world, dispute);
  return payout === undefined ? {} : renderPayout(payout);
}
