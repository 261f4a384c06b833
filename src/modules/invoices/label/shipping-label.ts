import type { Locale } from '../../../kernel/index.ts';
import { formatAddress, type PostalAddress, type Shop } from '../../markets/index.ts';
import type { Fulfilment, Order } from '../../orders/index.ts';
import { sellerOf } from '../compose.ts';
import { parcelsOf, toPack } from '../parcels.ts';

/** What stands on a parcel. Has no number of its own and is not kept. */
export type ShippingLabel = {
  /** The sender's: carriers read it, and whoever packs. */
  readonly locale: Locale;
  readonly sender: readonly string[];
  /** In the order of its country; the country's name last where it is another than the sender's. */
  readonly recipient: readonly string[];
  readonly isAbroad: boolean;
  /** '' where it is not known. */
  readonly phone: string;
  /** `DHL · Paket` */
  readonly delivery: string;
  readonly orderNumber: string;
  readonly trackingNumber: string;
  /** Which one it is, where an order has several; `of` only where no more will follow. */
  readonly parcel: { readonly number: number; readonly of?: number } | undefined;
};

/** Why an order has no label: collected at the shop, nothing in it that travels, or nothing that still may. */
export type WithoutLabel = 'collected' | 'digital' | 'cancelled';

export type About = {
  readonly shop: Shop;
  /** Whoever asks may know it. */
  readonly withPhone: boolean;
};

/** What an order still has to send, or its last parcel when everything went. */
export function nextLabelOf(
  order: Order,
  fulfilments: readonly Fulfilment[],
  about: About,
): ShippingLabel | WithoutLabel {
  const parcels = parcelsOf(order, fulfilments);
  const last = parcels.at(-1);
  if (toPack(order).length > 0) return labelOf(order, { place: parcels.length, parcels }, about);
  if (last !== undefined) return labelOf(order, { place: parcels.length - 1, parcels }, about);
  return order.cancelledAt === undefined ? 'digital' : 'cancelled';
}

/** The label of a parcel that went, or undefined where the order has no such parcel. */
export function labelOfParcel(
  order: Order,
  fulfilments: readonly Fulfilment[],
  { fulfilmentId, ...about }: About & { readonly fulfilmentId: Fulfilment['id'] },
): ShippingLabel | WithoutLabel | undefined {
  if (!fulfilments.some(({ id }) => id === fulfilmentId)) return undefined;
  const parcels = parcelsOf(order, fulfilments);
  const place = parcels.findIndex(({ id }) => id === fulfilmentId);
  return place < 0 ? 'digital' : labelOf(order, { place, parcels }, about);
}

function labelOf(
  order: Order,
  { place, parcels }: { readonly place: number; readonly parcels: readonly Fulfilment[] },
  { shop, withPhone }: About,
): ShippingLabel | WithoutLabel {
  const address = recipientOf(order);
  if (address === undefined) return 'collected';
  const parcel = parcels[place];
  const locale = shop.defaultLocale;
  const isAbroad = address.country !== shop.country;
  return {
    ...{ locale, isAbroad, sender: sellerOf(shop).lines, orderNumber: order.number },
    recipient: formatAddress(address, { locale, homeCountry: shop.country }),
    phone: withPhone ? order.phone || (order.shippingAddress?.phone ?? '') : '',
    delivery: deliveryText(order, parcel?.carrier ?? ''),
    trackingNumber: parcel?.trackingNumber ?? '',
    parcel: numberOf(place, parcels.length, toPack(order).length > 0),
  };
}

/** The door, or the carrier's pick-up point, where it waits under the shopper's name; undefined at the shop itself. */
function recipientOf({ delivery, shippingAddress, billingAddress }: Order): PostalAddress | undefined {
  const point = delivery?.pickupPoint;
  if (point === undefined) return shippingAddress;
  if (point.carrier === undefined) return undefined;
  const { name } = shippingAddress ?? billingAddress;
  return { ...point.address, name, company: point.name };
}

function deliveryText({ delivery }: Order, carrier: string): string {
  const parts = [carrier || delivery?.carrier, delivery?.service ?? delivery?.name];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

function numberOf(place: number, count: number, isMoreToCome: boolean): ShippingLabel['parcel'] {
  const number = place + 1;
  if (isMoreToCome) return count === 0 ? undefined : { number };
  return count === 1 ? undefined : { number, of: count };
}
