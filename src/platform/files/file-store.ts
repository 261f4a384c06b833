import type { Readable } from 'node:stream';

/**
 * Where files are kept: a folder of this machine or a bucket of an S3-compatible service. Keys are paths of
 * lower-case segments such as `media/ab/abcd…`; a key that could leave the store is a programmer's error and
 * throws.
 */
export type FileStore = {
  /** Writes whole or not at all; replaces what was there. */
  readonly put: (key: string, data: Buffer | Readable, about: { readonly mime: string }) => Promise<Stored>;
  /** `undefined` when there is none. A stream that is not read to its end must be destroyed. */
  readonly get: (key: string) => Promise<StoredFile | undefined>;
  readonly exists: (key: string) => Promise<boolean>;
  /** Nothing happens when there is none. */
  readonly remove: (key: string) => Promise<void>;
  /** Every key that begins with `prefix`, in order. */
  readonly list: (prefix: string) => AsyncIterable<string>;
};

export type Stored = {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
};

export type StoredFile = {
  readonly stream: Readable;
  readonly bytes: number;
  readonly mime?: string;
};

const SEGMENT = /^[a-zA-Z0-9_-][a-zA-Z0-9._-]{0,199}$/;

/** The key as it came, or a throw: every segment is plain, so that no key is a way out of the store. */
export function checkKey(key: string): string {
  const segments = key.split('/');
  if (key.length > 500 || segments.length > 12 || !segments.every((segment) => SEGMENT.test(segment))) {
    throw new RangeError(`${JSON.stringify(key.slice(0, 80))} is no key of a file store`);
  }
  return key;
}

/** A prefix is the beginning of keys: plain segments, the last of them possibly unfinished. */
export function checkPrefix(prefix: string): string {
  if (prefix !== '') checkKey(prefix.endsWith('/') ? prefix.slice(0, -1) : prefix);
  return prefix;
}
