import { ok, refuse } from '../../../kernel/index.ts';
import { readPricedCart } from '../../../modules/carts/index.ts';
import {
  type Order,
  type OrderDeps,
  placeOrder,
  readOrderByAccess,
  settlePayment,
} from '../../../modules/orders/index.ts';
import { ProviderUnreachable, readPayments } from '../../../modules/payments/index.ts';
import type { Asked, Handlers } from '../../../platform/api/index.ts';
import { amountsIn } from './answers/cart.ts';
import { orderAnswer, paymentAnswer } from './answers/order.ts';
import { methodsAnswer, type PayDeps, paymentAsked, placedAnswer, placeRefusal } from './answers/placed.ts';
import { refusedTexts } from './card-numbers.ts';
import type { orderEndpoints } from './contract/orders.ts';
import { tellingOf } from './told-of-visit.ts';

type OrderAsked = Asked<typeof orderEndpoints.readOrder>['params'] & { readonly now: Temporal.Instant };

export function orderHandlers(deps: PayDeps): Handlers<typeof orderEndpoints> {
  const { orders } = deps;
  const telling = tellingOf(deps.tell);
  const open = async (asked: OrderAsked) => readOrderByAccess(orders.db, asked);
  return {
    listPaymentMethods: async ({ params: { token }, now }) => {
      const priced = await readPricedCart(orders, { token, now });
      if (priced === undefined) return refuse('unknown_cart', 'there is no such cart', 'token');
      const { market: marketCode, currency, locale } = priced.cart;
      const about = { marketCode, currency, locale, amountMinor: priced.dueMinor };
      return ok(await methodsAnswer(orders.reads, about));
    },
    checkout: async ({ params: { token }, body, ...call }) => {
      const { ip, now } = call;
      const wrong = refusedTexts({
        'payment.token': body.payment?.token,
        'terms.version': body.terms.version,
      });
      if (wrong) return wrong;
      const visited = { visit: body.visit, call };
      const priced = body.payment && deps.tell && (await readPricedCart(orders, { token, now }));
      if (priced && !priced.cart.isCompleted) telling.paying(visited, priced);
      const placed = await placeOrder(orders, {
        ...{ cartToken: token, ip, now, terms: body.terms },
        ...(body.expectedTotal ? { expectedTotalMinor: body.expectedTotal.minor } : {}),
        ...(body.payment ? { payment: await paymentAsked(deps, body.payment) } : {}),
      });
      if (!placed.ok) return { ok: false, refusal: placeRefusal(placed.refusal) };
      telling.bought(visited, placed.value.orderId);
      return ok(placedAnswer(placed.value));
    },
    readOrder: async ({ params, now }) => {
      const order = await open({ ...params, now });
      return order === undefined ? UNKNOWN_ORDER : ok(orderAnswer(order));
    },
    readPayments: async ({ params, now }) => {
      const order = await open({ ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      const amount = amountsIn(order.currency);
      const items = (await readPayments(orders.db, order.id)).map(paymentAnswer);
      const { state, totals, facts } = order;
      return ok({ state, due: amount(totals.dueMinor), captured: amount(facts.capturedMinor), items });
    },
    settlePayment: async ({ params, now }) => {
      const order = await open({ ...params, now });
      return order === undefined ? UNKNOWN_ORDER : settle(orders, order, now);
    },
  };
}

const UNKNOWN_ORDER = refuse('unknown_order', 'no order is opened by this', 'token');

async function settle(orders: OrderDeps, order: Order, now: Temporal.Instant) {
  const last = (await readPayments(orders.db, order.id)).at(-1);
  if (last === undefined) return ok({ state: order.state });
  try {
    const state = await settlePayment(orders, { paymentId: last.id, now });
    return ok({ state: state ?? order.state });
  } catch (error) {
    if (!(error instanceof ProviderUnreachable)) throw error;
    return refuse('provider_unavailable', 'the payment provider does not answer now: ask again');
  }
}
