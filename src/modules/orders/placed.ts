import type { Refusal } from '../../kernel/index.ts';
import type { PricedCart } from '../carts/index.ts';
import type { Shortage } from '../inventory/index.ts';
import type { DeclineKind, NextStep, ProviderName } from '../payments/index.ts';
import type { OrderId } from './order.ts';
import type { OrderState } from './state.ts';

/** What a shopper asks for with the order button. Amounts come from us alone: theirs is only compared. */
export type PlaceOrder = {
  readonly cartToken: string;
  /** The total that the shopper saw beside the button; another one now is refused with the new cart. */
  readonly expectedTotalMinor?: bigint;
  /** Left out when gift cards, store credit or codes pay for everything. */
  readonly payment?: {
    readonly methodId: string;
    /** The provider's single-use token; never card data. */
    readonly token?: string;
    readonly returnUrl: string;
    readonly cancelUrl: string;
    readonly webhookUrl: string;
  };
  readonly terms: { readonly version: string };
  readonly ip: string;
  readonly now: Temporal.Instant;
};

export type Placed = {
  readonly orderId: OrderId;
  readonly number: string;
  /** Opens the order without an account; told once, only its hash is kept. */
  readonly accessToken: string;
  readonly state: OrderState;
  readonly paymentId: string | undefined;
  readonly next: PlacedNext;
};

export type PlacedNext =
  | { readonly kind: 'done' }
  /** Nobody knows yet whether the payment went through: ask again in a moment (`settlePayment`, or read the order). */
  | { readonly kind: 'wait' }
  | (Exclude<NextStep, { readonly kind: 'none' }> & { readonly provider: ProviderName });

export type PlaceRefusal =
  | Refusal<
      | 'unknown_cart'
      | 'already_ordered'
      | 'empty_cart'
      | 'missing_details'
      | 'payment_needed'
      | 'unknown_payment_method'
      | 'too_many_attempts'
      | 'payment_in_progress'
      | 'terms_not_accepted'
      | 'promotion_used_up'
      | 'insufficient_balance'
      | 'provider_unavailable'
    >
  /** Not charged: the cart as it is priced now. */
  | (Refusal<'total_changed'> & { readonly cart: PricedCart })
  | (Refusal<'out_of_stock'> & { readonly shortages: readonly Shortage[] })
  /** The order waits for another attempt; the cart is as it was. */
  | (Refusal<'payment_declined'> & {
      readonly kind: DeclineKind;
      readonly orderId: OrderId;
      readonly number: string;
    });
