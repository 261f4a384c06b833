import { randomFillSync } from 'node:crypto';
import { type Id, idFrom } from '../kernel/index.ts';

const RANDOM_BYTES = 10;
/** Random bytes are asked for in blocks: a call costs as much for 4 kB as for ten bytes. No secret is made of them. */
const block = new Uint8Array(RANDOM_BYTES * 400);
let used = block.length;

/** A new id, unique and later in order than those made before (to the millisecond). */
export function newId<Name extends string>(): Id<Name> {
  if (used === block.length) {
    randomFillSync(block);
    used = 0;
  }
  const random = block.subarray(used, used + RANDOM_BYTES);
  used += RANDOM_BYTES;
  return idFrom(Date.now(), random);
}
