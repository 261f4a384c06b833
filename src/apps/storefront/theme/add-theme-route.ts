import type { FastifyInstance } from 'fastify';
import { themeCss } from './theme-css.ts';

/** Serves templates in a colour of the shop's own. What is there depends on nothing but the address. */
export function addThemeRoute(server: FastifyInstance): void {
  server.get<{ Params: { template: string; file: string } }>(
    '/theme/:template/:file',
    async ({ params: { template, file } }, reply) => {
      const css = themeCss(template, file.replace(/\.css$/, ''));
      if (css === undefined) return reply.callNotFound();
      return reply.header('cache-control', 'public, max-age=86400').type('text/css; charset=utf-8').send(css);
    },
  );
}
