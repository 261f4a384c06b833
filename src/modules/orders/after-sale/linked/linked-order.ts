import type { Refusal } from '../../../../kernel/index.ts';
import type { VariantId } from '../../../catalog/index.ts';
import type { OrderId } from '../../order.ts';
import type { OrderState } from '../../state.ts';

export type Wish = { readonly variantId: VariantId; readonly quantity: number };

/** An order that was made because of another one: what was added to it, or what is sent in exchange. */
export type LinkedOrder = {
  readonly orderId: OrderId;
  readonly number: string;
  readonly kind: 'addition' | 'exchange';
  readonly state: OrderState;
};

/** A linked order as it was just made. */
export type MadeOrder = {
  readonly orderId: OrderId;
  readonly number: string;
  /** Opens it without an account, to look at and to pay (`payOrder`): its pay link. Told once. */
  readonly accessToken: string;
  /** Left for a payment; 0 stands at once. */
  readonly dueMinor: bigint;
};

export type LinkRefusal = Refusal<
  | 'unknown_order'
  | 'not_possible_in_this_state'
  | 'no_lines'
  | 'too_many_lines'
  | 'not_sold'
  | 'out_of_stock'
  | 'cannot_be_delivered'
  | 'promotion_used_up'
>;
