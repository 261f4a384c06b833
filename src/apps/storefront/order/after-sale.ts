import { type IssuedDocument, readDocuments } from '../../../modules/invoices/index.ts';
import {
  type Fulfilment,
  type Order,
  readDownloads,
  readExchanges,
  readFulfilments,
  readLinkedOrders,
  readRefunds,
  readReturns,
  withdrawalEndOf,
} from '../../../modules/orders/index.ts';
import { trackingUrl } from '../../../modules/shipping/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { message } from '../messages/index.ts';
import type { OrderPage } from '../model/index.ts';
import type { Visit } from '../personal/visit.ts';
import type { Site } from '../site.ts';
import { downloadModel } from './downloads.ts';
import { linkedOrderModel } from './linked-orders.ts';
import { returnableLines } from './return/returnable-lines.ts';
import { refundModel, returnModel } from './sent-back.ts';
import { dayText } from './steps.ts';

/** What followed the sale, as its page shows it: parcels, what came back, money back, and documents to keep. */
export type AfterSale = Pick<
  OrderPage,
  'downloads' | 'linked' | 'parcels' | 'returns' | 'refunds' | 'documents'
> & {
  readonly isReturnable: boolean;
  /** When the right to withdraw ends; `undefined` while it has not begun to. */
  readonly withdrawalEnd: Temporal.Instant | undefined;
};

export async function readAfterSale(
  db: Db,
  order: Order,
  { site, now }: Pick<Visit, 'site' | 'now'>,
): Promise<AfterSale> {
  const [downloads, fulfilments, documents, returns, refunds, linked, exchanges, withdrawalEnd] =
    await Promise.all([
      readDownloads(db, order),
      readFulfilments(db, order.id),
      readDocuments(db, order.id),
      readReturns(db, order.id),
      readRefunds(db, order.id),
      readLinkedOrders(db, order.id),
      readExchanges(db, order.id),
      withdrawalEndOf(db, order),
    ]);
  return {
    downloads: downloads.map((download) => downloadModel(download, { order, site, now })),
    linked: linked.map((one) => linkedOrderModel(one, { order, exchanges, site })),
    withdrawalEnd,
    parcels: fulfilments.map((fulfilment) => parcelOf(fulfilment, order, site)),
    returns: returns.map((returned) => returnModel(returned, order, site)),
    refunds: refunds.map((refund) => refundModel(refund, { order, documents, site })),
    isReturnable: returnableLines(order, returns).length > 0,
    documents: documents.map((document) => ({
      title: documentTitle(document, order),
      href: site.to(`/orders/${order.number}/documents/${document.number}`),
    })),
  };
}

export function documentTitle(
  { kind, number }: Pick<IssuedDocument, 'kind' | 'number'>,
  { locale }: Order,
): string {
  return message(locale, `order.document_${kind}`, { number });
}

function parcelOf(fulfilment: Fulfilment, order: Order, site: Site): OrderPage['parcels'][number] {
  const { carrier, trackingNumber, shippedAt, deliveredAt, number } = fulfilment;
  const { locale } = order;
  const { timeZone } = site.shop;
  const href = trackingUrl(carrier, trackingNumber);
  const when = deliveredAt
    ? message(locale, 'order.parcel_delivered', { date: dayText(deliveredAt, locale, timeZone) })
    : message(locale, 'order.parcel_shipped', { date: dayText(shippedAt, locale, timeZone) });
  return {
    title: message(locale, 'order.parcel', { number: String(number) }),
    text: [when, carrier, href === undefined ? trackingNumber : ''].filter(Boolean).join(' · '),
    tracking: href === undefined ? undefined : { title: message(locale, 'order.parcel_follow'), href },
    items: fulfilment.lines.flatMap(({ lineId, quantity }) => {
      const line = order.lines.find(({ id }) => id === lineId);
      return line ? [`${quantity} × ${line.title}`] : [];
    }),
  };
}
