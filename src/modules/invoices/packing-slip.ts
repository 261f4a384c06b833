import type { Db } from '../../platform/database/index.ts';
import { formatAddress, readShop, type Shop } from '../markets/index.ts';
import {
  type Fulfilment,
  type FulfilmentId,
  type Order,
  type OrderId,
  readFulfilments,
  readOrder,
} from '../orders/index.ts';
import { sellerOf } from './compose.ts';
import type { PackingSlip } from './document.ts';

/** The slip that goes into a parcel, or those of all parcels, as a PDF; `undefined` when the order has no such parcel. */
export async function packingSlipPdf(
  db: Db,
  input: { readonly orderId: OrderId; readonly fulfilmentId?: FulfilmentId },
): Promise<Buffer | undefined> {
  const [order, fulfilments, shop] = await Promise.all([
    readOrder(db, input.orderId),
    readFulfilments(db, input.orderId),
    readShop(db),
  ]);
  const { fulfilmentId } = input;
  const parcels = fulfilments.filter(({ id }) => fulfilmentId === undefined || id === fulfilmentId);
  if (!order || parcels.length === 0) return undefined;
  // Loaded with the first slip, as in document-pdf.ts.
  const { drawPackingSlips } = await import('./pdf/draw-packing-slip.ts');
  return drawPackingSlips(parcels.map((parcel) => packingSlipOf(order, parcel, shop)));
}

export type Packed = Fulfilment['lines'][number];

/** What goes into one parcel of an order. */
export function packingSlipOf(
  order: Order,
  { lines, shippedAt }: Pick<Fulfilment, 'lines' | 'shippedAt'>,
  shop: Shop,
): PackingSlip {
  const { locale, number: orderNumber, giftMessage: note, shippingAddress } = order;
  const where = { locale, homeCountry: shop.country };
  return {
    ...{ orderNumber, locale, note },
    shippedOn: shippedAt.toZonedDateTimeISO(shop.timeZone).toPlainDate().toString(),
    seller: sellerOf(shop),
    deliverTo: shippingAddress === undefined ? [] : formatAddress(shippingAddress, where),
    lines: lines.flatMap(({ lineId, quantity }) => {
      const line = order.lines.find(({ id }) => id === lineId);
      const details = line?.options.map(({ value }) => value).join(', ') ?? '';
      return line ? [{ title: line.title, details, quantity }] : [];
    }),
  };
}
