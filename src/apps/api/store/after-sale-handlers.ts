import { ok, refuse } from '../../../kernel/index.ts';
import { readDocuments } from '../../../modules/invoices/index.ts';
import {
  type Order,
  type OrderDeps,
  type Refund,
  readFulfilments,
  readOrderByAccess,
  readRefunds,
  readReturns,
  requestReturn,
  withdraw,
} from '../../../modules/orders/index.ts';
import { trackingUrl } from '../../../modules/shipping/index.ts';
import { type Asked, type Handlers, sentFields } from '../../../platform/api/index.ts';
import { documentAnswer, documentFile } from '../orders/document.ts';
import { fulfilmentAnswer } from '../orders/parcel.ts';
import { refundAnswer } from '../orders/refund.ts';
import { returnAnswer } from '../orders/return.ts';
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
    listReturns: async ({ params, query, now }) => {
      const order = await open({ ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      const returns = await readReturns(reads, order.id);
      return pageOfAll('returns', query, returns, { ...byNumber, itemOf: returnAnswer });
    },
    requestReturn: async ({ params, body, now, tx }) => {
      const order = await readOrderByAccess(tx, { ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      const notes = body.lines.map(({ note }, index) => [`lines[${index}].note`, note]);
      const wrong = refusedTexts(Object.fromEntries(notes));
      if (wrong) return wrong;
      const about = { orderId: order.id, kind: 'return', isApproved: false, actor: 'shopper', now } as const;
      const asked = await requestReturn(tx, { ...about, lines: body.lines.map(sentFields) });
      return asked.ok ? ok({ id: asked.value.id, number: asked.value.number }) : asked;
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
