import { ok, refuse } from '../../../../kernel/index.ts';
import {
  deliverFulfilment,
  fulfilOrder,
  type Refund,
  readFulfilments,
  readOrder,
  readRefunds,
  refundOrder,
} from '../../../../modules/orders/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { fulfilmentAnswer } from '../../orders/parcel.ts';
import { refundAnswer } from '../../orders/refund.ts';
import { pageOfAll } from '../../page.ts';
import { actorOf } from '../actor.ts';
import type { afterSaleEndpoints } from '../contract/after-sale.ts';
import type { AdminDeps } from '../deps.ts';

const UNKNOWN = refuse('unknown_order', 'there is no such order', 'id');

export function afterSaleHandlers({ orders, reads }: AdminDeps): Handlers<typeof afterSaleEndpoints> {
  return {
    listFulfilments: async ({ params: { id }, query }) => {
      if ((await readOrder(reads, id)) === undefined) return UNKNOWN;
      const parcels = await readFulfilments(reads, id);
      return pageOfAll('fulfilments', query, parcels, { keyOf: numberOf, itemOf: fulfilmentAnswer });
    },
    fulfilOrder: async ({ params: { id: orderId }, body, caller, now, tx }) => {
      const sent = { orderId, ...sentFields(body), actor: actorOf(caller), now };
      const fulfilled = await fulfilOrder(tx, sent);
      return fulfilled.ok ? ok({ id: fulfilled.value.id, number: fulfilled.value.number }) : fulfilled;
    },
    deliverFulfilment: async ({ params: { id: orderId }, body: { fulfilmentId }, caller, now, tx }) => {
      const delivered = await deliverFulfilment(tx, { orderId, fulfilmentId, actor: actorOf(caller), now });
      return delivered.ok ? ok({ isDelivered: true }) : delivered;
    },
    listRefunds: async ({ params: { id }, query }) => {
      const order = await readOrder(reads, id);
      if (order === undefined) return UNKNOWN;
      const itemOf = (refund: Refund) => refundAnswer(refund, order);
      return pageOfAll('refunds', query, await readRefunds(reads, id), { keyOf: numberOf, itemOf });
    },
    refundOrder: async ({ params: { id: orderId }, body, caller, now }) => {
      const { lines, withDelivery, goodwill, means, reason, returnId } = body;
      const order = await readOrder(reads, orderId);
      if (order === undefined) return UNKNOWN;
      if (goodwill !== undefined && goodwill.currency !== order.currency) {
        return refuse('other_currency', `the order is in ${order.currency}`, 'goodwill.currency');
      }
      const refunded = await refundOrder(orders, {
        ...{ orderId, lines, means, reason, actor: actorOf(caller), now },
        ...(returnId === undefined ? {} : { returnId }),
        delivery: withDelivery ? 'rest' : 'none',
        goodwillMinor: goodwill?.minor ?? 0n,
      });
      return refunded.ok ? ok({ id: refunded.value }) : refunded;
    },
  };
}

const numberOf = ({ number }: { readonly number: number }) => number;
