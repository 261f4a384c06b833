import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, type Dispatcher, request } from 'undici';
import { ok, type Refusal, type Result } from '../../kernel/index.ts';
import { isPublicAddress } from './public-address.ts';
import { readBody } from './read-body.ts';
import { type FetchRefusal, refuseFetch } from './refusal.ts';

export type FetchOptions = {
  /** Of the content, after decompression. */
  readonly maxBytes: number;
  /** For everything together: names, redirects, content. */
  readonly timeoutMs: number;
  /** Media types, or their beginnings, that are wanted: `['image/']`. Anything when left out. */
  readonly accept?: readonly string[];
  /** 5 unless given. */
  readonly maxRedirects?: number;
  /** 80 and 443 unless given. */
  readonly ports?: readonly number[];
  /** Hosts that need not be public, at any port: an image server of one's own, a test's. */
  readonly allowPrivate?: (host: string) => boolean;
  /** All addresses of a name; the system's resolver unless given. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
};

export type Fetched = {
  readonly data: Buffer;
  /** As the server said, in lower case, without parameters; '' when it did not. */
  readonly mime: string;
  /** After redirects. */
  readonly url: string;
};

/**
 * Gets what is at an address that a stranger gave us, without letting them reach into our network
 * (server-side request forgery, OWASP ASVS 1.3.6): the name is resolved once, every address must be public,
 * and the connection goes to one of the addresses that were checked, so a name that changes its mind in
 * between gains nothing. Redirects are followed by hand, each checked like the first. What the other side
 * does wrong is a refusal, never a throw.
 */
export async function guardedFetch(
  url: string,
  options: FetchOptions,
): Promise<Result<Fetched, Refusal<FetchRefusal> & { readonly isTransient: boolean }>> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  let address = url;
  for (let redirects = 0; redirects <= (options.maxRedirects ?? 5); redirects++) {
    const step = await fetchOnce(address, options, signal);
    if ('refusal' in step) return step;
    if (step.redirectTo === undefined) return ok(step.fetched);
    address = step.redirectTo;
  }
  return refuseFetch('too_many_redirects', `${url} redirects more than ${options.maxRedirects ?? 5} times`);
}

type Refused = ReturnType<typeof refuseFetch>;
type Step =
  | Refused
  | { readonly redirectTo: string }
  | { readonly redirectTo: undefined; readonly fetched: Fetched };

async function fetchOnce(text: string, options: FetchOptions, signal: AbortSignal): Promise<Step> {
  const url = checkUrl(text, options);
  if ('refusal' in url) return url;
  try {
    const addresses = await resolveChecked(url, options, signal);
    if ('refusal' in addresses) return addresses;
    const agent = new Agent({
      connect: { lookup: answerWith(addresses), timeout: options.timeoutMs },
      headersTimeout: options.timeoutMs,
      bodyTimeout: options.timeoutMs,
      pipelining: 0,
    });
    try {
      return await receive(url, await get(url, agent, options, signal), options, signal);
    } finally {
      await agent.destroy();
    }
  } catch (error) {
    if (signal.aborted) {
      return refuseFetch('too_slow', `${url.href} took longer than ${options.timeoutMs} ms`, true);
    }
    return refuseFetch('unreachable', `${url.host} cannot be reached: ${reasonOf(error)}`, true);
  }
}

function checkUrl(text: string, { ports = [80, 443], allowPrivate }: FetchOptions): URL | Refused {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return refuseFetch('bad_address', `${text.slice(0, 200)} is not an http or https address`);
  }
  if (url.username !== '' || url.password !== '') {
    return refuseFetch('bad_address', 'an address with a user name or password is not fetched');
  }
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  if (!ports.includes(port) && !allowPrivate?.(url.hostname)) {
    return refuseFetch('bad_address', `port ${port} of ${url.hostname} is not one that is fetched from`);
  }
  return url;
}

/**
 * The host's addresses, all of them public. `URL` has already turned 0x7f.1 and 2130706433 into 127.0.0.1.
 */
async function resolveChecked(
  url: URL,
  { allowPrivate, resolve = resolveAll }: FetchOptions,
  signal: AbortSignal,
): Promise<readonly string[] | Refused> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const addresses = isIP(host) ? [host] : await orAborted(resolve(host), signal);
  if (addresses.length === 0) return refuseFetch('unreachable', `${host} has no address`, true);
  if (!allowPrivate?.(url.hostname) && !addresses.every(isPublicAddress)) {
    return refuseFetch('private_address', `${host} is not on the public internet`);
  }
  return addresses;
}

async function resolveAll(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

/** Names cannot be looked up with a signal; nobody waits longer for them all the same. */
function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    promise.then(resolve, reject);
  });
}

/** In place of the system's look-up when connecting: only what was checked. */
function answerWith(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, callback) => {
    const first = all[0];
    if (options.all) callback(null, all);
    else if (first) callback(null, first.address, first.family);
  };
}

function get(url: URL, dispatcher: Agent, options: FetchOptions, signal: AbortSignal) {
  const accept = (options.accept ?? ['*/*']).map((type) => (type.endsWith('/') ? `${type}*` : type));
  return request(url, {
    dispatcher,
    signal,
    headers: {
      accept: accept.join(', '),
      'accept-encoding': 'gzip, br',
      'user-agent': 'Institor/0.1 (shop import)',
    },
  });
}

async function receive(
  url: URL,
  response: Dispatcher.ResponseData,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Step> {
  const { statusCode, headers, body } = response;
  // Giving up a body in the middle makes it emit an error that nobody waits for.
  body.on('error', () => undefined);
  const location = headerOf(headers['location']);
  if (statusCode >= 300 && statusCode < 400 && location !== '') {
    const target = URL.parse(location, url);
    return target
      ? { redirectTo: target.href }
      : refuseFetch('bad_address', `${url.href} redirects to what is no address`);
  }
  if (statusCode !== 200) {
    const isTransient = statusCode === 408 || statusCode === 425 || statusCode === 429 || statusCode >= 500;
    return refuseFetch('bad_status', `${url.href} answered with status ${statusCode}`, isTransient);
  }
  const mime = (headerOf(headers['content-type']).split(';')[0] ?? '').trim().toLowerCase();
  if (options.accept && !options.accept.some((wanted) => mime.startsWith(wanted))) {
    return refuseFetch(
      'wrong_type',
      `${url.href} is ${mime || 'of no stated type'}, not ${options.accept.join(' or ')}`,
    );
  }
  const data = await readBody(body, headerOf(headers['content-encoding']), options.maxBytes, signal);
  if (data === 'too_large') {
    return refuseFetch('too_large', `${url.href} is larger than ${options.maxBytes} bytes`);
  }
  if (data === 'unknown_encoding') {
    return refuseFetch('wrong_type', `${url.href} is compressed in a way that was not asked for`);
  }
  return { redirectTo: undefined, fetched: { data, mime, url: url.href } };
}

function headerOf(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
