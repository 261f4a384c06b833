import type { Id, Refusal } from '../../../kernel/index.ts';
import type { OrderLineId } from '../order.ts';

export type FulfilmentId = Id<'fulfilment'>;

/** A parcel, or what was handed over in another way. */
export type Fulfilment = {
  readonly id: FulfilmentId;
  /** 1 for the order's first. */
  readonly number: number;
  readonly lines: readonly { readonly lineId: OrderLineId; readonly quantity: number }[];
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly shippedAt: Temporal.Instant;
  readonly deliveredAt: Temporal.Instant | undefined;
};

export type FulfilRefusal = Refusal<
  | 'unknown_order'
  | 'not_possible_in_this_state'
  | 'unknown_line'
  | 'not_a_quantity'
  | 'more_than_open'
  | 'nothing_to_fulfil'
  | 'not_in_stock'
  | 'awaits_return'
  | 'too_long'
>;

export type DeliverRefusal = Refusal<'unknown_order' | 'unknown_fulfilment' | 'not_possible_in_this_state'>;
