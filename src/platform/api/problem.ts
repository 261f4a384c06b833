import { STATUS_CODES } from 'node:http';

/** One thing that is wrong with what was sent. */
export type FieldError = {
  /** A path the sender would recognise: `lines[2].quantity`. */
  readonly field: string;
  readonly in: 'body' | 'query' | 'path' | 'header';
  readonly code: string;
  readonly message: string;
};

/** What is answered instead of what was asked for: RFC 9457, with the members that a program needs. */
export type ApiProblem = {
  readonly status: number;
  /** From a closed set: the general ones and those that the endpoint names. */
  readonly code: string;
  readonly detail: string;
  /** Of the first error. */
  readonly field?: string;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
};

export function problem(status: number, code: string, detail: string, field?: string): ApiProblem {
  return field === undefined ? { status, code, detail } : { status, code, detail, field };
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** `instance` is the request's id, by which the log can be searched. */
export function problemText(found: ApiProblem, instance: string): string {
  const { status, code, detail, field, errors } = found;
  const type = `/api/docs#problem-${code}`;
  return JSON.stringify({ type, title: STATUS_CODES[status], status, code, detail, field, errors, instance });
}

/** The problems that any endpoint may answer, by code. */
export const GENERAL_PROBLEMS: readonly (readonly [code: string, status: number, about: string])[] = [
  ['malformed_body', 400, 'The body is no JSON.'],
  ['idempotency_key_missing', 400, 'This endpoint takes an Idempotency-Key header, and none was sent.'],
  ['idempotency_key_invalid', 400, 'An Idempotency-Key has 16 to 255 visible ASCII characters: a UUID, say.'],
  ['unauthorized', 401, 'No valid key in the Authorization header, and nobody is signed in.'],
  ['forbidden', 403, 'Who asks is known, and has neither the scope nor a role that is needed.'],
  ['step_up_required', 403, 'A member of staff has to confirm who they are (again, after ten minutes).'],
  ['unknown_address', 404, 'No endpoint has this address.'],
  ['method_not_allowed', 405, 'The address is known, not with this method; Allow lists those it has.'],
  [
    'idempotency_in_flight',
    409,
    'A request with this Idempotency-Key is under way: ask again after Retry-After.',
  ],
  ['body_too_large', 413, 'The body is larger than the endpoint takes.'],
  ['unsupported_media_type', 415, 'The body is not application/json.'],
  ['invalid_input', 422, 'Fields are wrong; `errors` names every one of them.'],
  ['idempotency_key_reused', 422, 'This Idempotency-Key was used for another request.'],
  ['too_many_requests', 429, 'Too many requests: ask again after Retry-After.'],
  ['internal', 500, 'Our mistake. It is logged under `instance`.'],
  ['unavailable', 503, 'The shop cannot answer now: ask again.'],
];
