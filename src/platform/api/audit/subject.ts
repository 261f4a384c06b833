import type { AnyCall } from '../mounted.ts';
import type { Watch } from './watch-of.ts';

/** The ids of what a call changes: of the address, else of the answer, else of the body. */
export function subjectsOf(
  { id }: Pick<Watch, 'id'>,
  { params, query, body }: Pick<AnyCall, 'params' | 'query' | 'body'>,
  answer?: unknown,
): string[] {
  if (id.length === 0) return [];
  for (const place of [params, query, answer, body]) {
    const found = valuesAt(place, id);
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}

/** The texts and numbers at a path that goes through lists. */
function valuesAt(value: unknown, [name, ...rest]: readonly string[]): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => valuesAt(item, name === undefined ? [] : [name, ...rest]));
  }
  if (name === undefined)
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return valuesAt(Reflect.get(value, name), rest);
}
