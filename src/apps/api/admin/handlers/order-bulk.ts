import { ok, refuse } from '../../../../kernel/index.ts';
import { packingSlipsPdf, shippingLabelsPdf } from '../../../../modules/invoices/index.ts';
import { fulfilOrder } from '../../../../modules/orders/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { orderBulkEndpoints } from '../contract/order-bulk.ts';
import type { AdminDeps } from '../deps.ts';
import { may } from '../may.ts';

export function orderBulkHandlers({ db, reads }: AdminDeps): Handlers<typeof orderBulkEndpoints> {
  return {
    fulfilOrders: async ({ body: { carrier, orders }, caller, now }) => {
      const items: { orderId: string; outcome: string; fulfilmentId?: string }[] = [];
      for (const { orderId, trackingNumber } of orders) {
        const sent = { orderId, carrier, trackingNumber, actor: actorOf(caller), now };
        const done = await transactOrRefuse(db, (tx) => fulfilOrder(tx, sent));
        items.push(
          done.ok
            ? { orderId, outcome: 'fulfilled', fulfilmentId: done.value.id }
            : { orderId, outcome: done.refusal.code },
        );
      }
      return ok({ items });
    },
    packingSlipsPdf: async ({ query: { orderId: orderIds }, now }) => {
      const made = await packingSlipsPdf(reads, { orderIds, now });
      if (made === 'unknown_order') return refuse('unknown_order', 'one of them is no order', 'orderId');
      if (made === undefined) return refuse('nothing_to_pack', 'nothing of these orders goes into a parcel');
      return { ok: true, file: { name: `packing-slips-${orderIds.length}.pdf`, content: made } };
    },
    shippingLabelsPdf: async ({ query: { orderId: orderIds, size, startAt }, caller, now }) => {
      const withPhone = may(caller, 'contacts:read');
      const asked = { orderIds, size, ...sentFields({ startAt }), withPhone, now };
      const made = await shippingLabelsPdf(reads, asked);
      if (!made.ok) return made;
      const { pdf: content, orderNumbers } = made.value;
      return { ok: true, file: { name: `shipping-labels-${orderNumbers.length}.pdf`, content } };
    },
  };
}
