import type { z } from 'zod';

/**
 * Who may call: anybody; who holds the token of a cart or an order, which stands in the address; a signed-in
 * customer; any member of staff (`staff`), or any of them and any API key (`insider`); or who has this permission, by a key or
 * a role.
 */
export type Audience = 'public' | 'cart_token' | 'order_token' | 'customer' | Inside | Permission;
export type Inside = 'staff' | 'insider';
/** `orders:refund`: what is touched, and what is done to it. */
export type Permission = `${string}:${string}`;

/** How often one caller may ask: see rate-limits.ts. `guess`: answers whether a secret is right. */
export type RateClass = 'read' | 'write' | 'guess';

/**
 * What a request with an `Idempotency-Key` does twice: nothing. `transaction`: answer and effect commit together, so the
 * handler gets a `tx`. `two_phase`: the handler opens its own transactions or calls others, and repeating it after a
 * crash must lead to the same. `none` is for what only reads.
 */
export type Idempotency = 'transaction' | 'two_phase' | 'none';

export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the API's prefix: `/products/{handle}`. */
  readonly path: `/${string}`;
  /** What it is listed under. */
  readonly group: string;
  readonly summary: string;
  readonly description?: string;
  readonly audience: Audience;
  /** Members of staff prove again that it is they, unless they did within ten minutes. */
  readonly stepUp?: true;
  readonly rate: RateClass;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body is a file as it is, of any media type, in place of JSON: the handler reads `upload`. */
  readonly upload?: { readonly mostBytes: number };
  readonly output: z.ZodType;
  /** The media type of an answer that is a file to be saved, such as `application/pdf`; `output` is `fileOutput` then. */
  readonly file?: string;
  readonly status?: 200 | 201 | 202;
  /** Every name by which the verb may refuse, with its HTTP status. */
  readonly refusals: Readonly<Record<string, RefusalStatus>>;
  /** Of POST only, where it is required. */
  readonly idempotency?: Idempotency;
  /** Of what is no GET. */
  readonly changes?: Changes;
};

/**
 * What a write changes, for the audit log: an entity and where its id stands (a part of the path, else a field of the
 * answer, else of the body; without it there is one, such as the shop); `read` is the operation that shows it, run
 * before and after. Or why nothing is changed.
 */
export type Changes =
  | { readonly kind: string; readonly id?: string; readonly read?: string }
  | { readonly nothing: string };

export type RefusalStatus = 400 | 403 | 404 | 409 | 410 | 412 | 422 | 429 | 502 | 503;

export type Endpoints = Readonly<Record<string, Endpoint>>;

/** One API: its endpoints by operation id, under one prefix. */
export type Api<All extends Endpoints = Endpoints> = {
  /** `/api/store/v1` */
  readonly prefix: `/${string}`;
  readonly title: string;
  readonly description: string;
  readonly endpoints: All;
  /** The name of the cookie by which staff may call, where they may. */
  readonly cookie?: string;
  /** A body that is right, by operation id: shown in the document, and what tests begin with. */
  readonly examples?: Readonly<Record<string, unknown>>;
};

/**
 * Declares an endpoint; throws where the declaration contradicts itself.
 *
 * @example
 * const readCollection = endpoint({
 *   method: 'GET', path: '/collections/{handle}', group: 'Catalogue', summary: 'One collection',
 *   audience: 'public', rate: 'read', params: z.strictObject({ handle: handle() }),
 *   output: collection, refusals: { not_found: 404 },
 * });
 */
export function endpoint<const Declared extends Endpoint>(declared: Declared): Declared {
  const { method, path, params, body, idempotency } = declared;
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const given = Object.keys(params?.shape ?? {});
  const refuse = (why: string) => {
    throw new TypeError(`${method} ${path}: ${why}`);
  };
  if (named.toSorted().join() !== given.toSorted().join())
    refuse('the path and `params` name different parts');
  if ((method === 'POST') !== (idempotency !== undefined))
    refuse('POST, and only POST, declares idempotency');
  if ((method === 'GET' || method === 'DELETE') && body !== undefined) refuse('has no body');
  if (declared.upload !== undefined && (body !== undefined || idempotency !== 'none'))
    refuse('an upload is the whole body, and the same file again must be the same');
  return declared;
}

type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What a handler is asked, parsed. */
export type Asked<One extends Endpoint> = {
  readonly params: OutputOf<One['params']>;
  readonly query: OutputOf<One['query']>;
  readonly body: OutputOf<One['body']>;
};

/** What the handler gives back, before the schema takes out what is not documented. */
export type Answer<One extends Endpoint> = Fixed<z.input<One['output']>>;

/** As the modules give their values: readonly all the way down. */
type Fixed<Value> = Value extends readonly (infer Item)[]
  ? readonly Fixed<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Fixed<Value[Key]> }
    : Value;

export type RefusalCode<One extends Endpoint> = keyof One['refusals'] & string;
