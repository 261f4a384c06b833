import { parseId } from '../../../kernel/index.ts';
import { type CurrentSession, signOut } from '../../../modules/customers/index.ts';
import { listOrders, type OrderRow } from '../../../modules/orders/index.ts';
import { NO_CART } from '../cart/open-cart.ts';
import { message } from '../messages/index.ts';
import type { OrderSummary } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import { dayText } from '../order/steps.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import type { Site } from '../site.ts';
import { accountView } from './account-view.ts';
import { addressRoute } from './addresses.ts';
import { privacyRoutes } from './privacy.ts';
import { forCustomer } from './signed-in.ts';
import { wishlistRoute } from './wishlist.ts';

/** What belongs to a signed-in customer. */
export function accountRoutes(desk: ShopperDesk): readonly PersonalRoute[] {
  return [
    {
      pattern: '/account',
      get: (visit) => forCustomer(desk, visit, (current) => orders(desk, visit, current)),
    },
    { pattern: '/account/sign-out', post: (visit) => leave(desk, visit) },
    addressRoute(desk),
    wishlistRoute(desk),
    ...privacyRoutes(desk),
  ];
}

const PAGE_SIZE = 20;

async function orders(desk: ShopperDesk, visit: Visit, current: CurrentSession): Promise<Reaction> {
  const { site, query } = visit;
  const cursor = parseId<'order'>(query.get('after') ?? '');
  const { orders: rows, next } = await listOrders(desk.orders.db, {
    customerId: current.customer.id,
    limit: PAGE_SIZE,
    ...(cursor === undefined ? {} : { cursor }),
  });
  const more = next && {
    title: message(site.locale, 'account.more_orders'),
    href: `${site.to('/account')}?after=${next}`,
  };
  const section = { name: 'orders', orders: rows.map((row) => summary(row, site)), more } as const;
  return accountView(desk, visit, { current, section });
}

function summary(
  { number, placedAt, state, totalMinor, currency, quantity }: OrderRow,
  site: Site,
): OrderSummary {
  const { locale } = site;
  return {
    number,
    href: site.to(`/orders/${number}`),
    placedAt: dayText(placedAt, locale, site.shop.timeZone),
    stateText: message(locale, `order.state_${state}`),
    total: moneyText(totalMinor, currency, locale),
    items: message(locale, 'cart.count', { count: quantity }),
  };
}

async function leave(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { session } = visit.cookies;
  if (session !== undefined) await desk.orders.db.transaction().execute((tx) => signOut(tx, session));
  // The next person at this device finds neither the account nor its cart and orders.
  const forgotten = [
    { name: 'session', value: undefined },
    { name: 'orders', value: undefined },
    { name: 'aside', value: undefined },
    { name: 'draft', value: undefined },
  ] as const;
  return { kind: 'moved', to: visit.site.to('/'), cookies: [...forgotten, ...NO_CART] };
}
