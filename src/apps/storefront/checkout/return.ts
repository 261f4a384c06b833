import type { PricedCart } from '../../../modules/carts/index.ts';
import { settlePayment } from '../../../modules/orders/index.ts';
import { type Payment, ProviderUnreachable, readPayments } from '../../../modules/payments/index.ts';
import { cartIsOver } from '../cart/set-aside.ts';
import { message } from '../messages/index.ts';
import type { StatusNote } from '../model/index.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import type { Site } from '../site.ts';
import { declineKey } from './decline-key.ts';
import { leavePage, movingPage } from './leave.ts';
import { isOfCart, orderOf, wayToPay } from './order-of.ts';
import { completeChallenge } from './proceed.ts';

/**
 * Where shoppers come back from the bank. Nothing in the address is believed: which order it is, the shopper's cookies
 * say, and how its payment stands, the provider.
 */
export function returnRoute(desk: ShopperDesk): PersonalRoute {
  return {
    pattern: '/checkout/return',
    get: (visit) => comeBack(desk, visit),
    // Banks send cardholders back from a challenge with a form of theirs, which carries no cookies of ours.
    post: async ({ origin, site }) => movingPage(site, `${origin}${site.to('/checkout/return')}?challenged`),
    isForAnyPage: true,
  };
}

async function comeBack(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { site } = visit;
  const order = await orderOf(desk, visit);
  if (!order) return { kind: 'moved', to: site.to('/cart') };
  const last = (await readPayments(desk.orders.db, order.id)).at(-1);
  if (last && visit.query.has('challenged')) await completeChallenge(desk, visit, last);
  const state = last && (await settled(desk, visit, last));
  const payment = (await readPayments(desk.orders.db, order.id)).at(-1);
  const isMore = payment?.supplementId !== undefined;
  const own = site.to(isMore ? `/orders/${order.number}/address` : `/orders/${order.number}?placed`);
  // What is paid by a link leaves the visitor's own cart as it is.
  const ending = (await isOfCart(desk, visit, order)) ? cartIsOver(visit.cookies) : [];
  if (!isMore && (state ?? order.state) !== 'pending_payment')
    return { kind: 'moved', to: own, cookies: ending };
  if (payment?.state === 'failed') {
    return { kind: 'moved', to: isMore ? own : await wayToPay(desk, visit, order) };
  }
  if (payment?.next.kind === 'client' && visit.query.has('continue'))
    return { kind: 'moved', to: site.to('/checkout/pay') };
  if (payment?.next.kind === 'redirect' && visit.query.has('continue'))
    return leavePage(visit, payment.next.url);
  if (payment?.next.kind === 'instructions') return { kind: 'moved', to: own, cookies: ending };
  // Nobody knows yet: the order's page says so and looks again.
  return { kind: 'moved', to: own };
}

/** How an order stands once its provider was asked; `undefined` when the provider does not answer. */
export async function settled(desk: ShopperDesk, { now, log }: Visit, { id: paymentId }: Payment) {
  try {
    return await settlePayment(desk.orders, { paymentId, now });
  } catch (error) {
    if (!(error instanceof ProviderUnreachable)) throw error;
    // The worker asks again until there is an answer; the shopper sees that it is being asked.
    log.warn({ err: error }, 'a payment provider did not answer a returning shopper');
    return undefined;
  }
}

/** What came of the last attempt to pay for this cart, for who is back at the checkout. */
export async function lastPaymentStatus(
  desk: ShopperDesk,
  { cart }: PricedCart,
  { locale }: Site,
): Promise<StatusNote | undefined> {
  if (cart.orderId === undefined) return undefined;
  const last = (await readPayments(desk.orders.db, cart.orderId)).at(-1);
  if (last?.state !== 'failed') return undefined;
  return { kind: 'failed', text: message(locale, declineKey(last.decline?.kind ?? '')) };
}
