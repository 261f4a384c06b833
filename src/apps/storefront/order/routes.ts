import { documentPdf, readDocuments } from '../../../modules/invoices/index.ts';
import { readPictures } from '../../../modules/media/index.ts';
import { type Order, readOrderByAccess, readTimeline } from '../../../modules/orders/index.ts';
import { readPayments } from '../../../modules/payments/index.ts';
import { message } from '../messages/index.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import { readAfterSale } from './after-sale.ts';
import { keyCookie, readKeys } from './order-keys.ts';
import { orderPage } from './order-page.ts';
import { ownOrder } from './own-order.ts';

/** An order's own page: for who placed it, by the key in a mail, in a cookie, or by being signed in. */
export function orderRoutes(desk: ShopperDesk): readonly PersonalRoute[] {
  return [
    { pattern: '/orders/:number', get: (visit) => openOrder(desk, visit) },
    { pattern: '/orders/:number/documents/:document', get: (visit) => openDocument(desk, visit) },
  ];
}

async function openOrder(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { site, query, params } = visit;
  const { number = '' } = params;
  const key = query.get('key');
  if (key !== null) return exchangeKey(desk, visit, key);
  const order = await findOrder(desk, visit, number);
  // The same answer for an order that is not there and for one that is somebody else's.
  if (!order)
    return { kind: 'moved', to: `${site.to('/account/sign-in')}?next=orders/${encodeURIComponent(number)}` };
  return showOrder(desk, visit, order);
}

/** The key leaves the address, which is shared, kept and sent on, for a cookie, which is not. */
async function exchangeKey(desk: ShopperDesk, visit: Visit, token: string): Promise<Reaction> {
  const { site, now, params, cookies } = visit;
  const { number = '' } = params;
  const isAllowed = await visit.mayTry('order');
  const order = isAllowed && (await readOrderByAccess(desk.orders.db, { order: number, token, now }));
  if (!order) return { kind: 'missing' };
  const to = site.to(`/orders/${order.number}`);
  return { kind: 'moved', to, cookies: [keyCookie(cookies.orders, order.number, token)] };
}

async function findOrder(desk: ShopperDesk, visit: Visit, number: string): Promise<Order | undefined> {
  const { cookies, now } = visit;
  const key = readKeys(cookies.orders).find((each) => each.number === number);
  const byKey = key && (await readOrderByAccess(desk.orders.db, { order: number, token: key.token, now }));
  return byKey ?? ownOrder(desk, visit, number);
}

async function showOrder(desk: ShopperDesk, visit: Visit, order: Order): Promise<Reaction> {
  const { db } = desk.orders;
  const { site, query } = visit;
  const [timeline, payments, pictures, afterSale] = await Promise.all([
    readTimeline(db, order.id),
    readPayments(db, order.id),
    readPictures(
      db,
      order.lines.flatMap(({ assetId }) => assetId ?? []),
    ),
    readAfterSale(db, order, site),
  ]);
  const page = orderPage({
    ...{ order, timeline, payments, pictures, site, afterSale },
    isJustPlaced: query.has('placed'),
    hasMailbox: desk.hasMailbox,
  });
  const title = message(site.locale, 'order.title', { number: order.number });
  return { kind: 'page', view: personalView(desk, visit, { title, page }) };
}

/** An invoice or a credit note of the order, for whoever may see the order. */
async function openDocument(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { number = '', document: name = '' } = visit.params;
  const order = await findOrder(desk, visit, number);
  const documents = order ? await readDocuments(desk.orders.db, order.id) : [];
  const found = documents.find((document) => document.number === name);
  if (!order || !found) return { kind: 'missing' };
  const body = await documentPdf(found.content);
  return { kind: 'file', type: 'application/pdf', name: `${found.number}.pdf`, body };
}
