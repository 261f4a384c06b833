import { type OrderDesk, optionsOf } from '../../page/order-desk.ts';

/** What the order says by itself. */
export function knownOf({ order, fulfilments }: OrderDesk) {
  const [parcel] = fulfilments;
  const text = (address: OrderDesk['order']['billingAddress'] | undefined) =>
    address === undefined ? '' : Object.values(address).filter(Boolean).join(', ');
  return {
    productDescription: order.lines
      .map((line) => [`${line.quantity} × ${line.title}`, optionsOf(line)].filter(Boolean).join(' '))
      .join(', '),
    customerName: order.billingAddress.name,
    customerEmail: order.email ?? '',
    billingAddress: text(order.billingAddress),
    shippingAddress: text(order.shippingAddress),
    carrier: parcel?.carrier ?? '',
    trackingNumber: parcel?.trackingNumber ?? '',
    ...(parcel ? { shippedOn: parcel.shippedAt.slice(0, 10) } : {}),
  };
}
