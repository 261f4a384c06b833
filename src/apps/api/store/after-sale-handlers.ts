import { ok, refuse } from '../../../kernel/index.ts';
import { readDocuments } from '../../../modules/invoices/index.ts';
import {
  type Order,
  type OrderDeps,
  type Refund,
  readFulfilments,
  readLinkedOrders,
  readOrderByAccess,
  readRefunds,
  withdraw,
} from '../../../modules/orders/index.ts';
import { trackingUrl } from '../../../modules/shipping/index.ts';
import type { Asked, Handlers } from '../../../platform/api/index.ts';
import { documentAnswer, documentFile } from '../orders/document.ts';
import { linkedAnswer } from '../orders/linked.ts';
import { fulfilmentAnswer } from '../orders/parcel.ts';
import { refundAnswer } from '../orders/refund.ts';
import { pageOfAll } from '../page.ts';
import { refusedTexts } from './card-numbers.ts';
import type { afterSaleEndpoints, withdrawalEndpoints } from './contract/after-sale.ts';

type OrderAsked = Asked<typeof afterSaleEndpoints.listParcels>['params'] & {
  readonly now: Temporal.Instant;
};

const UNKNOWN_ORDER = refuse('unknown_order', 'no order is opened by this', 'token');
const byNumber = { keyOf: ({ number }: { readonly number: number }) => number };

/** What follows an order, for who holds its token. */
export function afterSaleHandlers({ db, reads }: OrderDeps): Handlers<typeof afterSaleEndpoints> {
  const open = (asked: OrderAsked): Promise<Order | undefined> => readOrderByAccess(db, asked);
  return {
    listParcels: async ({ params, query, now }) => {
      const order = await open({ ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      return pageOfAll('parcels', query, await readFulfilments(reads, order.id), {
        ...byNumber,
        itemOf: (parcel) => {
          const page = trackingUrl(parcel.carrier, parcel.trackingNumber);
          return { ...fulfilmentAnswer(parcel), trackingUrl: page };
        },
      });
    },
    listDocuments: async ({ params, query, now }) => {
      const order = await open({ ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      const documents = await readDocuments(reads, order.id);
      return pageOfAll('documents', query, documents, { keyOf: ({ id }) => id, itemOf: documentAnswer });
    },
    documentPdf: async ({ params: { documentId, ...params }, now }) => {
      const order = await open({ ...params, now });
      return order === undefined ? UNKNOWN_ORDER : documentFile(reads, { orderId: order.id, documentId });
    },
    listRefunds: async ({ params, query, now }) => {
      const order = await open({ ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      const itemOf = (refund: Refund) => {
        const { reason: _, ...shown } = refundAnswer(refund, order);
        return shown;
      };
      return pageOfAll('refunds', query, await readRefunds(reads, order.id), { ...byNumber, itemOf });
    },
    listLinkedOrders: async ({ params, query, now }) => {
      const order = await open({ ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      const linked = await readLinkedOrders(reads, order.id);
      const keyOf = ({ orderId }: { readonly orderId: string }) => orderId;
      return pageOfAll('linked_orders', query, linked, { keyOf, itemOf: linkedAnswer });
    },
  };
}

export function withdrawalHandlers(): Handlers<typeof withdrawalEndpoints> {
  return {
    withdraw: async ({ body: { isConfirmed: _, ...said }, now, tx }) => {
      const wrong = refusedTexts(said);
      if (wrong) return wrong;
      const received = await withdraw(tx, { ...said, now });
      if (!received.ok) return received;
      const { orderNumber, name, email, statement, submittedAt } = received.value;
      return ok({ orderNumber, name, email, statement, receivedAt: submittedAt.toString() });
    },
  };
}
