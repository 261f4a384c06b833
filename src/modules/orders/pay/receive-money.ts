import { ok, parseId, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { transactOrRefuse } from '../../../platform/database/index.ts';
import { noteReceipt, readPayment } from '../../payments/index.ts';
import type { OrderDeps } from '../deps.ts';
import type { OrderState } from '../state.ts';
import { lockOrder } from '../store/select-orders.ts';
import { type Applied, applyChange } from './apply-change.ts';
import { makeCall } from './record-payment.ts';

export { receiveWebhook } from './receive-webhook.ts';
export { settlePayment } from './settle-payment.ts';

export type ReceiveMoney = Parameters<typeof noteReceipt>[1];

type ReceiptRefusal = Extract<Awaited<ReturnType<typeof noteReceipt>>, { readonly ok: false }>['refusal'];

/**
 * Money that people see come: a line of a bank statement, the cash of a carrier. All of what is due makes the order
 * stand, a part of it is noted; the same line again is refused.
 */
export async function receiveMoney(
  deps: OrderDeps,
  input: ReceiveMoney,
): Promise<Result<{ readonly state: OrderState }, ReceiptRefusal | Refusal<'unknown_payment'>>> {
  const payment = await readPayment(deps.db, input.paymentId);
  const orderId = parseId<'order'>(payment?.orderId ?? '');
  if (orderId === undefined) return refuse('unknown_payment', 'there is no such payment', 'paymentId');
  const applied = await transactOrRefuse<Applied, ReceiptRefusal>(deps.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order === undefined) throw new RangeError(`a payment of an order that is not there: ${orderId}`);
    const noted = await noteReceipt(tx, input);
    return noted.ok ? ok(await applyChange(tx, order, noted.value, { now: input.now })) : noted;
  });
  if (!applied.ok) return applied;
  for (const call of applied.value.calls) await makeCall(deps, call, input.now);
  return ok({ state: applied.value.state });
}
