import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Refusal, Result } from '../../kernel/index.ts';
import type { Encoding, StoredAnswer } from '../cache/index.ts';
import type { Tx } from '../database/index.ts';
import type { Caller } from './caller.ts';
import type { Answer, Asked, Endpoint, Endpoints, RefusalCode } from './endpoint.ts';
import type { FieldError } from './problem.ts';

/** What a handler is given beside the parsed input. */
export type Circumstances = {
  readonly caller: Caller;
  readonly now: Temporal.Instant;
  readonly ip: string;
  /** What the program that asks calls itself, cut to 500 characters. */
  readonly userAgent: string | undefined;
  /** As they came: what decides anything is asked for by name in the contract. */
  readonly headers: IncomingHttpHeaders;
  /** Scheme and host of the shop as it was asked for, or as its settings say: `https://shop.example`. */
  readonly origin: string;
};

export type Call<One extends Endpoint> = Asked<One> &
  Circumstances &
  (One['idempotency'] extends 'transaction' ? { readonly tx: Tx } : unknown) &
  (One['upload'] extends object ? { readonly upload: Readable } : unknown);

/** A verb's refusal, with the errors of each field where it knows several. */
export type ApiRefusal<Code extends string> = Refusal<Code> & { readonly errors?: readonly FieldError[] };

/** An answer with headers of its own, such as a cookie. They are not kept: who repeats a request does not get them. */
export type WithHeaders<Value> = {
  readonly ok: true;
  readonly value: Value;
  readonly headers: Headers;
};
type Headers = Readonly<Record<string, string | readonly string[]>>;

/** An answer that was made before and is kept as text. */
export type Kept = {
  readonly ok: true;
  readonly stored: StoredAnswer;
  readonly bodyIn: (answer: StoredAnswer, encoding: Encoding) => Buffer | Promise<Buffer>;
};

/** An answer that is a file: whole, or piece after piece where it may be of any length. */
export type FileAnswer = {
  readonly ok: true;
  readonly file: { readonly name: string; readonly content: Buffer | AsyncIterable<string | Uint8Array> };
};

type FileOf<One extends Endpoint> = One extends { readonly file: string } ? FileAnswer : never;

export type Handled<One extends Endpoint> =
  | Result<Answer<One>, ApiRefusal<RefusalCode<One>>>
  | WithHeaders<Answer<One>>
  | Kept
  | FileOf<One>;
export type Handler<One extends Endpoint> = (call: Call<One>) => Promise<Handled<One>>;
export type Handlers<All extends Endpoints> = { readonly [Name in keyof All]: Handler<All[Name]> };
