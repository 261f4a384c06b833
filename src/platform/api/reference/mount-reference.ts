import type { FastifyInstance } from 'fastify';
import type { Api, Endpoints } from '../endpoint.ts';
import { referencePage } from './page.ts';
import { REFERENCE_CSS } from './style.ts';

/** Puts the reference of these APIs at `/api/docs`. */
export function mountReference(
  server: FastifyInstance,
  apis: readonly Api<Endpoints>[],
  shop: { readonly title: string },
): void {
  // Made when it is first asked for: it is not what a shop is opened for.
  let page: string | undefined;
  const config = { audience: 'public' };
  server.get('/api/docs', { config }, (_request, reply) => {
    page ??= referencePage(apis, shop);
    return reply.type('text/html; charset=utf-8').send(page);
  });
  server.get('/api/docs/style.css', { config }, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(REFERENCE_CSS),
  );
}
