import { ok, refuse } from '../../../../kernel/index.ts';
import {
  addToOrder,
  cancelExchange,
  exchangePieces,
  finishExchange,
  type OrderId,
  readExchanges,
  readLinkedOrders,
  readOrder,
} from '../../../../modules/orders/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { type Exchange, exchangeAnswer, linkedAnswer, madeAnswer } from '../../orders/linked.ts';
import { pageOfAll } from '../../page.ts';
import { actorOf } from '../actor.ts';
import type { linkedOrderEndpoints } from '../contract/linked-orders.ts';
import type { AdminDeps } from '../deps.ts';
import { backByCallingOff, backByFinishing } from '../paid-back.ts';
import { beyondAllowance } from '../refund-allowance.ts';

const UNKNOWN = refuse('unknown_order', 'there is no such order', 'id');

export function linkedOrderHandlers({ db, reads, orders }: AdminDeps): Handlers<typeof linkedOrderEndpoints> {
  return {
    listLinkedOrders: async ({ params: { id }, query }) => {
      if ((await readOrder(reads, id)) === undefined) return UNKNOWN;
      const linked = await readLinkedOrders(reads, id);
      return pageOfAll('linked_orders', query, linked, {
        keyOf: ({ orderId }) => orderId,
        itemOf: linkedAnswer,
      });
    },
    addToOrder: async ({ params: { id: orderId }, body: { lines }, caller, now }) => {
      const added = await addToOrder(orders, { orderId, lines, actor: actorOf(caller), now });
      return added.ok ? ok(madeAnswer(added.value, await orderOf(db, orderId))) : added;
    },
    listExchanges: async ({ params: { id: orderId }, query }) => {
      const order = await readOrder(reads, orderId);
      if (order === undefined) return UNKNOWN;
      const itemOf = (one: Exchange) => exchangeAnswer(one, order);
      return pageOfAll('exchanges', query, await readExchanges(reads, orderId), {
        keyOf: ({ id }) => id,
        itemOf,
      });
    },
    exchangePieces: async ({ params: { id: orderId }, body, caller, now }) => {
      const { returned, ...rest } = body;
      const pieces = returned.map(sentFields);
      const about = { orderId, returned: pieces, ...rest, actor: actorOf(caller), now };
      const made = await exchangePieces(orders, about);
      if (!made.ok) return made;
      const { exchangeId } = made.value;
      return ok({ ...madeAnswer(made.value, await orderOf(db, orderId)), exchangeId });
    },
    finishExchange: async ({ params: { id: orderId, exchangeId }, body, caller, now }) => {
      const order = await readOrder(reads, orderId);
      if (order === undefined) return UNKNOWN;
      const amount = { minor: await backByFinishing(reads, orderId, exchangeId), currency: order.currency };
      const beyond = await beyondAllowance(reads, { caller, amount, now });
      if (beyond) return beyond;
      const about = { orderId, exchangeId, ...body, actor: actorOf(caller), now };
      const finished = await finishExchange(orders, about);
      return finished.ok ? ok(await ended(db, orderId, exchangeId)) : finished;
    },
    cancelExchange: async ({ params: { id: orderId, exchangeId }, caller, now }) => {
      const order = await readOrder(reads, orderId);
      if (order === undefined) return UNKNOWN;
      const amount = { minor: await backByCallingOff(reads, orderId, exchangeId), currency: order.currency };
      const beyond = await beyondAllowance(reads, { caller, amount, now });
      if (beyond) return beyond;
      const about = { orderId, exchangeId, actor: actorOf(caller), now };
      const cancelled = await cancelExchange(orders, about);
      return cancelled.ok ? ok(await ended(db, orderId, exchangeId)) : cancelled;
    },
  };
}

async function ended(db: Db, orderId: OrderId, exchangeId: Exchange['id']) {
  const found = (await readExchanges(db, orderId)).find(({ id }) => id === exchangeId);
  if (found === undefined) throw new RangeError('an exchange that was just ended is gone');
  return exchangeAnswer(found, await orderOf(db, orderId));
}

async function orderOf(db: Db, orderId: OrderId) {
  const order = await readOrder(db, orderId);
  if (order === undefined) throw new RangeError('an order that was just changed is gone');
  return order;
}
