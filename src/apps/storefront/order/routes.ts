import { documentPdf, readDocuments } from '../../../modules/invoices/index.ts';
import { readPictures } from '../../../modules/media/index.ts';
import { type Order, readOrderByAccess, readTimeline } from '../../../modules/orders/index.ts';
import { readPayments } from '../../../modules/payments/index.ts';
import { wayToPay } from '../checkout/order-of.ts';
import { message } from '../messages/index.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import { addressChangeRoute } from './address-change.ts';
import { readAfterSale } from './after-sale.ts';
import { downloadRoutes } from './downloads.ts';
import { findOrder, signInFirst } from './find-order.ts';
import { keyCookie } from './order-keys.ts';
import { orderPage } from './order-page.ts';
import { payOrderRoute } from './pay-order.ts';
import { returnRoutes } from './return/routes.ts';

/** An order's own page: for who placed it, by the key in a mail, in a cookie, or by being signed in. */
export function orderRoutes(desk: ShopperDesk): readonly PersonalRoute[] {
  return [
    { pattern: '/orders/:number', get: (visit) => openOrder(desk, visit) },
    { pattern: '/orders/:number/documents/:document', get: (visit) => openDocument(desk, visit) },
    payOrderRoute(desk, (visit, token) => exchangeKey(desk, visit, { token, to: '/pay' })),
    addressChangeRoute(desk, (visit, token) => exchangeKey(desk, visit, { token, to: '/address' })),
    ...downloadRoutes(desk),
    ...returnRoutes(desk),
  ];
}

async function openOrder(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const key = visit.query.get('key');
  if (key !== null) return exchangeKey(desk, visit, { token: key, to: '' });
  const order = await findOrder(desk, visit);
  return order ? showOrder(desk, visit, order) : signInFirst(visit);
}

/** The key leaves the address, which is shared, kept and sent on, for a cookie, which is not. */
async function exchangeKey(
  desk: ShopperDesk,
  visit: Visit,
  { token, to }: { readonly token: string; readonly to: '' | '/pay' | '/address' },
): Promise<Reaction> {
  const { site, now, params, cookies } = visit;
  const { number = '' } = params;
  const isAllowed = await visit.mayTry('order');
  const order = isAllowed && (await readOrderByAccess(desk.orders.db, { order: number, token, now }));
  if (!order) return { kind: 'missing' };
  const own = site.to(`/orders/${order.number}${to}`);
  return { kind: 'moved', to: own, cookies: [keyCookie(cookies.orders, order.number, token)] };
}

async function showOrder(desk: ShopperDesk, visit: Visit, order: Order): Promise<Reaction> {
  const { db } = desk.orders;
  const { site, query, now } = visit;
  const [timeline, payments, pictures, afterSale, payHref] = await Promise.all([
    readTimeline(db, order.id),
    readPayments(db, order.id),
    readPictures(
      db,
      order.lines.flatMap(({ assetId }) => assetId ?? []),
    ),
    readAfterSale(db, order, visit),
    wayToPay(desk, visit, order),
  ]);
  const page = orderPage({
    ...{ order, timeline, payments, pictures, site, afterSale, payHref, now },
    isJustPlaced: query.has('placed'),
    isReturnAsked: query.has('returned'),
    hasMailbox: desk.hasMailbox,
  });
  const title = message(site.locale, 'order.title', { number: order.number });
  return { kind: 'page', view: personalView(desk, visit, { title, page }) };
}

/** An invoice or a credit note of the order, for whoever may see the order. */
async function openDocument(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { document: name = '' } = visit.params;
  const order = await findOrder(desk, visit);
  const documents = order ? await readDocuments(desk.orders.db, order.id) : [];
  const found = documents.find((document) => document.number === name);
  if (!order || !found) return { kind: 'missing' };
  const body = await documentPdf(found.content);
  return { kind: 'file', type: 'application/pdf', name: `${found.number}.pdf`, body };
}
