import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { TemplateName } from '../../src/apps/storefront/model/index.ts';
import {
  assetManifest,
  BUILD_FOLDER,
  renderCards,
  renderSuggestions,
  renderView,
  templateNames,
} from '../../src/apps/storefront/view/index.ts';
import { blankPicture, drawnPicture } from './fixture-pictures.ts';
import { fixtureCards, fixtureSuggestions, fixtureView } from './fixtures/views.ts';

export type FixtureShop = { readonly address: string; readonly close: () => Promise<void> };

/** The policy the real server sends: what it forbids must not be needed by any page. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'";

/**
 * Serves the fixture views on 127.0.0.1; `?template=depot` chooses how they look and is kept in no cookie.
 */
export async function startFixtureShop({
  port = 0,
  drawsPictures = false,
}: {
  readonly port?: number;
  readonly drawsPictures?: boolean;
} = {}): Promise<FixtureShop> {
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://fixture'), request.headers.referer, drawsPictures).then(
      ({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type, 'content-security-policy': POLICY });
        response.end(body);
      },
      (error: unknown) => {
        response.writeHead(500, { 'content-type': 'text/plain' });
        response.end(String(error));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the fixture shop has no port');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Answer = { readonly status: number; readonly type: string; readonly body: string | Buffer };

async function answer(url: URL, referer: string | undefined, drawsPictures: boolean): Promise<Answer> {
  const media = /^\/media\/([^/]+)\/(\d+)\.(avif|webp)$/.exec(url.pathname);
  if (media) {
    const [, assetId = '', width, format = ''] = media;
    if (!drawsPictures) return { status: 200, type: 'image/webp', body: await blankPicture() };
    return { status: 200, type: `image/${format}`, body: await drawnPicture(assetId, Number(width), format) };
  }
  if (url.pathname.startsWith('/assets/')) return asset(url.pathname);
  if (url.pathname === '/demo/mailbox/2') {
    return { status: 200, type: 'text/html; charset=utf-8', body: '<!doctype html><p>Thank you, Ada.</p>' };
  }
  const template = templateOf(url, referer);
  const assets = assetManifest();
  const view = fixtureView(url.pathname, template, {
    styles: assets.styles(template),
    scripts: assets.scripts,
    fonts: assets.fonts(template),
  });
  const type = 'text/html; charset=utf-8';
  if (url.pathname === '/fragments/cards') {
    return { status: 200, type, body: renderCards(fixtureCards(2), view.frame) };
  }
  if (url.pathname === '/search/suggest') {
    return { status: 200, type, body: renderSuggestions(fixtureSuggestions(), view.frame) };
  }
  const status = view.page.kind === 'error' ? view.page.status : 200;
  return { status, type, body: renderView(view) };
}

async function asset(path: string): Promise<Answer> {
  const name = path.split('/').at(-1) ?? '';
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { status: 200, type, body: await readFile(join(BUILD_FOLDER, 'assets', name)) };
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

// Links in the fixtures do not say which template they came from; the page that led here does.
function templateOf(url: URL, referer: string | undefined): TemplateName {
  const asked =
    url.searchParams.get('template') ?? (referer && new URL(referer).searchParams.get('template'));
  return templateNames.find((name) => name === asked) ?? 'atelier';
}

if (import.meta.main) {
  const shop = await startFixtureShop({ port: Number(process.env['PORT'] ?? 4173), drawsPictures: true });
  console.log(`Fixture shop on ${shop.address}/?template=${templateNames.join('|')}`);
}
