import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';

/** The last part of an address: lower-case words joined by hyphens. */
export const HANDLE = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, such as about-us');

/** What was sent, parsed, or the first thing that is wrong with it and where: `sections[2].action.path`. */
export function parsed<Output>(
  schema: z.ZodType<Output>,
  input: unknown,
  name: string,
): Result<Output, Refusal<'field_invalid'>> {
  const result = schema.safeParse(input);
  if (result.success) return ok(result.data);
  const issue = deepest(result.error.issues[0]);
  const inside = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  const field = (name + inside.join('')).replace(/^\./, '');
  return refuse('field_invalid', `${field} is not right: ${issue.message}`, field);
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** Of a union, such as text in one language or in several, the issue of the form that came nearest. */
function deepest(issue: z.core.$ZodIssue | undefined): Issue {
  if (issue === undefined) return { path: [], message: 'not what is expected' };
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flatMap((issues) => issues.slice(0, 1).map(deepest));
  const [best] = inner.toSorted((a, b) => b.path.length - a.path.length);
  return best ? { path: [...issue.path, ...best.path], message: best.message } : issue;
}
