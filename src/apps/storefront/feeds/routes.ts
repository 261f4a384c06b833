import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import sharp from 'sharp';
import { parseId } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { originOf } from '../origin.ts';
import {
  faviconSvg,
  googleFeed,
  llmsText,
  robotsText,
  securityText,
  sitemap,
  sitemapIndex,
} from '../seo/index.ts';
import type { Site } from '../site.ts';
import type { World } from '../world.ts';
import { googleItems } from './google-items.ts';
import { pageEntries, productEntries, sitemapFiles } from './sitemaps.ts';
import { StreamLimit } from './stream-limit.ts';

export type FeedDeps = {
  readonly db: Db;
  readonly baseUrl: string | undefined;
  readonly now: () => Temporal.Instant;
  readonly world: () => World;
  /** Answers what is not there. */
  readonly missing: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
};

const XML = 'application/xml; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';
const HOUR = 'public, max-age=3600';
const FRESH = 'public, max-age=0, must-revalidate';

/** Addresses that machines ask for: sitemaps, robots.txt, llms.txt, security.txt, the icon and the product feed. */
export function registerFeeds(server: FastifyInstance, deps: FeedDeps): void {
  const limit = new StreamLimit(2);
  const { db, now, world } = deps;
  const originFor = (request: FastifyRequest) =>
    originOf(deps.baseUrl || world().first.shop.baseUrl, {
      protocol: request.protocol,
      host: request.headers.host,
    });
  const text = (reply: FastifyReply, type: string, body: string) =>
    reply.header('cache-control', HOUR).type(type).send(body);

  server.get('/robots.txt', (request, reply) => text(reply, TEXT, robotsText(originFor(request))));
  server.get('/llms.txt', (request, reply) => text(reply, TEXT, llms(world(), originFor(request))));
  server.get('/.well-known/security.txt', (request, reply) => {
    const { shop, storefronts } = world().first;
    const locales = storefronts.map(({ locale }) => locale);
    return text(reply, TEXT, securityText(originFor(request), shop.email, locales, now()));
  });
  server.get('/sitemap.xml', async (request, reply) => {
    const files = await sitemapFiles(db, world(), originFor(request));
    return reply.header('cache-control', FRESH).type(XML).send(sitemapIndex(files));
  });
  server.get<{ Params: { name: string } }>('/sitemaps/:name/pages.xml', (request, reply) => {
    const site = siteNamed(world(), request.params.name);
    if (!site) return deps.missing(request, reply);
    const entries = pageEntries(site, originFor(request), world().contentPages);
    return stream(reply, limit, XML, sitemap([entries]));
  });
  server.get<{ Params: { name: string; start: string } }>(
    '/sitemaps/:name/products/:start.xml',
    (request, reply) => {
      const { name, start } = request.params;
      const site = siteNamed(world(), name);
      const after = start === 'first' ? undefined : parseId<'product'>(start);
      if (!site || (start !== 'first' && !after)) return deps.missing(request, reply);
      const part = { origin: originFor(request), after, now: now() };
      return stream(reply, limit, XML, sitemap(productEntries(db, site, part)));
    },
  );
  const feed = (request: FastifyRequest, reply: FastifyReply, site: Site | undefined) => {
    if (!site) return deps.missing(request, reply);
    const origin = originFor(request);
    const { name, tagline } = site.shop;
    const channel = { title: name, link: origin + site.to('/'), description: tagline };
    return stream(reply, limit, XML, googleFeed(channel, googleItems(db, site, { origin, now: now() })));
  };
  server.get('/feeds/google.xml', (request, reply) => feed(request, reply, world().first));
  server.get<{ Params: { prefix: string } }>('/:prefix/feeds/google.xml', (request, reply) =>
    feed(request, reply, world().sites.get(request.params.prefix)),
  );
  registerIcons(server, world);
}

function registerIcons(server: FastifyInstance, world: () => World): void {
  server.get('/favicon.svg', (_, reply) =>
    reply.header('cache-control', HOUR).type('image/svg+xml').send(faviconSvg(world().first.shop.name)),
  );
  const png = async (_: FastifyRequest, reply: FastifyReply) => {
    const svg = faviconSvg(world().first.shop.name);
    const image = await sharp(Buffer.from(svg)).resize(192).png().toBuffer();
    return reply.header('cache-control', HOUR).type('image/png').send(image);
  };
  server.get('/favicon.png', png);
  // Asked for by old browsers and many tools whatever the page says; they read the PNG by its content.
  server.get('/favicon.ico', png);
}

function siteNamed(world: World, name: string): Site | undefined {
  return world.sites.get(name === 'main' ? '' : name);
}

function stream(reply: FastifyReply, limit: StreamLimit, type: string, pieces: AsyncGenerator<string>) {
  const limited = limit.take(pieces);
  if (!limited) return reply.code(503).header('retry-after', '5').type(TEXT).send('busy: try again in 5 s\n');
  return reply.header('cache-control', FRESH).type(type).send(Readable.from(limited));
}

function llms(world: World, origin: string): string {
  const { first, contentPages } = world;
  const { shop, collections, categoriesByPath, to } = first;
  return llmsText({
    origin,
    shopName: shop.name,
    tagline: shop.tagline,
    email: shop.email,
    collections: collections.map(({ title, handle }) => ({ title, href: to(`/collections/${handle}`) })),
    categories: [...categoriesByPath.values()]
      .filter(({ parentId }) => parentId === undefined)
      .map(({ name, path }) => ({ title: name, href: to(`/categories/${path}`) })),
    pages: contentPages.map(({ title, handle }) => ({ title, href: to(`/pages/${handle}`) })),
    feeds: [
      { title: 'All products with price and stock (RSS)', href: '/feeds/google.xml' },
      { title: 'Sitemap', href: '/sitemap.xml' },
    ],
  });
}
