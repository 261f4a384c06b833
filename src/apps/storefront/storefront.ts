import type { FastifyReply, FastifyRequest } from 'fastify';
import { findRedirect } from '../../modules/content/index.ts';
import type { AskedQuery } from '../../modules/search/index.ts';
import {
  type AnswerCache,
  bodyOnceIn,
  isStoredAnswer,
  type StoredAnswer,
  sendStored,
  storedAnswer,
} from '../../platform/cache/index.ts';
import { addressOf, type Route } from './address.ts';
import type { Answer } from './answer.ts';
import { answerRoute } from './answers/answer-route.ts';
import { errorView } from './answers/error.ts';
import { popularCards } from './answers/popular.ts';
import { canonicalQueryOf } from './canonical-query.ts';
import type { StorefrontDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import type { Card } from './model/index.ts';
import { sendPreview } from './preview.ts';
import { RenderQueue } from './render-queue.ts';
import { type ReadRequest, readRequest } from './requests.ts';
import type { World } from './world.ts';

/** What an address may come to that is no page to keep. */
export type NoPage = Extract<Answer, { kind: 'moved' | 'missing' }>;

/** No page is kept longer, so that what changes by time alone (a "new" badge) is right soon. */
const MAX_AGE = { minutes: 10 };
const POPULAR_CARDS = 4;
// Enough to keep PostgreSQL and this process busy at the same time; more only wait for each other.
const MOST_AT_ONCE = 16;
const HTML = 'text/html; charset=utf-8';

export type StorefrontParts = Pick<StorefrontDeps, 'db' | 'now' | 'baseUrl' | 'renderer' | 'openPreview'> & {
  readonly desk: Desk;
  readonly world: () => World;
  readonly cache: AnswerCache<NoPage>;
  readonly isCaching: boolean;
};

/** Answers every address of the shop that no other route has: pages from the cache, or rendered once and kept. */
export class Storefront {
  readonly #parts: StorefrontParts;
  readonly #queue = new RenderQueue(MOST_AT_ONCE);
  readonly #searched = new WeakMap<StoredAnswer, AskedQuery>();

  constructor(parts: StorefrontParts) {
    this.#parts = parts;
  }

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const read = this.read(request);
    const { address, asked, search } = read;
    const route = address?.route;
    if (!route) return this.missing(request, reply, read);
    if (address.movedTo !== undefined) return reply.redirect(address.movedTo + search, 301);
    const previewed = await sendPreview(this.#parts, { ...asked, route }, reply);
    if (previewed) return previewed;
    const key = this.#keyOf(read, route);
    const now = asked.now.epochMilliseconds;
    const kept = this.#parts.isCaching ? this.#parts.cache.get(key, now) : undefined;
    const page = kept ?? (await this.#rendered(key, read, route));
    if (!isStoredAnswer(page)) {
      if (page.kind === 'missing') return this.missing(request, reply, read);
      return reply.header('cache-control', 'no-store').redirect(page.to, page.isLasting ? 301 : 302);
    }
    const searched = this.#searched.get(page);
    if (searched) this.#parts.desk.search.recordQuery(searched);
    return sendStored(request, reply, page, {
      vary: route.kind === 'suggest' ? 'accept-encoding, accept' : 'accept-encoding',
      bodyIn: (whole, encoding) =>
        this.#parts.isCaching ? this.#parts.cache.body(key, whole, encoding) : bodyOnceIn(whole, encoding),
    });
  }

  /** The page that says that we failed. Needs neither database nor search. */
  sendFailure(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { asked } = this.read(request);
    const view = errorView(this.#parts.desk, asked, {
      status: 500,
      requestId: request.id,
      // What failed may be the search index itself: the page that says so must not need it.
      popular: [],
    });
    reply.code(500).header('cache-control', 'no-store').type(HTML);
    return reply.send(this.#parts.renderer.renderView(view));
  }

  /** What was asked for, as far as what is shown depends on it. */
  read(request: FastifyRequest): ReadRequest {
    const { world, baseUrl, now } = this.#parts;
    return readRequest(request, world(), baseUrl, now());
  }

  #keyOf({ asked }: ReadRequest, route: Route): string {
    const { site, origin, path, query, wantsJson } = asked;
    const address = origin + addressOf(site.prefix, path) + canonicalQueryOf(route, query, site);
    return route.kind === 'suggest' && wantsJson ? `${address}#json` : address;
  }

  #rendered(key: string, { asked }: ReadRequest, route: Route): Promise<StoredAnswer | NoPage> {
    const make = async () => {
      const answer = await answerRoute(this.#parts.desk, this.#parts.renderer, { ...asked, route });
      return answer.kind === 'moved' || answer.kind === 'missing' ? answer : this.#store(answer, asked.now);
    };
    const render = () => this.#queue.run(make);
    return this.#parts.isCaching ? this.#parts.cache.render(key, render) : render();
  }

  #store(answer: Exclude<Answer, NoPage>, now: Temporal.Instant): StoredAnswer {
    const text = answer.kind === 'page' ? this.#parts.renderer.renderView(answer.view) : answer.text;
    const contentType = answer.kind === 'page' ? HTML : answer.contentType;
    const latest = now.add(MAX_AGE).epochMilliseconds;
    const expiresAt = Math.min(latest, answer.until?.epochMilliseconds ?? latest);
    const page = storedAnswer({ contentType, text, tags: answer.tags, expiresAt });
    if (answer.searched) this.#searched.set(page, answer.searched);
    return page;
  }

  /** The page that says that there is none, unless the redirect table knows where it went. */
  async missing(
    request: FastifyRequest,
    reply: FastifyReply,
    read: ReadRequest = this.read(request),
  ): Promise<FastifyReply> {
    const target = await this.#redirectOf(read);
    if (target !== undefined) {
      return reply.redirect(target.includes('?') ? target : target + read.search, 301);
    }
    const view = errorView(this.#parts.desk, read.asked, {
      status: 404,
      requestId: request.id,
      popular: await this.#popular(request, read.asked),
    });
    reply.code(404).header('cache-control', 'no-store').type(HTML);
    return reply.send(this.#parts.renderer.renderView(view));
  }

  /** Decoration: a page that is not there is told of also while search is away. */
  async #popular(request: FastifyRequest, asked: ReadRequest['asked']): Promise<readonly Card[]> {
    try {
      return await popularCards(this.#parts.desk, asked, POPULAR_CARDS);
    } catch (error) {
      request.log.error({ err: error }, 'search is away: the page goes without popular products');
      return [];
    }
  }

  /** Where an old address leads: looked up with its query (`/index.php?id=5`), without, and without the prefix. */
  async #redirectOf({ address, pathname, search }: ReadRequest): Promise<string | undefined> {
    if (!address) return undefined;
    const { db } = this.#parts;
    const [whole, plain, inside] = await Promise.all([
      search === '' ? undefined : findRedirect(db, pathname + search),
      findRedirect(db, pathname),
      address.prefix === '' ? undefined : findRedirect(db, address.path),
    ]);
    if (whole ?? plain) return whole ?? plain;
    return inside === undefined ? undefined : addressOf(address.prefix, inside);
  }
}
