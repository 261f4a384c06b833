import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ApiProblem, PROBLEM_TYPE, problem, problemText } from './problem.ts';

/** What Fastify, a handler or the database threw, as a problem. Ours (5xx) are told without detail. */
export function refusedRequest(error: unknown): ApiProblem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem(413, 'body_too_large', 'the body is larger than this endpoint takes');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem(415, 'unsupported_media_type', 'send application/json');
    default:
      return statusOf(error) < 500
        ? problem(400, 'malformed_body', 'the request cannot be read')
        : problem(500, 'internal', 'our mistake: it is logged under the id in `instance`');
  }
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, found: ApiProblem): FastifyReply {
  for (const [name, value] of Object.entries(found.headers ?? {})) reply.header(name, value);
  reply.code(found.status).header('cache-control', 'no-store').type(PROBLEM_TYPE);
  return reply.send(problemText(found, request.id));
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' && status >= 400 ? status : 500;
}
