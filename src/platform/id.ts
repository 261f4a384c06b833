import { randomBytes } from 'node:crypto';
import { type Id, idFrom } from '../kernel/index.ts';

/** A new id, unique and later in order than those made before (to the millisecond). */
export function newId<Name extends string>(): Id<Name> {
  return idFrom(Date.now(), randomBytes(10));
}
