import type { z } from 'zod';
import type { Api, Endpoint, Endpoints } from './endpoint.ts';
import type { FieldError } from './problem.ts';

/** What a call sends: what the endpoint declares, as it is written in JSON. */
export type Sent<One extends Endpoint> = SentParts<One> & Key<One>;

/** The same without the key that names a write. */
export type SentParts<One extends Endpoint> = Part<One, 'params'> &
  Part<One, 'query'> &
  Part<One, 'body'> &
  Upload<One>;

type Part<One extends Endpoint, Name extends 'params' | 'query' | 'body'> = One[Name] extends z.ZodType
  ? undefined extends z.input<One[Name]>
    ? { readonly [Only in Name]?: z.input<One[Name]> }
    : Record<never, never> extends z.input<One[Name]>
      ? { readonly [Only in Name]?: z.input<One[Name]> }
      : { readonly [Only in Name]: z.input<One[Name]> }
  : unknown;

type Upload<One extends Endpoint> = One['upload'] extends object ? { readonly file: Blob } : unknown;

type Key<One extends Endpoint> = One['idempotency'] extends 'transaction' | 'two_phase'
  ? { readonly idempotencyKey: string }
  : unknown;

export type ClientProblem = {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly field?: string;
  readonly errors?: readonly FieldError[];
};

export type Received<One extends Endpoint> =
  | {
      readonly ok: true;
      readonly status: number;
      readonly value: z.output<One['output']>;
      readonly headers: Headers;
    }
  | {
      readonly ok: false;
      readonly status: number;
      readonly problem: ClientProblem;
      readonly headers: Headers;
    };

export type Client<All extends Endpoints> = {
  readonly [Name in keyof All]: (sent: Sent<All[Name]>) => Promise<Received<All[Name]>>;
};

export type ClientOptions = {
  /** `https://shop.example` */
  readonly origin: string;
  /** Without it, as anybody; in a page of the shop's own, as who is signed in there. */
  readonly token?: string;
  readonly fetch?: typeof fetch;
};

/**
 * Calls an API by its contract: what is sent and what comes back is typed by the same schemas that the server checks.
 * Runs in Node and in browsers.
 *
 * @example
 * const shop = makeClient(storeApi, { origin: 'https://shop.example' });
 * const answer = await shop.readProduct({ params: { handle: 'linen-shirt' } });
 * if (answer.ok) console.log(answer.value.title);
 */
export function makeClient<All extends Endpoints>(api: Api<All>, options: ClientOptions): Client<All> {
  const calls = Object.entries(api.endpoints).map(([name, endpoint]) => [
    name,
    (sent: AnySent) => call(`${options.origin}${api.prefix}`, endpoint, sent, options),
  ]);
  // Made of the contract's own entries: each name has its call.
  return Object.fromEntries(calls) as Client<All>;
}

type AnySent = {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly file?: Blob;
  readonly idempotencyKey?: string;
};

async function call(base: string, endpoint: Endpoint, sent: AnySent, options: ClientOptions) {
  const { token, fetch: ask = fetch } = options;
  const headers = new Headers();
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (sent.idempotencyKey !== undefined) headers.set('idempotency-key', sent.idempotencyKey);
  const init: RequestInit = { method: endpoint.method, headers, credentials: 'same-origin' };
  if (sent.body !== undefined) {
    headers.set('content-type', 'application/json');
    init.body = JSON.stringify(sent.body);
  }
  if (sent.file !== undefined) {
    headers.set('content-type', 'application/octet-stream');
    init.body = sent.file;
  }
  const response = await ask(base + addressOf(endpoint.path, sent), init);
  const { status } = response;
  const isFile = response.ok && endpoint.file !== undefined;
  const content: unknown = isFile ? await response.blob() : await response.json();
  return response.ok
    ? { ok: true, status, value: content, headers: response.headers }
    : { ok: false, status, problem: content, headers: response.headers };
}

function addressOf(path: string, { params = {}, query = {} }: AnySent): string {
  const parts = new Map(Object.entries(params).map(([name, value]) => [name, String(value)]));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(parts.get(name) ?? ''),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) search.append(name, String(one));
    }
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}
