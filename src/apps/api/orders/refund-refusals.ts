import type { RefundRefusal } from '../../../modules/orders/index.ts';

/** Every name by which giving money back refuses. */
export const REFUND_REFUSALS = {
  ...({ unknown_order: 404, not_possible_in_this_state: 409, unknown_line: 422 } as const),
  ...({ not_a_quantity: 422, not_an_amount: 422, too_long: 422, reason_needed: 422 } as const),
  ...({ more_than_bought: 409, more_than_delivery: 409, more_than_paid: 409 } as const),
  ...({ more_than_overpaid: 409, more_than_worth: 409, nothing_to_refund: 409 } as const),
  ...({ no_customer: 409, gift_card_issued: 409, not_returned: 409, paid_by_exchange: 409 } as const),
} as const satisfies Readonly<Record<RefundRefusal['code'], number>>;
