import { type Dispatcher, request } from 'undici';
import { ok, type Refusal, type Result } from '../../kernel/index.ts';
import { type GuardOptions, openGuarded, reasonOf } from './guard.ts';
import { type FetchRefusal, refuseFetch } from './refusal.ts';

/** What an address answered, whatever its status; `location` where it leads elsewhere, as a whole address. */
export type Looked = {
  readonly status: number;
  readonly location: string | undefined;
  /** The beginning of what it said. */
  readonly excerpt: string;
};

const EXCERPT_BYTES = 1_000;

/** Asks an address once, with the guard of `guardedFetch`, and follows nothing: to see what stands there. */
export async function guardedLook(
  address: string,
  options: GuardOptions,
): Promise<Result<Looked, Refusal<FetchRefusal> & { readonly isTransient: boolean }>> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  const target = await openGuarded(address, options, signal);
  if ('refusal' in target) return target;
  const { url, agent } = target;
  try {
    const headers = { 'user-agent': 'Institor/0.1 (address check)', 'accept-encoding': 'identity' };
    const response = await request(url, { headers, dispatcher: agent, signal });
    const location = [response.headers['location']].flat()[0];
    return ok({
      status: response.statusCode,
      location: location === undefined ? undefined : (URL.parse(location, url)?.href ?? location),
      excerpt: await beginning(response.body),
    });
  } catch (error) {
    if (signal.aborted) {
      return refuseFetch('too_slow', `${url.host} took longer than ${options.timeoutMs} ms`, true);
    }
    return refuseFetch('unreachable', `${url.host} cannot be reached: ${reasonOf(error)}`, true);
  } finally {
    await agent.destroy();
  }
}

async function beginning(body: Dispatcher.ResponseData['body']): Promise<string> {
  // Giving up a body in the middle makes it emit an error that nobody waits for.
  body.on('error', () => undefined);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= EXCERPT_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, EXCERPT_BYTES).toString('utf8');
}
