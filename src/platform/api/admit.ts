import type { FastifyReply, FastifyRequest } from 'fastify';
import { ANYONE, type Caller, type Credentials, isOpen, refusalFor, UNAUTHORIZED } from './caller.ts';
import type { Endpoint } from './endpoint.ts';
import type { MountOptions } from './mount-options.ts';
import { type ApiProblem, problem } from './problem.ts';
import { addressOf } from './rate-limits.ts';
import { isSameOrigin } from './same-origin.ts';

type Guarded = Pick<MountOptions, 'authenticate' | 'limits'> & {
  readonly endpoint: Endpoint;
  /** Whether a cookie may say who asks. */
  readonly takesCookie: boolean;
};

/** Who asks, or why they may not, or not yet, with who they are where that is known. */
export type Admitted =
  | { readonly caller: Caller }
  | { readonly problem: ApiProblem; readonly forbidden?: Caller };

/** Looks at who asks before anything else of the request is looked at. */
export async function admit(
  guarded: Guarded,
  request: FastifyRequest,
  reply: FastifyReply,
  now: Temporal.Instant,
): Promise<Admitted> {
  const caller = await callerOf(guarded, request, now);
  if ('status' in caller) return { problem: caller };
  const refusal = refusalFor(guarded.endpoint, caller, now);
  if (refusal?.status === 401) return { problem: refusal };
  const problem = overLimit(guarded, request, reply, caller, now);
  if (problem) return { problem };
  return refusal ? { problem: refusal, forbidden: caller } : { caller };
}

async function callerOf(
  { endpoint, takesCookie, authenticate, limits }: Guarded,
  request: FastifyRequest,
  now: Temporal.Instant,
): Promise<Caller | ApiProblem> {
  const credentials = credentialsOf(request, takesCookie);
  if (isOpen(endpoint.audience) || credentials === undefined) return ANYONE;
  const caller = await authenticate(credentials);
  if (caller !== undefined) return caller;
  // Each wrong key costs a look into the database: not as often as one likes. A session that ended is asked about by
  // every part of a page that is still open.
  const rate = credentials.authorization === undefined ? 'write' : 'guess';
  const failures = limits.isOn && limits.take(addressOf(request.ip), rate, now.epochMilliseconds);
  return failures && !failures.isAllowed ? tooMany(failures.resetSeconds) : UNAUTHORIZED;
}

/** What the request brings to prove who asks. `takesCookie`: where a cookie may, of requests of this origin's own pages. */
export function credentialsOf(request: FastifyRequest, takesCookie: boolean): Credentials | undefined {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) return { authorization };
  return takesCookie && cookie !== undefined && isSameOrigin(request) ? { cookie } : undefined;
}

function overLimit(
  { endpoint, limits }: Guarded,
  request: FastifyRequest,
  reply: FastifyReply,
  caller: Caller,
  now: Temporal.Instant,
): ApiProblem | undefined {
  if (!limits.isOn) return undefined;
  const who = caller.kind === 'key' || caller.kind === 'staff' ? caller.id : addressOf(request.ip);
  const { isAllowed, limit, remaining, resetSeconds } = limits.take(
    who,
    endpoint.rate,
    now.epochMilliseconds,
  );
  reply
    .header('ratelimit-limit', String(limit))
    .header('ratelimit-remaining', String(remaining))
    .header('ratelimit-reset', String(resetSeconds));
  return isAllowed ? undefined : tooMany(resetSeconds);
}

function tooMany(seconds: number): ApiProblem {
  const detail = `too many requests: ask again in ${seconds} s`;
  return { ...problem(429, 'too_many_requests', detail), headers: { 'retry-after': String(seconds) } };
}
