import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where scripts/build-cockpit.ts writes. */
const FOLDER = join(import.meta.dirname, '../../../dist/cockpit');

/**
 * Scripts and styles are files of ours. Styles in attributes are how the controls place themselves; the camera reads
 * barcodes; pictures that are being edited are blobs.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const PERMISSIONS =
  'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), publickey-credentials-get=(self), publickey-credentials-create=(self)';

/** Serves the cockpit: one page at every address below `/cockpit`, and what it loads. */
export async function registerCockpit(server: FastifyInstance): Promise<void> {
  await server.register(fastifyStatic, {
    root: join(FOLDER, 'assets'),
    prefix: '/cockpit/assets/',
    decorateReply: false,
    index: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  });
  // Read at each request: a build that came meanwhile names other files.
  const page = () => readFile(join(FOLDER, 'index.html'), 'utf8');
  for (const url of ['/cockpit', '/cockpit/*']) {
    server.get(url, async (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', POLICY)
        .header('permissions-policy', PERMISSIONS)
        .header('cache-control', 'no-cache')
        .header('x-robots-tag', 'noindex')
        .header('cross-origin-resource-policy', 'same-origin')
        .send(await page()),
    );
  }
}
