import '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Renderer, Tell } from '../deps.ts';
import type { ReadRequest } from '../requests.ts';
import { readCookies, writeCookies } from './cookies.ts';
import { findRoute } from './find-route.ts';
import { parseForm } from './form-fields.ts';
import { isFromOurPages } from './same-origin.ts';
import type { Handler, PersonalRoute, Reaction, Visit } from './visit.ts';

export type PersonalParts = {
  readonly routes: readonly PersonalRoute[];
  readonly renderer: Pick<Renderer, 'renderView'>;
  readonly read: (request: FastifyRequest) => ReadRequest;
  readonly missing: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
  readonly isSecure: boolean;
  readonly tell: Tell | undefined;
};

type Attempts = Readonly<
  Record<Parameters<Visit['mayTry']>[0], ReturnType<FastifyInstance['createRateLimit']>>
>;

/** Answers the pages that belong to one shopper. Nothing of them is kept by anybody but the shopper's own browser. */
export class PersonalPages {
  readonly #parts: PersonalParts;
  readonly #attempts: Attempts;

  constructor(server: FastifyInstance, parts: PersonalParts) {
    this.#parts = parts;
    const within = (max: number, timeWindow: string) => server.createRateLimit({ max, timeWindow });
    this.#attempts = {
      code: within(20, '10 minutes'),
      sign_in: within(10, '10 minutes'),
      order: within(30, '10 minutes'),
      withdraw: within(10, '10 minutes'),
      waitlist: within(20, '10 minutes'),
      consent: within(300, '10 minutes'),
    };
  }

  /** Whether this request is for one of them. */
  has(request: FastifyRequest): boolean {
    return this.#handlerOf(request) !== undefined;
  }

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const found = this.#handlerOf(request);
    if (!found) return this.#parts.missing(request, reply);
    reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex');
    const isPost = request.method === 'POST';
    const isOurs = found.isForAnyPage || isFromOurPages(request.headers, request.headers.host);
    if (isPost && !isOurs) {
      return reply.code(403).type('text/plain; charset=utf-8').send('This form belongs to another site.');
    }
    const isRead = isPost && !found.isForAnyPage && !isJson(request);
    const form = isRead ? parseForm(request.body) : {};
    if (!form) {
      return reply.code(400).type('text/plain; charset=utf-8').send('This form cannot be read.');
    }
    const visit = this.#visitOf(request, found.params, form);
    return this.#send(request, reply, await found.handler(visit));
  }

  #handlerOf(request: FastifyRequest) {
    const path = this.#parts.read(request).address?.path;
    const found = path === undefined ? undefined : findRoute(this.#parts.routes, path);
    const handler: Handler | undefined = request.method === 'POST' ? found?.route.post : found?.route.get;
    const isForAnyPage = found?.route.isForAnyPage === true;
    return found && handler && { handler, params: found.params, isForAnyPage };
  }

  #visitOf(request: FastifyRequest, params: Visit['params'], form: Visit['form']): Visit {
    const { asked } = this.#parts.read(request);
    return {
      ...asked,
      params,
      form,
      json: isJson(request) ? request.body : undefined,
      cookies: readCookies(request, this.#parts.isSecure),
      ip: request.ip,
      isLocal: isLocal(request),
      userAgent: (request.headers['user-agent'] ?? '').slice(0, 400),
      hasGpc: request.headers['sec-gpc'] === '1',
      mayTry: async (what) => {
        const limit = await this.#attempts[what](request);
        return limit.isAllowed || !limit.isExceeded;
      },
      tell: (name, key, params) => {
        const { site, origin, path } = asked;
        const page = {
          page_location: origin + site.to(path),
          language: site.locale,
          market: site.market.code,
        };
        this.#parts.tell?.(request, { name, key, params: { ...page, ...params } });
      },
      log: request.log,
    };
  }

  async #send(request: FastifyRequest, reply: FastifyReply, reaction: Reaction): Promise<FastifyReply> {
    writeCookies(reply, reaction.cookies ?? [], this.#parts.isSecure);
    switch (reaction.kind) {
      case 'page':
        if (reaction.policy !== undefined) reply.header('content-security-policy', reaction.policy);
        for (const [name, value] of Object.entries(reaction.headers ?? {})) reply.header(name, value);
        return reply
          .code(reaction.status ?? 200)
          .type('text/html; charset=utf-8')
          .send(this.#parts.renderer.renderView(reaction.view));
      case 'moved':
        return reply.redirect(reaction.to, 303);
      case 'json':
        return reply.code(reaction.status ?? 200).send(reaction.body);
      case 'document':
        return reply
          .header('content-security-policy', reaction.policy)
          .type('text/html; charset=utf-8')
          .send(reaction.html);
      case 'file':
        return reply
          .header('content-disposition', `attachment; filename="${reaction.name}"`)
          .type(reaction.type)
          .send(Buffer.from(reaction.body));
      case 'stream':
        return reply
          .header('content-disposition', dispositionOf(reaction.name))
          .header('content-length', reaction.bytes)
          .type('application/octet-stream')
          .send(reaction.stream);
      case 'missing':
        return this.#parts.missing(request, reply);
    }
  }
}

/** RFC 6266, section 5: what every browser reads, and the whole name for those that know RFC 8187. */
function dispositionOf(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encoded}`;
}

function isJson(request: FastifyRequest): boolean {
  return (request.headers['content-type'] ?? '').startsWith('application/json');
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

// A proxy on this machine forwards strangers: what it forwards does not come from here.
function isLocal({ headers, socket }: FastifyRequest): boolean {
  const isForwarded = 'x-forwarded-for' in headers || 'forwarded' in headers;
  return !isForwarded && LOOPBACK.test(socket.remoteAddress ?? '');
}
