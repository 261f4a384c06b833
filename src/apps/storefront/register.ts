import type { FastifyInstance } from 'fastify';
import { keepReports } from '../../modules/pagewatch/index.ts';
import { AnswerCache } from '../../platform/cache/index.ts';
import { addCspReports } from './checkout/csp-reports.ts';
import { addWebhookRoute } from './checkout/webhook-route.ts';
import type { StorefrontDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import { registerFeeds } from './feeds/routes.ts';
import { openWorld } from './live-world.ts';
import { CardShelf } from './pages/card-shelf.ts';
import { SizeTables } from './pages/size-tables.ts';
import { acceptForms, FORM_BYTES } from './personal/accept-forms.ts';
import { PersonalPages } from './personal/personal-pages.ts';
import { personalRoutes } from './personal/routes.ts';
import { type NoPage, Storefront } from './storefront.ts';
import { addThemeRoute } from './theme/add-theme-route.ts';

const CACHE_BYTES = 64 * 1024 * 1024;

/**
 * Puts the shop's pages, feeds and files on the server, under every storefront's prefix. Register it last: it answers
 * every address that no other route has. It stops listening when the server closes.
 *
 * @example
 * const search = await openSearch({ … });
 * await registerStorefront(server, {
 *   db, search, log, renderer: viewRenderer(), now: () => Temporal.Now.instant(),
 *   listen: (listener) => listen(connection, listener, log),
 * });
 */
export async function registerStorefront(server: FastifyInstance, deps: StorefrontDeps): Promise<void> {
  const { db, search, renderer, baseUrl, now, openPreview } = deps;
  const cache = new AnswerCache<NoPage>({ maxBytes: deps.cache?.maxBytes ?? CACHE_BYTES });
  const shelf = new CardShelf(db);
  const sizeTables = new SizeTables(db);
  const { world, close } = await openWorld(deps, {
    forget: ({ tags, productIds }) => {
      shelf.forget(productIds);
      cache.forget(tags);
    },
    forgetAll: () => {
      shelf.clear();
      sizeTables.clear();
      cache.clear();
    },
  });
  server.addHook('onClose', close);
  const desk: Desk = { db, search, shelf, sizeTables, assets: renderer.assets };
  const isCaching = deps.cache?.isOn ?? true;
  const storefront = new Storefront({
    ...{ db, now, baseUrl, desk, renderer, world, cache, isCaching },
    ...(openPreview ? { openPreview } : {}),
  });
  await server.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => {
      request.log.error({ err: error }, 'a page failed');
      return storefront.sendFailure(request, reply);
    });
    const { orders } = deps.shopping;
    addCspReports(scope, {
      log: deps.log,
      save: (groups) => orders.db.transaction().execute((tx) => keepReports(tx, groups, now())),
    });
    await addWebhookRoute(scope, { orders, now });
    addThemeRoute(scope);
    registerFeeds(scope, { db, baseUrl, now, world, missing: (...asked) => storefront.answer(...asked) });
    const personal = await openPersonal(scope, storefront, { ...deps, desk });
    scope.get('/*', (request, reply) =>
      personal.has(request) ? personal.answer(request, reply) : storefront.answer(request, reply),
    );
    scope.post('/*', { bodyLimit: FORM_BYTES }, (request, reply) => personal.answer(request, reply));
  });
}

async function openPersonal(
  scope: FastifyInstance,
  storefront: Storefront,
  { renderer, desk, shopping, tell }: StorefrontDeps & { readonly desk: Desk },
): Promise<PersonalPages> {
  await acceptForms(scope);
  return new PersonalPages(scope, {
    routes: personalRoutes({ ...desk, ...shopping, checkoutScripts: renderer.checkoutScripts }),
    renderer,
    read: (request) => storefront.read(request),
    missing: (request, reply) => storefront.missing(request, reply),
    isSecure: shopping.isSecure,
    tell,
  });
}
