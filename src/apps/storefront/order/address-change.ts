import {
  endProposal,
  type Order,
  payProposal,
  readOrder,
  readProposals,
} from '../../../modules/orders/index.ts';
import { readPayments } from '../../../modules/payments/index.ts';
import { afterPlacing } from '../checkout/after-placing.ts';
import { declineKey } from '../checkout/decline-key.ts';
import { offeredMethods } from '../checkout/payment-choices.ts';
import { REFUSALS } from '../checkout/place.ts';
import { settled } from '../checkout/return.ts';
import { message } from '../messages/index.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import { addressChangePage, isAsked } from './address-change-page.ts';
import { findOrder, signInFirst } from './find-order.ts';

type Told = { readonly chosen: string; readonly problems: ReadonlyMap<string, string> };

const NOTHING: Told = { chosen: '', problems: new Map() };

/** The page behind the link to another address that costs more, for who may see the order. */
export function addressChangeRoute(
  desk: ShopperDesk,
  exchangeKey: (visit: Visit, key: string) => Promise<Reaction>,
): PersonalRoute {
  return {
    pattern: '/orders/:number/address',
    get: (visit) => {
      const key = visit.query.get('key');
      return key === null ? open(desk, visit) : exchangeKey(visit, key);
    },
    post: (visit) => (visit.form['answer'] === 'decline' ? decline(desk, visit) : pay(desk, visit)),
  };
}

async function open(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { db } = desk.orders;
  const order = await findOrder(desk, visit);
  if (!order) return signInFirst(visit);
  const last = (await readPayments(db, order.id)).findLast(({ supplementId }) => supplementId !== undefined);
  if (last && isAsked(last)) await settled(desk, visit, last);
  return show(desk, visit, (await readOrder(db, order.id)) ?? order, NOTHING);
}

async function decline(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const order = await findOrder(desk, visit);
  if (!order) return signInFirst(visit);
  await endProposal(desk.orders, { orderId: order.id, as: 'declined', actor: 'shopper', now: visit.now });
  // Declined, or decided otherwise in the meantime: the page says which.
  return { kind: 'moved', to: visit.site.to(`/orders/${order.number}/address`) };
}

async function pay(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { site, origin, ip, now, form } = visit;
  const order = await findOrder(desk, visit);
  if (!order) return signInFirst(visit);
  const own = site.to(`/orders/${order.number}/address`);
  const [proposal] = await readProposals(desk.orders.db, order.id, now);
  if (!proposal?.isOpen) return { kind: 'moved', to: own };
  const chosen = form['payment'] ?? '';
  const offered = await methodsFor(desk, order, proposal.differenceMinor);
  const method = offered.find(({ id }) => id === chosen);
  const problem = (text: string, field = 'payment') =>
    show(desk, visit, order, { chosen, problems: new Map([[field, text]]) });
  if (!method) return problem(message(site.locale, 'problem.payment'));
  const returnUrl = origin + site.to('/checkout/return');
  const payment = { methodId: method.id, returnUrl, cancelUrl: returnUrl };
  const webhookUrl = desk.webhookUrl(method.provider);
  const paid = await payProposal(desk.orders, {
    ...{ orderId: order.id, payment: { ...payment, webhookUrl }, ip, now },
  });
  if (paid.ok && paid.value.next.kind === 'done') return { kind: 'moved', to: own };
  if (paid.ok) return afterPlacing(visit, paid.value, []);
  const { refusal } = paid;
  if (refusal.code === 'no_proposal' || refusal.code === 'not_possible_any_more') {
    return { kind: 'moved', to: own };
  }
  if (refusal.code === 'payment_declined') return problem(message(site.locale, declineKey(refusal.kind)));
  const [field, key] = REFUSALS.get(refusal.code) ?? ['summary', 'problem.try_again'];
  return problem(message(site.locale, key), field);
}

async function show(
  desk: ShopperDesk,
  visit: Visit,
  order: Order,
  { chosen, problems }: Told,
): Promise<Reaction> {
  const { db } = desk.orders;
  const { site, now } = visit;
  const [proposal] = await readProposals(db, order.id, now);
  if (!proposal) return { kind: 'missing' };
  const { isOpen, differenceMinor } = proposal;
  const [offered, payments] = await Promise.all([
    methodsFor(desk, order, differenceMinor),
    readPayments(db, order.id),
  ]);
  const last = payments.findLast(({ supplementId }) => supplementId === proposal.id);
  const page = addressChangePage({ order, proposal, isOpen, offered, chosen, problems, last, site });
  const view = personalView(desk, visit, { title: message(site.locale, 'address_change.title'), page });
  return { kind: 'page', view, status: problems.size > 0 ? 422 : 200 };
}

/** What is taken or authorised at once: a transfer might come when it is long over. */
async function methodsFor(desk: ShopperDesk, order: Order, dueMinor: bigint) {
  return (await offeredMethods(desk, { dueMinor, cart: order })).filter(({ mode }) => mode !== 'by_hand');
}
