import { z } from 'zod';
import { ok, parseId, refuse } from '../../../../kernel/index.ts';
import {
  addOrderNote,
  cancelOrder,
  capturePayment,
  listOrders,
  readOrder,
  readTimeline,
} from '../../../../modules/orders/index.ts';
import { type Payment, readPayments } from '../../../../modules/payments/index.ts';
import { type Handlers, readCursor, sentFields, writeCursor } from '../../../../platform/api/index.ts';
import { pageOfAll } from '../../page.ts';
import { amountsIn } from '../../store/answers/cart.ts';
import { orderAnswer } from '../../store/answers/order.ts';
import { actorOf } from '../actor.ts';
import type { orderAdminEndpoints } from '../contract/orders.ts';
import type { AdminDeps } from '../deps.ts';

const POSITION = z.tuple([z.string().max(36)]);
const UNKNOWN = refuse('unknown_order', 'there is no such order', 'id');

export function orderAdminHandlers({ orders, reads }: AdminDeps): Handlers<typeof orderAdminEndpoints> {
  return {
    listOrders: async ({ query: { cursor, ...query } }) => {
      const position = readCursor('orders', POSITION, cursor);
      if (!position.ok) return position;
      const last = parseId<'order'>(position.value?.[0] ?? '');
      const page = await listOrders(reads, { ...sentFields(query), ...(last ? { cursor: last } : {}) });
      const items = page.orders.map(({ currency, totalMinor, placedAt, ...row }) => {
        return { ...row, total: amountsIn(currency)(totalMinor), placedAt: placedAt.toString() };
      });
      return ok({ items, nextCursor: page.next && writeCursor('orders', [page.next]) });
    },
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
    addNote: async ({ params: { id: orderId }, body: { text }, caller, now, tx }) => {
      const noted = await addOrderNote(tx, { orderId, text, actor: actorOf(caller), now });
      return noted.ok ? ok({ isNoted: true }) : noted;
    },
    cancelOrder: ({ params: { id: orderId }, body: { reason }, caller, now }) =>
      cancelOrder(orders, { orderId, reason, actor: actorOf(caller), now }),
    capturePayment: async ({ params: { id: orderId }, body: { amount, ...body }, now }) => {
      const order = await readOrder(reads, orderId);
      if (order !== undefined && amount !== undefined && amount.currency !== order.currency) {
        return refuse('other_currency', `the order is in ${order.currency}`, 'amount.currency');
      }
      const wanted = amount === undefined ? {} : { amountMinor: amount.minor };
      return capturePayment(orders, { orderId, ...sentFields(body), ...wanted, now });
    },
    readOrderPayments: async ({ params: { id } }) =>
      ok({ items: (await readPayments(reads, id)).map(paymentAnswer) }),
  };
}

function paymentAnswer(payment: Payment) {
  const { id, attempt, provider, reference, state, decline, currency } = payment;
  const amount = amountsIn(currency);
  return {
    ...{ id, attempt, provider, reference, state, declined: decline?.kind },
    amount: amount(payment.amountMinor),
    authorized: amount(payment.authorizedMinor),
    captured: amount(payment.capturedMinor),
    refunded: amount(payment.refundedMinor),
    disputed: amount(payment.disputedMinor),
    fee: amount(payment.feeMinor),
    createdAt: payment.createdAt.toString(),
  };
}
