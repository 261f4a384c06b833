import { type Dispatcher, request } from 'undici';
import { ok, type Refusal, type Result } from '../../kernel/index.ts';
import { type GuardOptions, openGuarded, reasonOf } from './guard.ts';
import { type FetchRefusal, refuseFetch } from './refusal.ts';

export type PostOptions = GuardOptions & {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What the other side answered, whatever its status; `excerpt` is the beginning of what it said. */
export type Posted = { readonly status: number; readonly excerpt: string };

const EXCERPT_BYTES = 1_000;

/**
 * Posts to an address that a stranger gave us, with the guard of `guardedFetch`. Redirects are not followed: what was
 * meant for one receiver is not handed to another.
 */
export async function guardedPost(
  address: string,
  options: PostOptions,
): Promise<Result<Posted, Refusal<FetchRefusal> & { readonly isTransient: boolean }>> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  const target = await openGuarded(address, options, signal);
  if ('refusal' in target) return target;
  const { url, agent } = target;
  try {
    const { headers, body } = options;
    const response = await request(url, { method: 'POST', headers, body, dispatcher: agent, signal });
    return ok({ status: response.statusCode, excerpt: await beginning(response.body) });
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
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= EXCERPT_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, EXCERPT_BYTES).toString('utf8');
}
