import type { Db } from '../../platform/database/index.ts';
import { formatAddress, readShop } from '../markets/index.ts';
import { type FulfilmentId, type OrderId, readFulfilments, readOrder } from '../orders/index.ts';
import { sellerOf } from './compose.ts';

/** The slip that goes into a parcel, as a PDF; `undefined` when the order has no such parcel. */
export async function packingSlipPdf(
  db: Db,
  input: { readonly orderId: OrderId; readonly fulfilmentId: FulfilmentId },
): Promise<Buffer | undefined> {
  const [order, fulfilments, shop] = await Promise.all([
    readOrder(db, input.orderId),
    readFulfilments(db, input.orderId),
    readShop(db),
  ]);
  const fulfilment = fulfilments.find(({ id }) => id === input.fulfilmentId);
  if (!order || !fulfilment) return undefined;
  const { locale, number: orderNumber, giftMessage: note, shippingAddress } = order;
  const where = { locale, homeCountry: shop.country };
  // Loaded with the first slip, as in document-pdf.ts.
  const { drawPackingSlip } = await import('./pdf/draw-packing-slip.ts');
  return drawPackingSlip({
    orderNumber,
    locale,
    note,
    shippedOn: fulfilment.shippedAt.toZonedDateTimeISO(shop.timeZone).toPlainDate().toString(),
    seller: sellerOf(shop),
    deliverTo: shippingAddress === undefined ? [] : formatAddress(shippingAddress, where),
    lines: fulfilment.lines.flatMap(({ lineId, quantity }) => {
      const line = order.lines.find(({ id }) => id === lineId);
      const details = line?.options.map(({ value }) => value).join(', ') ?? '';
      return line ? [{ title: line.title, details, quantity }] : [];
    }),
  });
}
