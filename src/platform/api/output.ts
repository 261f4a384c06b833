import type { z } from 'zod';
import type { Caller } from './caller.ts';
import { type GuardedField, takeOut } from './guarded-fields.ts';

/** For whom an answer is made, and what not everybody is shown of it. */
export type Seen = { readonly caller: Caller; readonly guarded: readonly GuardedField[] };

/**
 * The text of an answer: only what its schema documents. What is more is left out in production and is an error
 * elsewhere, so that a test sees it; what is missing or of another type is our mistake everywhere. What the caller may
 * not see of it is left out.
 */
export function answerText(schema: z.ZodType, value: unknown, isStrict: boolean, seen?: Seen): string {
  const documented = schema.parse(value);
  if (isStrict) {
    const [first] = undocumentedIn(value, documented, 'answer');
    if (first !== undefined) throw new TypeError(`${first} is not documented in the endpoint's output`);
  }
  if (seen && seen.guarded.length > 0) takeOut(documented, seen.guarded, permissionsOf(seen.caller));
  return JSON.stringify(documented);
}

function permissionsOf(caller: Caller): ReadonlySet<string> {
  return 'permissions' in caller ? caller.permissions : NONE;
}

const NONE: ReadonlySet<string> = new Set();

function undocumentedIn(value: unknown, documented: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (typeof documented !== 'object' || documented === null) return [path];
  const known = new Map(Object.entries(documented));
  return Object.entries(value).flatMap(([key, item]) => {
    if (item === undefined) return [];
    return known.has(key) ? undocumentedIn(item, known.get(key), `${path}.${key}`) : [`${path}.${key}`];
  });
}
