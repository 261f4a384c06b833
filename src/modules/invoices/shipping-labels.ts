import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import { readShop } from '../markets/index.ts';
import {
  type FulfilmentId,
  type OrderId,
  readFulfilments,
  readFulfilmentsOf,
  readOrder,
  readOrders,
} from '../orders/index.ts';
import { type LabelSize, labelsPerPage } from './label/label-size.ts';
import { labelOfParcel, nextLabelOf, type ShippingLabel, type WithoutLabel } from './label/shipping-label.ts';

export type Labels = {
  readonly pdf: Buffer;
  /** Of those that have one, in the order of the file. */
  readonly orderNumbers: readonly string[];
};

/** `unknown_order` and `unknown_fulfilment`: not there; `nothing_to_label` says how many of them and why. */
export type LabelRefusal<Unknown extends string> = Refusal<Unknown | 'nothing_to_label' | 'not_on_the_sheet'>;

type Printing = {
  readonly size: LabelSize;
  /** The first free label of a sheet that was begun, from 1. */
  readonly startAt?: number;
  /** Puts the recipient's phone number on it. */
  readonly withPhone: boolean;
  readonly now: Temporal.Instant;
};

/**
 * Address labels of many orders as one PDF, in the order given: of each one for what is still to be packed, or for its last
 * parcel when everything went. Orders that nothing is sent of are left out.
 */
export async function shippingLabelsPdf(
  db: Db,
  { orderIds, ...printing }: Printing & { readonly orderIds: readonly OrderId[] },
): Promise<Result<Labels, LabelRefusal<'unknown_order'>>> {
  const [orders, fulfilments, shop] = await Promise.all([
    readOrders(db, orderIds),
    readFulfilmentsOf(db, orderIds),
    readShop(db),
  ]);
  const made: (ShippingLabel | WithoutLabel)[] = [];
  for (const id of new Set(orderIds)) {
    const order = orders.get(id);
    if (order === undefined) return refuse('unknown_order', 'one of them is no order', 'orderId');
    made.push(nextLabelOf(order, fulfilments.get(id) ?? [], { shop, ...printing }));
  }
  return printed(made, { ...printing, timeZone: shop.timeZone });
}

/** The address label of one parcel as a PDF. */
export async function shippingLabelPdf(
  db: Db,
  {
    orderId,
    fulfilmentId,
    ...printing
  }: Printing & {
    readonly orderId: OrderId;
    readonly fulfilmentId: FulfilmentId;
  },
): Promise<Result<Labels, LabelRefusal<'unknown_order' | 'unknown_fulfilment'>>> {
  const [order, fulfilments, shop] = await Promise.all([
    readOrder(db, orderId),
    readFulfilments(db, orderId),
    readShop(db),
  ]);
  if (order === undefined) return refuse('unknown_order', 'there is no such order', 'id');
  const label = labelOfParcel(order, fulfilments, { fulfilmentId, shop, ...printing });
  if (label === undefined) {
    return refuse('unknown_fulfilment', 'the order has no such parcel', 'fulfilmentId');
  }
  return printed([label], { ...printing, timeZone: shop.timeZone });
}

async function printed(
  made: readonly (ShippingLabel | WithoutLabel)[],
  { size, startAt = 1, now, timeZone }: Printing & { readonly timeZone: string },
): Promise<Result<Labels, Refusal<'nothing_to_label' | 'not_on_the_sheet'>>> {
  const places = labelsPerPage(size);
  if (startAt > places) {
    return refuse('not_on_the_sheet', `a page of this size has ${places} of them`, 'startAt');
  }
  const labels = made.filter((one) => typeof one !== 'string');
  if (labels.length === 0) return refuse('nothing_to_label', whyNone(made));
  const day = now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  // Loaded with the first label, as in document-pdf.ts.
  const { drawShippingLabels } = await import('./pdf/draw-shipping-label.ts');
  const pdf = await drawShippingLabels(labels, { size, startAt, day });
  return ok({ pdf, orderNumbers: labels.map(({ orderNumber }) => orderNumber) });
}

const REASONS: Readonly<Record<WithoutLabel, string>> = {
  collected: 'collected at the shop',
  digital: 'without anything that travels',
  cancelled: 'cancelled',
};

/** `none of 3 goes into the post: 2 collected at the shop, 1 cancelled` */
function whyNone(made: readonly (ShippingLabel | WithoutLabel)[]): string {
  const counted = Object.entries(REASONS).flatMap(([reason, words]) => {
    const count = made.filter((one) => one === reason).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return `none of ${made.length} goes into the post: ${counted.join(', ')}`;
}
