import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { isPublicAddress } from './public-address.ts';
import { refuseFetch } from './refusal.ts';

export type GuardOptions = {
  /** For everything together: names, redirects, content. */
  readonly timeoutMs: number;
  /** 80 and 443 unless given. */
  readonly ports?: readonly number[];
  /** Hosts that need not be public, at any port: an image server of one's own, a test's. */
  readonly allowPrivate?: (host: string) => boolean;
  /** All addresses of a name; the system's resolver unless given. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
};

type Refused = ReturnType<typeof refuseFetch>;

/**
 * A way to an address that a stranger gave us, which leads nowhere else: the name is resolved once, every address must
 * be public, and the agent connects to those that were checked. Destroy the agent after use.
 */
export async function openGuarded(
  text: string,
  options: GuardOptions,
  signal: AbortSignal,
): Promise<{ readonly url: URL; readonly agent: Agent } | Refused> {
  const resolved = await resolveGuarded(text, options, signal);
  if ('refusal' in resolved) return resolved;
  const { url, addresses } = resolved;
  const { timeoutMs: timeout } = options;
  const connect = { lookup: answerWith(addresses), timeout };
  return {
    url,
    agent: new Agent({ connect, headersTimeout: timeout, bodyTimeout: timeout, pipelining: 0 }),
  };
}

/** The address and where its name leads, all of it public. */
export async function resolveGuarded(
  text: string,
  options: GuardOptions,
  signal: AbortSignal,
): Promise<{ readonly url: URL; readonly addresses: readonly string[] } | Refused> {
  const url = checkUrl(text, options);
  if ('refusal' in url) return url;
  try {
    const addresses = await resolveChecked(url, options, signal);
    return 'refusal' in addresses ? addresses : { url, addresses };
  } catch (error) {
    if (signal.aborted) {
      return refuseFetch('too_slow', `${url.href} took longer than ${options.timeoutMs} ms`, true);
    }
    return refuseFetch('unreachable', `${url.host} cannot be reached: ${reasonOf(error)}`, true);
  }
}

/** What is wrong with an address before anything is asked of it; the address when nothing is. */
export function checkUrl(text: string, { ports = [80, 443], allowPrivate }: GuardOptions): URL | Refused {
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
  { allowPrivate, resolve = resolveAll }: GuardOptions,
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
export function answerWith(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, callback) => {
    const first = all[0];
    if (options.all) callback(null, all);
    else if (first) callback(null, first.address, first.family);
  };
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
