import { ok, refuse } from '../../../../kernel/index.ts';
import {
  addOrderNote,
  cancelOrder,
  capturePayment,
  readOrder,
  readTimeline,
} from '../../../../modules/orders/index.ts';
import { type Payment, readPayments } from '../../../../modules/payments/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { pageOfAll } from '../../page.ts';
import { amountsIn } from '../../store/answers/cart.ts';
import { orderAnswer } from '../../store/answers/order.ts';
import { actorOf } from '../actor.ts';
import type { orderAdminEndpoints } from '../contract/orders.ts';
import type { AdminDeps } from '../deps.ts';
import { backByCancelling } from '../paid-back.ts';
import { beyondAllowance } from '../refund-allowance.ts';
import { orderListHandlers } from './order-list.ts';

const UNKNOWN = refuse('unknown_order', 'there is no such order', 'id');

export function orderAdminHandlers(deps: AdminDeps): Handlers<typeof orderAdminEndpoints> {
  const { orders, reads } = deps;
  return {
    ...orderListHandlers(deps),
    readOrder: async ({ params: { id } }) => {
      const order = await readOrder(reads, id);
      if (order === undefined) return UNKNOWN;
      const { customerId, phone, market, locale, vatId, cancelReason } = order;
      return ok({ ...orderAnswer(order), customerId, phone, market, locale, vatId, cancelReason });
    },
    readTimeline: async ({ params: { id }, query }) => {
      if ((await readOrder(reads, id)) === undefined) return UNKNOWN;
      return pageOfAll('timeline', query, await readTimeline(reads, id), {
        keyOf: (event) => Number(event.id),
        itemOf: ({ kind, at, actor, data }) => ({ kind, at: at.toString(), actor, data }),
      });
    },
    addNote: async ({ params: { id: orderId }, body, caller, now, tx }) => {
      const noted = await addOrderNote(tx, { orderId, ...body, actor: actorOf(caller), now });
      return noted.ok ? ok({ isNoted: true }) : noted;
    },
    cancelOrder: async ({ params: { id: orderId }, body: { reason }, caller, now }) => {
      const order = await readOrder(reads, orderId);
      if (order === undefined) return UNKNOWN;
      const amount = { minor: backByCancelling(order), currency: order.currency };
      const beyond = order.cancelledAt ? undefined : await beyondAllowance(reads, { caller, amount, now });
      return beyond ?? cancelOrder(orders, { orderId, reason, actor: actorOf(caller), now });
    },
    capturePayment: async ({ params: { id: orderId }, body: { amount, ...body }, now }) => {
      const order = await readOrder(reads, orderId);
      if (order !== undefined && amount !== undefined && amount.currency !== order.currency) {
        return refuse('other_currency', `the order is in ${order.currency}`, 'amount.currency');
      }
      const wanted = amount === undefined ? {} : { amountMinor: amount.minor };
      return capturePayment(orders, { orderId, ...sentFields(body), ...wanted, now });
    },
    readOrderPayments: async ({ params: { id } }) =>
      ok({ items: (await readPayments(reads, id)).map(adminPaymentAnswer) }),
  };
}

export function adminPaymentAnswer(payment: Payment) {
  const { id, attempt, provider, reference, state, decline, currency, means } = payment;
  const amount = amountsIn(currency);
  return {
    ...{ id, attempt, provider, reference, state, declined: decline?.kind },
    amount: amount(payment.amountMinor),
    authorized: amount(payment.authorizedMinor),
    captured: amount(payment.capturedMinor),
    refunded: amount(payment.refundedMinor),
    disputed: amount(payment.disputedMinor),
    fee: amount(payment.feeMinor),
    means: means && { kind: means.kind, brand: means.brand, last4: means.last4 },
    createdAt: payment.createdAt.toString(),
  };
}
