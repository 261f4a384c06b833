import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { fieldOf } from './field-path.ts';
import { hostileParts } from './hostile.ts';
import type { ApiProblem, FieldError } from './problem.ts';

export type ReadInput = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

const MOST_ERRORS = 50;

/** What was sent, parsed by the endpoint's schemas, or every problem of it. */
export function readInput(
  endpoint: Endpoint,
  request: Pick<FastifyRequest, 'params' | 'query' | 'body'>,
): { readonly input: ReadInput } | { readonly problem: ApiProblem } {
  const errors: FieldError[] = [];
  const parse = (schema: z.ZodType | undefined, given: unknown, place: FieldError['in']): unknown => {
    const hostile = hostileParts(given, place);
    if (hostile.length > 0) {
      errors.push(...hostile);
      return undefined;
    }
    if (schema === undefined) {
      errors.push(...unexpected(given, place));
      return undefined;
    }
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    errors.push(...parsed.error.issues.flatMap((issue) => errorsOf(issue, place)));
    return undefined;
  };
  const input = {
    params: parse(endpoint.params, request.params, 'path'),
    query: parse(endpoint.query, request.query, 'query'),
    body: endpoint.body || request.body ? parse(endpoint.body, request.body ?? undefined, 'body') : undefined,
  };
  const [first] = errors;
  return first === undefined ? { input } : { problem: problemOf(errors, first) };
}

function problemOf(errors: readonly FieldError[], first: FieldError): ApiProblem {
  return {
    status: 422,
    code: 'invalid_input',
    detail: `${first.field}: ${first.message}`,
    field: first.field,
    errors: errors.slice(0, MOST_ERRORS),
  };
}

/** An endpoint that takes no query, or no body, takes an empty one. */
function unexpected(given: unknown, place: FieldError['in']): FieldError[] {
  const names = typeof given === 'object' && given !== null ? Object.keys(given) : [place];
  return names.map((field) => ({ field, in: place, code: 'unknown_field', message: 'is not known here' }));
}

type Issue = z.core.$ZodIssue;

function errorsOf(issue: Issue, place: FieldError['in']): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...{ field: fieldOf([...issue.path, key], place), in: place },
      ...{ code: 'unknown_field', message: 'is not known here' },
    }));
  }
  if (issue.code === 'invalid_union') {
    // The branch that got furthest is the one the sender meant.
    const [nearest] = issue.errors.toSorted((a, b) => depth(b) - depth(a));
    const inner = (nearest ?? []).flatMap((one) =>
      errorsOf({ ...one, path: [...issue.path, ...one.path] }, place),
    );
    if (inner.length > 0) return inner;
  }
  const { message } = issue;
  return [{ field: fieldOf(issue.path, place), in: place, code: codeOf(issue), message }];
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function codeOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'missing' : 'wrong_type';
    case 'too_small':
    case 'too_big':
      return issue.code;
    default:
      return 'invalid';
  }
}
