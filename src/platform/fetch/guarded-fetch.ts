import { type Agent, type Dispatcher, request } from 'undici';
import { ok, type Refusal, type Result } from '../../kernel/index.ts';
import { type GuardOptions, openGuarded, reasonOf } from './guard.ts';
import { readBody } from './read-body.ts';
import { type FetchRefusal, refuseFetch } from './refusal.ts';

export type FetchOptions = GuardOptions & {
  /** Of the content, after decompression. */
  readonly maxBytes: number;
  /** Media types, or their beginnings, that are wanted: `['image/']`. Anything when left out. */
  readonly accept?: readonly string[];
  /** 5 unless given. */
  readonly maxRedirects?: number;
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
  const target = await openGuarded(text, options, signal);
  if ('refusal' in target) return target;
  const { url, agent } = target;
  try {
    return await receive(url, await get(url, agent, options, signal), options, signal);
  } catch (error) {
    if (signal.aborted) {
      return refuseFetch('too_slow', `${url.href} took longer than ${options.timeoutMs} ms`, true);
    }
    return refuseFetch('unreachable', `${url.host} cannot be reached: ${reasonOf(error)}`, true);
  } finally {
    await agent.destroy();
  }
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
