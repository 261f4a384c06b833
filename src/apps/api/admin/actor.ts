import type { Caller } from '../../../platform/api/index.ts';

/** Who did it, as timelines keep it: the key's id, which its name may change without. */
export function actorOf(caller: Caller): string {
  return caller.kind === 'key' ? `api_key:${caller.id}` : caller.kind;
}
