import { randomFillSync } from 'node:crypto';
import { type Id, idFrom } from '../kernel/index.ts';

const RANDOM_BYTES = 10;
/** Random bytes are asked for in blocks: a call costs as much for 4 kB as for ten bytes. No secret is made of them. */
const block = new Uint8Array(RANDOM_BYTES * 400);
let used = block.length;

// The twelve bits after the milliseconds count within one (RFC 9562, section 6.2, method 1), from a random start below half
// of them.
const COUNTS = 0x1000;
let latestMs = 0;
let count = 0;

/** A new id, unique and later in order than every one that this process made before, also where the clock goes back. */
export function newId<Name extends string>(): Id<Name> {
  if (used === block.length) {
    randomFillSync(block);
    used = 0;
  }
  const random = block.subarray(used, used + RANDOM_BYTES);
  used += RANDOM_BYTES;
  const now = Date.now();
  if (now > latestMs) {
    latestMs = now;
    count = (((random[0] ?? 0) << 8) | (random[1] ?? 0)) % (COUNTS / 2);
  } else if (++count === COUNTS) {
    latestMs += 1;
    count = 0;
  }
  random[0] = count >> 8;
  random[1] = count & 0xff;
  return idFrom(latestMs, random);
}
