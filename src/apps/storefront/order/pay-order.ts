import { readPictures } from '../../../modules/media/index.ts';
import { type Order, payOrder, readOrder, readTimeline } from '../../../modules/orders/index.ts';
import { type Payment, readPayments } from '../../../modules/payments/index.ts';
import { cartIsOver } from '../cart/set-aside.ts';
import { afterPlacing } from '../checkout/after-placing.ts';
import { declineKey } from '../checkout/decline-key.ts';
import { isOfCart } from '../checkout/order-of.ts';
import { offeredMethods } from '../checkout/payment-choices.ts';
import { REFUSALS } from '../checkout/place.ts';
import { settled } from '../checkout/return.ts';
import { message } from '../messages/index.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import { tellPurchase } from '../privacy/checkout-events.ts';
import { findOrder, signInFirst } from './find-order.ts';
import { payOrderPage } from './pay-order-page.ts';

type Told = { readonly chosen: string; readonly problems: ReadonlyMap<string, string> };

const NOTHING: Told = { chosen: '', problems: new Map() };

/**
 * The page behind a pay link: an order that waits for its payment and has no cart here that could be ordered again. For
 * who may see the order.
 */
export function payOrderRoute(
  desk: ShopperDesk,
  exchangeKey: (visit: Visit, key: string) => Promise<Reaction>,
): PersonalRoute {
  return {
    pattern: '/orders/:number/pay',
    get: (visit) => {
      const key = visit.query.get('key');
      return key === null ? open(desk, visit) : exchangeKey(visit, key);
    },
    post: (visit) => pay(desk, visit),
  };
}

async function open(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { db } = desk.orders;
  const { site } = visit;
  const found = await findOrder(desk, visit);
  if (!found) return signInFirst(visit);
  const before = (await readPayments(db, found.id)).at(-1);
  if (found.state === 'pending_payment' && before && isAsked(before)) await settled(desk, visit, before);
  const order = (await readOrder(db, found.id)) ?? found;
  const last = (await readPayments(db, order.id)).at(-1);
  // Paid, let go, or still being asked about: its own page says which.
  if (order.state !== 'pending_payment' || (last && isAsked(last))) {
    return { kind: 'moved', to: site.to(`/orders/${order.number}`) };
  }
  return show(desk, visit, order, { ...NOTHING, last });
}

async function pay(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { site, origin, ip, now, form } = visit;
  const order = await findOrder(desk, visit);
  if (!order) return signInFirst(visit);
  const own = site.to(`/orders/${order.number}`);
  if (order.state !== 'pending_payment') return { kind: 'moved', to: own };
  const chosen = form['payment'] ?? '';
  const method = (await offeredMethods(desk, dueOf(order))).find(({ id }) => id === chosen);
  const problem = (text: string, field = 'payment') =>
    show(desk, visit, order, { chosen, problems: new Map([[field, text]]) });
  if (!method) return problem(message(site.locale, 'problem.payment'));
  const returnUrl = origin + site.to('/checkout/return');
  const payment = { methodId: method.id, returnUrl, cancelUrl: returnUrl };
  const webhookUrl = desk.webhookUrl(method.provider);
  const asked = { orderId: order.id, payment: { ...payment, webhookUrl }, ip, now };
  const paid = await payOrder(desk.orders, asked);
  if (paid.ok) {
    tellPurchase(visit, order.id);
    const ending = (await isOfCart(desk, visit, order)) ? cartIsOver(visit.cookies) : [];
    return afterPlacing(visit, paid.value, ending);
  }
  const { refusal } = paid;
  if (refusal.code === 'not_possible_in_this_state') return { kind: 'moved', to: own };
  if (refusal.code === 'payment_declined') return problem(message(site.locale, declineKey(refusal.kind)));
  const [field, key] = REFUSALS.get(refusal.code) ?? ['summary', 'problem.try_again'];
  return problem(message(site.locale, key), field);
}

async function show(
  desk: ShopperDesk,
  visit: Visit,
  order: Order,
  { chosen, problems, last }: Told & { readonly last?: Payment | undefined },
): Promise<Reaction> {
  const { db } = desk.orders;
  const { site } = visit;
  const [timeline, offered, pictures] = await Promise.all([
    readTimeline(db, order.id),
    offeredMethods(desk, dueOf(order)),
    readPictures(
      db,
      order.lines.flatMap(({ assetId }) => assetId ?? []),
    ),
  ]);
  const page = payOrderPage({ order, timeline, offered, pictures, chosen, problems, last, site });
  const view = personalView(desk, visit, { title: message(site.locale, 'pay_order.title'), page });
  return { kind: 'page', view, status: problems.size > 0 ? 422 : 200 };
}

function dueOf(order: Order) {
  return { dueMinor: order.totals.dueMinor, cart: order };
}

/** Nobody knows yet what came of it. */
function isAsked({ state }: Payment): boolean {
  return state === 'new' || state === 'processing';
}
