import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The page that a person gets instead of what they asked for. */
export type ErrorPage = (
  request: FastifyRequest,
  about: { readonly status: number; readonly requestId: string },
) => Promise<string> | string;

/** RFC 9457, section 3. */
export type Problem = {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** The request's id, by which the log can be searched. */
  readonly instance: string;
};

/**
 * What goes wrong is answered in the asker's language: a page for a browser, `application/problem+json` for a
 * program. Our own mistakes (5xx) are logged with all there is and told without detail.
 */
export function addErrorHandlers(app: FastifyInstance, errorPage: ErrorPage | undefined): void {
  app.setNotFoundHandler((request, reply) => answer(request, reply, 404, undefined, errorPage));
  app.setErrorHandler(async (error: unknown, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) request.log.error({ err: error }, 'a request failed');
    const detail = status < 500 && error instanceof Error ? error.message : undefined;
    return answer(request, reply, status, detail, errorPage);
  });
}

/** An address that cannot be read (`/%ff`) reaches no route and no handler: it is answered here. */
export function refuseAddress(error: Error, instance: string, response: ServerResponse): void {
  const problem = { type: 'about:blank', title: 'Bad Request', status: 400, code: 'malformed_address' };
  response
    .writeHead(400, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
    .end(JSON.stringify({ ...problem, detail: error.message, instance }));
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  detail: string | undefined,
  errorPage: ErrorPage | undefined,
): Promise<FastifyReply> {
  reply.code(status).header('cache-control', 'no-store');
  if (errorPage && wantsPage(request)) {
    const page = await draw(request, errorPage, status);
    if (page !== undefined) return reply.type('text/html; charset=utf-8').send(page);
  }
  const title = STATUS_CODES[status] ?? 'Error';
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    ...(detail ? { detail } : {}),
    instance: request.id,
  };
  return reply.type('application/problem+json').send(JSON.stringify(problem));
}

async function draw(
  request: FastifyRequest,
  errorPage: ErrorPage,
  status: number,
): Promise<string | undefined> {
  try {
    return await errorPage(request, { status, requestId: request.id });
  } catch (error) {
    // The page itself may need what is broken: then the plain answer must do.
    request.log.error({ err: error }, 'the error page failed too');
    return undefined;
  }
}

function wantsPage({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') ?? false;
}

function statusOf(error: unknown): number {
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
