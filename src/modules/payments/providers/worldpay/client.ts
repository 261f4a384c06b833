import { Agent, request } from 'undici';
import type { Credentials } from '../../credentials.ts';
import { ProviderUnreachable } from '../../provider.ts';
import { jsonOf } from '../test/webhook.ts';

export type WorldpayOptions = {
  readonly account: Credentials<'worldpay'>;
  /** Where the API is; Worldpay's own unless given. */
  readonly apiBase?: string | undefined;
};

/** An answer that says what happened: done, or refused. */
export type Answered = { readonly status: number; readonly body: unknown };

export type WorldpayClient = {
  readonly entity: string;
  /** Where the API is; sessions of its Checkout SDK are there too. */
  readonly origin: string;
  readonly get: (path: string) => Promise<Answered>;
  readonly post: (path: string, body?: object) => Promise<Answered>;
};

const ORIGINS = { try: 'https://try.access.worldpay.com', live: 'https://access.worldpay.com' };
/** Longer than an authorisation takes, shorter than a shopper waits. */
const TIMEOUT_MS = 20_000;
const MOST_BYTES = 2 * 1024 * 1024;

export function originOf({ account, apiBase }: WorldpayOptions): string {
  return apiBase ?? ORIGINS[account.environment];
}

/**
 * Worldpay's API over plain HTTP: there is no SDK of theirs for servers in JavaScript. Nothing is repeated by itself.
 * Rejects (`ProviderUnreachable`) when no answer came, or one that says nothing of the effect.
 */
export function openClient(options: WorldpayOptions): WorldpayClient {
  const { username, password, entity } = options.account;
  const origin = originOf(options);
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const agent = new Agent({ connect: { timeout: 5_000 } });
  const call = async (method: 'GET' | 'POST', path: string, body?: object): Promise<Answered> => {
    const headers = { authorization, 'user-agent': 'Institor', ...headersFor(path) };
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const answered = await ask(`${origin}${path}`, { method, headers, body: sent, agent });
    const isUnknown = answered.status === 429 || answered.status >= 500 || answered.body === undefined;
    if (isUnknown) throw new ProviderUnreachable('worldpay', `${method} was answered ${answered.status}`);
    return answered;
  };
  return { entity, origin, get: (path) => call('GET', path), post: (path, body) => call('POST', path, body) };
}

type Asking = {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly agent: Agent;
};

async function ask(url: string, { method, headers, body, agent }: Asking): Promise<Answered> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await request(url, {
      ...{ method, headers, body: body ?? null, dispatcher: agent, signal },
    });
    const bytes = new Uint8Array(await response.body.arrayBuffer());
    if (bytes.byteLength > MOST_BYTES) throw new RangeError('the answer is too large');
    const isEmpty = bytes.byteLength === 0;
    return { status: response.statusCode, body: isEmpty ? {} : jsonOf(bytes) };
  } catch (error) {
    throw new ProviderUnreachable('worldpay', `${method} was not answered`, error);
  }
}

/** Each of Worldpay's APIs names its version in its own way ("Set your headers" of each). */
function headersFor(path: string): Record<string, string> {
  if (path.startsWith('/api/')) return { 'content-type': 'application/json', 'wp-api-version': '2024-06-01' };
  const name = path.startsWith('/payment_pages')
    ? 'payment_pages-v1.hal'
    : path.startsWith('/paymentQueries')
      ? 'payment-queries-v1.hal'
      : 'payments-v7';
  const type = `application/vnd.worldpay.${name}+json`;
  return { accept: type, 'content-type': type };
}

/** The path of a link that Worldpay gave: followed at the API's own address, so that no link leads our password astray. */
export function pathOf(href: string): string {
  const { pathname, search } = new URL(href, 'https://access.worldpay.com');
  return pathname + search;
}
