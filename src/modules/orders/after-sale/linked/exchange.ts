import type { Id, Refusal } from '../../../../kernel/index.ts';
import type { OrderId } from '../../order.ts';
import type { RefundRefusal } from '../refund.ts';
import type { ReturnId, ReturnRefusal } from '../return.ts';
import type { LinkRefusal } from './linked-order.ts';

export type ExchangeId = Id<'exchange'>;

/**
 * Pieces that come back for others that go out. `open` → `done` once they came and what is left of their price went back,
 * or → `cancelled`.
 */
export type Exchange = {
  readonly id: ExchangeId;
  /** Whose pieces come back. */
  readonly orderId: OrderId;
  readonly returnId: ReturnId;
  /** The order of the other goods, with its number. */
  readonly newOrderId: OrderId;
  readonly number: string;
  /** `on_receipt`: the other goods are held and go out once the pieces came. */
  readonly sends: 'at_once' | 'on_receipt';
  /** What the pieces pay of the new order. */
  readonly creditMinor: bigint;
  readonly state: 'open' | 'done' | 'cancelled';
};

export type ExchangeRefusal =
  | LinkRefusal
  | ReturnRefusal
  | RefundRefusal
  // Cancelling it cancels the order of the other goods.
  | Refusal<'not_possible_now' | 'payment_in_progress'>
  | Refusal<'unknown_exchange' | 'not_received' | 'received' | 'handed_over' | 'pieces_missing'>;
