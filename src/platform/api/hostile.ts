import { fieldOf } from './field-path.ts';
import type { FieldError } from './problem.ts';

const DEEPEST = 20;
const MOST_PARTS = 20_000;
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What no schema has to think of: names that change what objects are (prototype pollution, ASVS 15.3.6), texts that
 * PostgreSQL cannot hold (U+0000, half a surrogate pair), and nesting without end.
 */
export function hostileParts(given: unknown, place: FieldError['in']): FieldError[] {
  const found: FieldError[] = [];
  let parts = 0;
  const refuse = (path: readonly PropertyKey[], message: string) => {
    found.push({ field: fieldOf(path, place), in: place, code: 'invalid', message });
  };
  const look = (value: unknown, path: readonly PropertyKey[]): void => {
    parts += 1;
    if (parts > MOST_PARTS || path.length > DEEPEST) {
      if (found.length === 0) refuse(path.slice(0, 1), 'is nested too deeply or has too many parts');
      return;
    }
    if (typeof value === 'string') {
      if (value.includes('\0') || !value.isWellFormed()) refuse(path, 'has a character that is no text');
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) look(item, [...path, index]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        if (FORBIDDEN.has(key)) refuse([...path, key], 'is a name that no field has');
        else if (key.includes('\0') || !key.isWellFormed()) refuse(path, 'has a name that is no text');
        else look(item, [...path, key]);
      }
    }
  };
  look(given, []);
  return found;
}
