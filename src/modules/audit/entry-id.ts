import { randomFillSync } from 'node:crypto';
import { idFrom } from '../../kernel/index.ts';
import type { EntryId } from './entry.ts';

let latestMs = 0;
let count = 0;

/** An id that begins with the moment, then counts what this process kept within the same millisecond. */
export function entryIdAt(at: Temporal.Instant): EntryId {
  const ms = at.epochMilliseconds;
  count = ms === latestMs ? (count + 1) % COUNTS : 0;
  latestMs = ms;
  const bytes = randomFillSync(new Uint8Array(10));
  // The first half byte becomes the version of the UUID.
  bytes[0] = count >> 8;
  bytes[1] = count & 0xff;
  return idFrom(ms, bytes);
}

/** The lowest id of this moment. */
export function firstIdAt(at: Temporal.Instant): EntryId {
  return idFrom(at.epochMilliseconds, new Uint8Array(10));
}

const COUNTS = 0x1000;
