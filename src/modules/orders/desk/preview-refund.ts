import { type Result, refuse } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { planRefund } from '../after-sale/plan-refund.ts';
import type { RefundPlan, RefundRefusal, RefundRequest } from '../after-sale/refund.ts';
import { readRefunded } from '../after-sale/store/refunds.ts';
import type { OrderId } from '../order.ts';
import { mayDo } from '../state.ts';
import { selectOrder } from '../store/select-orders.ts';

/**
 * What a refund would come to and the way it would go back, decided as `refundOrder` does: nothing is written. Of an
 * `edit` (pieces are taken off) so much comes off what is still to be paid first.
 */
export async function previewRefund(
  db: Db,
  input: RefundRequest & { readonly orderId: OrderId; readonly isEdit?: boolean },
): Promise<Result<RefundPlan, RefundRefusal>> {
  const [order, refunded] = await Promise.all([
    selectOrder(db, input.orderId),
    readRefunded(db, input.orderId),
  ]);
  if (order === undefined) return refuse('unknown_order', 'there is no such order', 'orderId');
  if (!mayDo(order.state, input.isEdit ? 'edit' : 'refund')) {
    return refuse('not_possible_in_this_state', `the order is ${order.state}`);
  }
  const { dueMinor, capturedMinor } = order.facts;
  const owedMinor = input.isEdit && dueMinor > capturedMinor ? dueMinor - capturedMinor : 0n;
  return planRefund(order, refunded, input, owedMinor);
}
