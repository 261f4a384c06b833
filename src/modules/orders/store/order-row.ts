import { sql } from 'kysely';
import { currencyOf, type Id, localeOf } from '../../../kernel/index.ts';
import { fromDocument } from '../../../platform/database/index.ts';
import type { CartId } from '../../carts/index.ts';
import type { PostalAddress } from '../../markets/index.ts';
import type { CancelReason, Order, OrderId } from '../order.ts';
import type { OrderState } from '../state.ts';
import { LINES_DOCUMENT, linesOf } from './line-row.ts';

/** What was agreed beside amounts and lines, as one document. */
export type Agreed = Pick<
  Order,
  'delivery' | 'quotedDelivery' | 'taxes' | 'verdicts' | 'credits' | 'note' | 'giftMessage' | 'vatId'
> &
  Pick<Order, 'acceptsMarketing' | 'timesAgreedAnew'>;

export const ORDER_COLUMNS = sql`
  o.id, o.number, o.state, o.cart_id, o.market_code, o.locale, o.currency, o.prices_include_tax, o.customer_id,
  o.email, o.customer_name, o.phone, o.shipping_address, o.billing_address, o.agreed, o.subtotal_minor,
  o.discount_minor, o.delivery_minor, o.tax_minor, o.total_minor, o.credit_minor, o.reduced_minor, o.due_minor, o.authorized_minor,
  o.captured_minor, o.refunded_minor, o.quantity, o.fulfilled_quantity, o.delivered_quantity, o.returned_quantity,
  o.terms_version, o.placed_at, o.expires_at, o.paid_at, o.cancelled_at, o.cancel_reason, o.version, ${LINES_DOCUMENT}`;

/** A row of `orders.order as o` as {@link ORDER_COLUMNS} reads it. */
export type OrderRecord = {
  readonly id: OrderId;
  readonly number: string;
  readonly state: OrderState;
  readonly cart_id: CartId | null;
  readonly market_code: string;
  readonly locale: string;
  readonly currency: string;
  readonly prices_include_tax: boolean;
  readonly customer_id: Id<'customer'> | null;
  readonly email: string;
  readonly customer_name: string;
  readonly phone: string;
  readonly shipping_address: PostalAddress | null;
  readonly billing_address: PostalAddress;
  readonly agreed: unknown;
  readonly subtotal_minor: bigint;
  readonly discount_minor: bigint;
  readonly delivery_minor: bigint;
  readonly tax_minor: bigint;
  readonly total_minor: bigint;
  readonly credit_minor: bigint;
  readonly reduced_minor: bigint;
  readonly due_minor: bigint;
  readonly authorized_minor: bigint;
  readonly captured_minor: bigint;
  readonly refunded_minor: bigint;
  readonly quantity: number;
  readonly fulfilled_quantity: number;
  readonly delivered_quantity: number;
  readonly returned_quantity: number;
  readonly terms_version: string;
  readonly placed_at: Temporal.Instant;
  readonly expires_at: Temporal.Instant | null;
  readonly paid_at: Temporal.Instant | null;
  readonly cancelled_at: Temporal.Instant | null;
  readonly cancel_reason: CancelReason | null;
  readonly version: bigint;
  readonly lines: unknown;
};

export function orderOf(row: OrderRecord): Order {
  return {
    ...fromDocument<Agreed>(row.agreed),
    id: row.id,
    number: row.number,
    state: row.state,
    facts: factsOf(row),
    cartId: row.cart_id ?? undefined,
    market: row.market_code,
    locale: localeOf(row.locale),
    currency: currencyOf(row.currency),
    pricesIncludeTax: row.prices_include_tax,
    customerId: row.customer_id ?? undefined,
    email: row.email,
    phone: row.phone,
    shippingAddress: row.shipping_address ?? undefined,
    billingAddress: row.billing_address,
    lines: linesOf(row.lines),
    totals: totalsOf(row),
    termsVersion: row.terms_version,
    placedAt: row.placed_at,
    expiresAt: row.expires_at ?? undefined,
    paidAt: row.paid_at ?? undefined,
    cancelledAt: row.cancelled_at ?? undefined,
    cancelReason: row.cancel_reason ?? undefined,
    version: row.version,
  };
}

function factsOf(row: OrderRecord): Order['facts'] {
  return {
    isCancelled: row.cancelled_at !== null,
    isAccepted: row.paid_at !== null,
    dueMinor: row.due_minor,
    totalMinor: row.total_minor - row.reduced_minor,
    authorizedMinor: row.authorized_minor,
    capturedMinor: row.captured_minor,
    refundedMinor: row.refunded_minor,
    quantity: row.quantity,
    fulfilledQuantity: row.fulfilled_quantity,
    deliveredQuantity: row.delivered_quantity,
    returnedQuantity: row.returned_quantity,
  };
}

function totalsOf(row: OrderRecord): Order['totals'] {
  return {
    subtotalMinor: row.subtotal_minor,
    discountMinor: row.discount_minor,
    deliveryMinor: row.delivery_minor,
    taxMinor: row.tax_minor,
    totalMinor: row.total_minor,
    creditMinor: row.credit_minor,
    reducedMinor: row.reduced_minor,
    dueMinor: row.due_minor,
  };
}
