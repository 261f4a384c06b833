import type { CurrencyCode, Id, Refusal } from '../../../kernel/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { LocationId } from '../../inventory/index.ts';
import { lineValueMinor, type UnitPrice } from '../source/price.ts';
import type { SupplierId } from '../supplier/supplier.ts';

export type PurchaseOrderId = Id<'purchase_order'>;
export type PurchaseOrderLineId = Id<'purchase_order_line'>;

/**
 * `draft`: may be changed, nobody was told. `awaiting_approval`: comes to more than who made it may approve. `sent`: the
 * supplier knows. `confirmed`: they said what comes and when. `closed_short`: the rest will not come.
 */
export const ORDER_STATES = [
  ...(['draft', 'awaiting_approval', 'approved', 'sent', 'confirmed'] as const),
  ...(['partly_received', 'received', 'closed_short', 'cancelled'] as const),
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export type PurchaseOrderLine = UnitPrice & {
  readonly id: PurchaseOrderLineId;
  readonly variantId: VariantId;
  readonly quantity: number;
  /** What the supplier's list said when it was ordered. */
  readonly list: UnitPrice | undefined;
  /** Theirs; '' where they have none. */
  readonly sku: string;
  readonly confirmed: Confirmed;
  /** Good pieces that are stock since; may be more than was ordered. */
  readonly received: number;
  /** Came broken, or was something else: not taken in, and still to come. */
  readonly damaged: number;
  readonly wrong: number;
  /** Of those received, how many went back. */
  readonly returned: number;
};

/** What the supplier said otherwise; nothing where they agreed or have not said. */
export type Confirmed = {
  readonly quantity: number | undefined;
  readonly price: UnitPrice | undefined;
  readonly expectedOn: Temporal.PlainDate | undefined;
};

export type PurchaseOrder = {
  readonly id: PurchaseOrderId;
  /** As people call it: PO-12. */
  readonly number: string;
  readonly supplierId: SupplierId;
  readonly locationId: LocationId;
  readonly state: OrderState;
  readonly currency: CurrencyCode;
  /** What a major unit is worth in the shop's currency, in 1 / 10,000,000,000. */
  readonly rateE10: bigint;
  readonly expectedOn: Temporal.PlainDate | undefined;
  /** When it was asked for sooner: for when. */
  readonly expeditedFor: Temporal.PlainDate | undefined;
  readonly note: string;
  readonly version: number;
  readonly made: Act;
  readonly editedBy: string;
  readonly approved: Act | undefined;
  readonly sentAt: Temporal.Instant | undefined;
  /** When the supplier last said what comes. */
  readonly confirmedAt: Temporal.Instant | undefined;
  readonly closedAt: Temporal.Instant | undefined;
  readonly lines: readonly PurchaseOrderLine[];
};

export type Act = { readonly at: Temporal.Instant; readonly by: string };

/** Who does something, and when: `staff:ID`, `api_key:ID`, `decision:ID`. */
export type Doing = { readonly by: string; readonly now: Temporal.Instant };

/** Most lines of one order. */
export const ORDER_LINES = 1_000;
/** Most pieces of one line. */
export const MOST_PIECES = 1_000_000;

export type Known = Refusal<'not_found' | 'wrong_state'>;

/** How many are to come in all: as confirmed, else as ordered. */
export function agreedQuantity({ confirmed, quantity }: PurchaseOrderLine): number {
  return confirmed.quantity ?? quantity;
}

export function agreedPrice({ confirmed, priceMinor, perQuantity }: PurchaseOrderLine): UnitPrice {
  return confirmed.price ?? { priceMinor, perQuantity };
}

/** How many are still to come. */
export function openQuantity(line: PurchaseOrderLine): number {
  return Math.max(agreedQuantity(line) - line.received, 0);
}

/** What an order comes to as agreed, in its currency. */
export function orderValueMinor({ lines }: Pick<PurchaseOrder, 'lines'>): bigint {
  return lines.reduce((sum, line) => sum + lineValueMinor(agreedPrice(line), agreedQuantity(line)), 0n);
}

/** What is still to come of it, in its currency. */
export function openValueMinor({ lines }: Pick<PurchaseOrder, 'lines'>): bigint {
  return lines.reduce((sum, line) => sum + lineValueMinor(agreedPrice(line), openQuantity(line)), 0n);
}
