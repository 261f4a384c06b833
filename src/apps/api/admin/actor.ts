import type { Caller } from '../../../platform/api/index.ts';

/** Who did it, as timelines keep it: the member's or the key's id, which their names may change without. */
export function actorOf(caller: Caller): string {
  if (caller.kind === 'staff') return `staff:${caller.id}`;
  return caller.kind === 'key' ? `api_key:${caller.id}` : caller.kind;
}
