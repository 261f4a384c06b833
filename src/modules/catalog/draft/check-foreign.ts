import { LIMITS } from '../limits.ts';
import type { DraftRefusal } from '../saved-product.ts';
import { countProblem, textProblem } from './problem.ts';

/** Limits on the columns of a foreign file that are kept as they came. */
export function* foreignProblems(
  field: string,
  fields: Readonly<Record<string, string>>,
): Generator<DraftRefusal | undefined> {
  const entries = Object.entries(fields);
  yield countProblem(field, entries, LIMITS.foreignFields);
  for (const [name, value] of entries) {
    yield textProblem(`${field}.${name}`, name, LIMITS.foreignName);
    yield textProblem(`${field}.${name}`, value, LIMITS.foreignValue);
  }
}
