import { z } from 'zod';
import {
  ORDER_STATES,
  type Order,
  type readExchanges,
  type readLinkedOrders,
} from '../../../modules/orders/index.ts';
import { money, uuid } from '../../../platform/api/index.ts';
import { amountsIn } from '../store/answers/cart.ts';
import { REFUND_REFUSALS } from './refund-refusals.ts';
import { RETURN_REFUSALS } from './return.ts';

type LinkedOrder = Awaited<ReturnType<typeof readLinkedOrders>>[number];
export type Exchange = Awaited<ReturnType<typeof readExchanges>>[number];
type MadeOrder = Pick<Order, 'number'> & {
  readonly orderId: Order['id'];
  readonly accessToken: string;
  readonly dueMinor: bigint;
};

/** An order that was made because of another one. */
export const linkedOrder = z
  .object({
    orderId: uuid(),
    number: z.string(),
    kind: z.enum(['addition', 'exchange']),
    state: z.enum(ORDER_STATES),
  })
  .meta({ id: 'LinkedOrder' });

/** A linked order as it was just made. */
export const madeOrder = z.object({
  orderId: uuid(),
  number: z.string(),
  accessToken: z
    .string()
    .describe('Its pay link: opens it in the store API, to look at and to pay. Told once.'),
  due: money.describe('Left for a payment; with 0 it stands already.'),
});

export const exchange = z
  .object({
    id: uuid(),
    returnId: uuid().describe('The pieces that come back.'),
    newOrderId: uuid().describe('The order of the other goods.'),
    number: z.string().describe('Of that order.'),
    sends: z.enum(['at_once', 'on_receipt']),
    credit: money.describe('What the pieces pay of the new order.'),
    state: z.enum(['open', 'done', 'cancelled']),
  })
  .meta({ id: 'Exchange' });

/** Every name by which a linked order is refused. */
export const LINK_REFUSALS = {
  ...({ unknown_order: 404, not_possible_in_this_state: 409, no_lines: 422, too_many_lines: 422 } as const),
  ...({ not_sold: 409, out_of_stock: 409, cannot_be_delivered: 409, promotion_used_up: 409 } as const),
} as const;

/** Every name by which an exchange is refused. */
export const EXCHANGE_REFUSALS = {
  ...{ ...LINK_REFUSALS, ...RETURN_REFUSALS, ...REFUND_REFUSALS },
  ...({ unknown_exchange: 404, not_possible_now: 409, payment_in_progress: 409 } as const),
  ...({ not_received: 409, received: 409, handed_over: 409, pieces_missing: 409 } as const),
} as const;

export function linkedAnswer({ orderId, number, kind, state }: LinkedOrder) {
  return { orderId, number, kind, state };
}

export function madeAnswer(made: MadeOrder, { currency }: Pick<Order, 'currency'>) {
  const { orderId, number, accessToken, dueMinor } = made;
  return { orderId, number, accessToken, due: amountsIn(currency)(dueMinor) };
}

export function exchangeAnswer(exchange: Exchange, { currency }: Pick<Order, 'currency'>) {
  const { id, returnId, newOrderId, number, sends, state, creditMinor } = exchange;
  return { id, returnId, newOrderId, number, sends, state, credit: amountsIn(currency)(creditMinor) };
}
