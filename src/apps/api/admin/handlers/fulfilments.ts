import { ok, refuse } from '../../../../kernel/index.ts';
import {
  deliverFulfilment,
  fulfilOrder,
  readFulfilments,
  readOrder,
} from '../../../../modules/orders/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { fulfilmentAnswer } from '../../orders/parcel.ts';
import { pageOfAll } from '../../page.ts';
import { actorOf } from '../actor.ts';
import type { fulfilmentEndpoints } from '../contract/fulfilments.ts';
import type { AdminDeps } from '../deps.ts';

const UNKNOWN = refuse('unknown_order', 'there is no such order', 'id');

export function fulfilmentHandlers({ reads }: AdminDeps): Handlers<typeof fulfilmentEndpoints> {
  return {
    listFulfilments: async ({ params: { id }, query }) => {
      if ((await readOrder(reads, id)) === undefined) return UNKNOWN;
      const parcels = await readFulfilments(reads, id);
      return pageOfAll('fulfilments', query, parcels, {
        keyOf: ({ number }) => number,
        itemOf: fulfilmentAnswer,
      });
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
  };
}
