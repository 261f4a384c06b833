import { refuse } from '../../../kernel/index.ts';
import type { DraftRefusal, DraftRefusalCode } from '../saved-product.ts';

/** A refusal on its own, without the `ok: false` around it: drafts are refused one by one in a list. */
export function problem(code: DraftRefusalCode, field: string, message: string): DraftRefusal {
  return refuse(code, message, field).refusal;
}

/** The first refusal of a list of checks, in their order; later checks are not run. */
export function firstProblem(checks: Iterable<DraftRefusal | undefined>): DraftRefusal | undefined {
  for (const refusal of checks) {
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** At most `limit` characters, and none of them NUL, which PostgreSQL cannot keep. */
export function textProblem(
  field: string,
  text: string | undefined,
  limit: number,
): DraftRefusal | undefined {
  if (text === undefined) return undefined;
  if (text.length > limit) return problem('too_long', field, `${field} has at most ${limit} characters`);
  if (text.includes('\0')) return problem('invalid', field, `${field} contains a NUL character`);
  return undefined;
}

/** As {@link textProblem}, and not empty. */
export function nameProblem(
  field: string,
  text: string | undefined,
  limit: number,
): DraftRefusal | undefined {
  if (text === '') return problem('invalid', field, `${field} is empty`);
  return textProblem(field, text, limit);
}

export function countProblem(
  field: string,
  list: readonly unknown[] | undefined,
  limit: number,
): DraftRefusal | undefined {
  if (list === undefined || list.length <= limit) return undefined;
  return problem('too_many', field, `${field} has ${list.length} entries; at most ${limit} are kept`);
}

/** A whole number from 0 to what an int4 column holds. */
export function wholeProblem(
  field: string,
  value: number | undefined,
  limit: number,
): DraftRefusal | undefined {
  if (value === undefined || (Number.isInteger(value) && value >= 0 && value <= limit)) return undefined;
  return problem('invalid', field, `${field} is ${value}; a whole number from 0 to ${limit} is needed`);
}
