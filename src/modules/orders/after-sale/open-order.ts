import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Order, OrderId } from '../order.ts';
import { mayDo, type OrderVerb } from '../state.ts';
import { lockOrder } from '../store/select-orders.ts';

export type OpenRefusal = Refusal<'unknown_order' | 'not_possible_in_this_state'>;

/**
 * The order as it is now, locked until the transaction ends, so that what is decided on it stays true: verbs on one
 * order come one after the other. Refused where its state does not allow the verb.
 */
export async function openOrder(
  tx: Tx,
  orderId: OrderId,
  verb: OrderVerb,
): Promise<Result<Order, OpenRefusal>> {
  const order = await lockOrder(tx, orderId);
  if (order === undefined) return refuse('unknown_order', `no order has the id ${orderId}`, 'orderId');
  if (mayDo(order.state, verb)) return ok(order);
  return refuse('not_possible_in_this_state', `${verb} is not possible while the order is ${order.state}`);
}
