export { credentialsOf } from './admit.ts';
export type { Attempt, Audit } from './audit/audit.ts';
export { type Authenticate, type Caller, hasSteppedUp, type Staff, withinLimit } from './caller.ts';
export { type Client, type ClientProblem, makeClient, type SentParts } from './client.ts';
export { pageOf, pageQuery, readCursor, writeCursor } from './cursor.ts';
export type { Answer, Api, Asked, Changes, Endpoint, Endpoints } from './endpoint.ts';
export { endpoint } from './endpoint.ts';
export {
  currencyInput,
  dateInput,
  handle,
  id,
  instant,
  instantInput,
  integer,
  list,
  money,
  moneyInput,
  moneyOf,
  queryFlag,
  queryInteger,
  queryList,
  text,
  uuid,
} from './fields.ts';
export { guardedFields, takeOut } from './guarded-fields.ts';
export type { ApiRefusal, Call, FileAnswer, Handled, Handler, Handlers, Kept } from './handler.ts';
export { apiCrons, apiJobs } from './idempotency/prune.ts';
export { KeptAnswers, type Made } from './kept-answers.ts';
export { mountApi } from './mount.ts';
export { documentedAs } from './openapi/documented.ts';
export { unlimitedFields } from './openapi/unlimited.ts';
export type { FieldError } from './problem.ts';
export { RateLimits } from './rate-limits.ts';
export { mountReference } from './reference/mount-reference.ts';
export { fileOutput } from './send-file.ts';
export { sentFields } from './sent-fields.ts';
