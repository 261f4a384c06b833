import type { FastifyInstance } from 'fastify';
import { authenticate } from '../../modules/access/index.ts';
import { readStaffCaller } from '../../modules/staff/index.ts';
import {
  type Authenticate,
  KeptAnswers,
  mountApi,
  mountReference,
  RateLimits,
} from '../../platform/api/index.ts';
import { mountAddressAnswer } from './admin/address/answer.ts';
import { ADMIN_API } from './admin/api.ts';
import { adminAudit } from './admin/audit.ts';
import { mountChanges } from './admin/changes.ts';
import { adminHandlers } from './admin/handlers/all.ts';
import type { ApiDeps } from './deps.ts';
import { afterSaleHandlers, withdrawalHandlers } from './store/after-sale-handlers.ts';
import { CardShelf } from './store/answers/card-shelf.ts';
import { STORE_API } from './store/api.ts';
import { cartHandlers } from './store/cart-handlers.ts';
import { catalogueHandlers } from './store/catalogue-handlers.ts';
import { customerHandlers } from './store/customer-handlers.ts';
import { downloadHandlers } from './store/download-handlers.ts';
import { followShop } from './store/follow-shop.ts';
import { orderHandlers } from './store/order-handlers.ts';
import { ownOrderHandlers } from './store/own-order-handlers.ts';
import { payHandlers } from './store/pay-handlers.ts';
import { returnHandlers } from './store/return-handlers.ts';
import { bySession, signInHandlers } from './store/sign-in-handlers.ts';
import { waitlistHandlers } from './store/waitlist-handlers.ts';

/** Puts the store API, the admin API and their reference on the server. */
export async function registerApi(server: FastifyInstance, deps: ApiDeps): Promise<void> {
  const { connection, search, listen, log, now, isStrict = false } = deps;
  const { db, reads } = connection;
  const kept = new KeptAnswers({ maxBytes: deps.keptBytes, isStrict });
  const shelf = new CardShelf(reads);
  const shop = await followShop({ db: reads, search, listen, log }, [kept, shelf]);
  server.addHook('onClose', shop.close);
  const options = { db, limits: new RateLimits(deps.readsPerMinute), now, isStrict, baseUrl: deps.baseUrl };
  const { orders, giftCardKey, webhookUrl, openFile, paymentApis } = deps.shopping;
  const handlers = {
    ...catalogueHandlers({ db: reads, search, fronts: shop.fronts, kept, shelf }),
    ...cartHandlers({ carts: orders, giftCardKey, fronts: shop.fronts, tell: deps.tell }),
    ...orderHandlers({ orders, webhookUrl, tell: deps.tell }),
    ...payHandlers({ orders, webhookUrl, tell: deps.tell }),
    ...afterSaleHandlers(orders),
    ...returnHandlers({ ...orders, openFile }),
    ...downloadHandlers({ ...orders, openFile }),
    ...withdrawalHandlers(),
    ...waitlistHandlers({ fronts: shop.fronts }),
    ...signInHandlers({ db, fronts: shop.fronts }),
    ...customerHandlers({ db }),
    ...ownOrderHandlers(orders),
  };
  const authenticate = bySession({ db, now });
  await mountApi(server, STORE_API, handlers, { ...options, authenticate, isOpenToBrowsers: true });
  const { secrets, files, system } = deps;
  mountAddressAnswer(server, { secrets, now });
  const adminDeps = {
    ...{ db, reads, orders, giftCardKey, webhookUrl, paymentApis },
    ...{ secrets, files, system, place: { ...deps.place, setting: deps.baseUrl } },
  };
  const admin = adminHandlers(adminDeps);
  const audit = adminAudit(adminDeps);
  const byStaff = bySessionOrKey(deps);
  await mountApi(server, ADMIN_API, admin, { ...options, authenticate: byStaff, audit });
  await mountChanges(server, { listen, authenticate: byStaff });
  mountReference(server, [STORE_API, ADMIN_API], { title: 'Institor' });
}

/** Who holds a key, by the Authorization header; else who is signed in, by the cookie of their session. */
function bySessionOrKey({ connection, now, baseUrl }: ApiDeps): Authenticate {
  const isSecure = baseUrl?.startsWith('https:') ?? false;
  return async ({ authorization, cookie }) => {
    if (authorization === undefined) {
      return cookie ? readStaffCaller(connection.db, { cookie, isSecure, now: now() }) : undefined;
    }
    const secret = /^Bearer (\S{1,200})$/i.exec(authorization)?.[1];
    const key = secret && (await authenticate(connection.db, { secret, now: now() }));
    if (!key) return undefined;
    return { kind: 'key', id: key.id, name: key.name, permissions: new Set<string>(key.scopes) };
  };
}
