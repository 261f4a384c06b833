import type { Readable } from 'node:stream';
import type { Result } from '../../kernel/index.ts';
import type { Tx } from '../database/index.ts';
import type { Watch } from './audit/watch-of.ts';
import type { Endpoint } from './endpoint.ts';
import type { GuardedField } from './guarded-fields.ts';
import type { ApiRefusal, Circumstances, FileAnswer, Kept, WithHeaders } from './handler.ts';
import type { MountOptions } from './mount-options.ts';
import type { ReadInput } from './read-input.ts';

/** A call of any endpoint: what the types of a single one say is known where it is declared. */
export type AnyCall = ReadInput & Circumstances & { readonly tx?: Tx; readonly upload?: Readable };
export type AnyHandled = Result<unknown, ApiRefusal<string>> | WithHeaders<unknown> | Kept | FileAnswer;
export type AnyHandler = (call: AnyCall) => Promise<AnyHandled>;

/** An endpoint on the server, with what is worked out once. */
export type Mounted = MountOptions & {
  readonly endpoint: Endpoint;
  /** The operation id. */
  readonly name: string;
  readonly handler: AnyHandler;
  readonly prefix: string;
  readonly takesCookie: boolean;
  readonly guarded: readonly GuardedField[];
  /** Where it changes something that somebody keeps a log of. */
  readonly watch: Watch | undefined;
};
