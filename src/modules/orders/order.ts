import type { CurrencyCode, Id, Locale } from '../../kernel/index.ts';
import type { CartId } from '../carts/index.ts';
import type { AssetId, ProductId, VariantId } from '../catalog/index.ts';
import type { PostalAddress } from '../markets/index.ts';
import type { Quote, QuotedLine } from '../pricing/index.ts';
import type { DeliveryOption } from '../shipping/index.ts';
import type { FulfilmentStanding, PaymentStanding } from './desk/standing.ts';
import type { OrderEventKind } from './event-kind.ts';
import type { OrderFacts, OrderState } from './state.ts';

export type OrderId = Id<'order'>;
export type OrderLineId = Id<'order_line'>;

/** An order as it was agreed, with what has happened to it since. Amounts are minor units of `currency`. */
export type Order = {
  readonly id: OrderId;
  /** What people call it: `1042`. Unique, not gapless: invoices have gapless numbers of their own. */
  readonly number: string;
  readonly state: OrderState;
  readonly facts: OrderFacts;
  readonly cartId: CartId | undefined;
  readonly market: string;
  readonly locale: Locale;
  readonly currency: CurrencyCode;
  readonly pricesIncludeTax: boolean;
  readonly customerId: Id<'customer'> | undefined;
  readonly email: string;
  readonly phone: string;
  /** `undefined` when nothing is delivered. */
  readonly shippingAddress: PostalAddress | undefined;
  readonly billingAddress: PostalAddress;
  readonly delivery: DeliveryOption | undefined;
  readonly note: string;
  readonly giftMessage: string;
  readonly vatId: string;
  readonly acceptsMarketing: boolean;
  readonly lines: readonly OrderLine[];
  readonly totals: OrderTotals;
  readonly taxes: Quote['taxes'];
  /** Why every promotion and code did or did not apply, as it was when it was placed. */
  readonly verdicts: Quote['verdicts'];
  readonly quotedDelivery: Quote['delivery'];
  readonly credits: readonly OrderCredit[];
  readonly termsVersion: string;
  readonly placedAt: Temporal.Instant;
  /** Until when a payment is waited for; `undefined` once it came, or when it may take its time. */
  readonly expiresAt: Temporal.Instant | undefined;
  /** When it was first authorised or captured, or placed with nothing to pay. */
  readonly paidAt: Temporal.Instant | undefined;
  readonly cancelledAt: Temporal.Instant | undefined;
  readonly cancelReason: CancelReason | undefined;
  /** How often it was agreed anew since it stood: each has an invoice of its own. */
  readonly timesAgreedAnew?: number;
  readonly version: bigint;
};

export type OrderTotals = {
  readonly subtotalMinor: bigint;
  readonly discountMinor: bigint;
  readonly deliveryMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
  /** Paid by gift cards and store credit. */
  readonly creditMinor: bigint;
  /** Taken off by edits before it was paid: the total stays as it was agreed. */
  readonly reducedMinor: bigint;
  /** Left for a payment: total less credit and what was taken off. */
  readonly dueMinor: bigint;
};

/** A line as it was agreed: nothing of it is computed again. */
export type OrderLine = {
  readonly id: OrderLineId;
  readonly position: number;
  readonly variantId: VariantId;
  readonly productId: ProductId;
  readonly sku: string | undefined;
  readonly title: string;
  readonly handle: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly assetId: AssetId | undefined;
  readonly kind: 'physical' | 'digital' | 'bundle' | 'gift_card';
  readonly quantity: number;
  readonly giftMessage: string;
  readonly isGift: boolean;
  readonly requiresShipping: boolean;
  readonly weightGrams: number;
  readonly unitMinor: bigint;
  readonly subtotalMinor: bigint;
  readonly discountMinor: bigint;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
  readonly priceReason: QuotedLine['priceReason'];
  readonly discounts: QuotedLine['discounts'];
  readonly taxes: QuotedLine['taxes'];
  /** By what it is taxed; orders that were placed before this was kept say nothing. */
  readonly taxing?: QuotedLine['taxing'] | undefined;
  /** What a bundle was made of, per bundle. */
  readonly components: readonly { readonly variantId: VariantId; readonly quantity: number }[];
  readonly fulfilledQuantity: number;
  readonly deliveredQuantity: number;
  readonly returnedQuantity: number;
  readonly refundedQuantity: number;
  /** Taken off the order by an edit before they were handed over. */
  readonly removedQuantity: number;
};

export type OrderCredit = {
  /** `exchange`: pieces of another order that come back. */
  readonly kind: 'gift_card' | 'store_credit' | 'exchange';
  readonly giftCardId: Id<'gift_card'> | undefined;
  readonly last4: string;
  readonly amountMinor: bigint;
};

export type CancelReason = 'shopper' | 'merchant' | 'expired' | 'replaced' | 'out_of_stock' | 'fraud';

/** One line of an order's timeline. */
export type OrderEvent = {
  readonly id: bigint;
  readonly kind: OrderEventKind;
  readonly at: Temporal.Instant;
  /** Who did it: `shopper`, `provider`, `system`, or a member of staff's id. */
  readonly actor: string;
  readonly data: Readonly<Record<string, string>>;
};

/** A row of a list of orders. */
export type OrderRow = {
  readonly id: OrderId;
  readonly number: string;
  readonly state: OrderState;
  readonly paymentState: PaymentStanding;
  readonly fulfilmentState: FulfilmentStanding;
  readonly customerId: Id<'customer'> | undefined;
  readonly email: string;
  readonly customerName: string;
  readonly market: string;
  readonly country: string;
  readonly currency: CurrencyCode;
  readonly totalMinor: bigint;
  readonly quantity: number;
  readonly placedAt: Temporal.Instant;
  readonly isArchived: boolean;
  /** The shopper wrote something. */
  readonly hasNote: boolean;
  readonly hasOpenReturn: boolean;
  readonly tags: readonly string[];
};
