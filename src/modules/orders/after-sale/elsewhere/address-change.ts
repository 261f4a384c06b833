import type { Refusal } from '../../../../kernel/index.ts';
import type { AddressRefusal } from '../../../markets/index.ts';
import type { DeliveryOption } from '../../../shipping/index.ts';
import type { Order } from '../../order.ts';
import type { OpenRefusal } from '../open-order.ts';
import type { RefundRefusal } from '../refund.ts';
import type { ElsewhereRefusal } from './agree-elsewhere.ts';

/** What another address would change in money, before it is done. Amounts are minor units of the order's currency. */
export type AddressChange = {
  /** False where country and region stay: then nothing changes in money. */
  readonly isElsewhere: boolean;
  readonly before: AgreedAmounts;
  readonly after: AgreedAmounts;
  /** More to pay where it is above zero, less where it is below. */
  readonly differenceMinor: bigint;
  readonly delivery: DeliveryOption | undefined;
  /** All that it can be delivered by there, cheapest first. */
  readonly deliveryOptions: readonly DeliveryOption[];
  readonly settlement: Settlement;
};

export type AgreedAmounts = {
  readonly deliveryMinor: bigint;
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
  readonly taxes: Order['taxes'];
};

/**
 * What becomes of the difference. `none`: there is none. `due`: that much more or less is due, and is told to whoever
 * pays by hand, or so much less is taken of what is authorised. `back`: it goes back the way it came. `more`: more than was
 * paid or authorised, which is refused.
 */
export type Settlement = 'none' | 'due' | 'back' | 'more';

export type AddressChangeRefusal =
  | OpenRefusal
  | AddressRefusal
  | ElsewhereRefusal
  | RefundRefusal
  | Refusal<
      | 'nothing_is_delivered'
      | 'handed_over'
      | 'already_credited'
      | 'exchange_open'
      | 'travels_with_another'
      | 'payment_in_progress'
      | 'cannot_be_delivered'
      | 'unknown_delivery_option'
      | 'total_needed'
      | 'total_changed'
      | 'more_is_due'
    >;
