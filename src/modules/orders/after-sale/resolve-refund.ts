import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type Tx, transactOrRefuse } from '../../../platform/database/index.ts';
import type { ProviderCall } from '../../payments/index.ts';
import type { OrderDeps } from '../deps.ts';
import type { Order, OrderId } from '../order.ts';
import { makeCall } from '../pay/record-payment.ts';
import { insertEvent } from '../store/change-order.ts';
import { lockOrder } from '../store/select-orders.ts';
import { finishRefund } from './finish-refund.ts';
import type { Refund, RefundId, RefundRefusal } from './refund.ts';
import { doneMinor } from './settle-refund.ts';
import { insertCalls, readCalls } from './store/refund-calls.ts';
import { reopenRefund, selectRefunds, writeInstead } from './store/refunds.ts';
import { beginCalls } from './write-refund.ts';

export type ResolveRefusal = RefundRefusal | Refusal<'unknown_refund'>;

type Resolving = {
  readonly orderId: OrderId;
  readonly refundId: RefundId;
  /** Ask the providers for the rest again, or grant it as store credit. */
  readonly by: 'retry' | 'store_credit';
  readonly actor: string;
  readonly now: Temporal.Instant;
};

/** Finishes a refund of which a provider refused a part: by another try, or by store credit in place of it. */
export async function resolveRefund(
  deps: OrderDeps,
  input: Resolving,
): Promise<Result<undefined, ResolveRefusal>> {
  const begun = await transactOrRefuse<readonly ProviderCall[], ResolveRefusal>(deps.db, async (tx) => {
    const order = await lockOrder(tx, input.orderId);
    if (order === undefined) return refuse('unknown_order', 'there is no such order', 'orderId');
    const refund = (await selectRefunds(tx, order.id)).find(({ id }) => id === input.refundId);
    if (refund === undefined) return refuse('unknown_refund', 'the order has no such refund', 'refundId');
    if (refund.state !== 'incomplete') {
      return refuse('not_possible_in_this_state', `the refund is ${refund.state}`, 'refundId');
    }
    return input.by === 'retry' ? tryAgain(tx, refund, input) : giveInstead(tx, { order, refund, ...input });
  });
  if (!begun.ok) return begun;
  for (const call of begun.value) await makeCall(deps, call, input.now);
  return ok(undefined);
}

async function tryAgain(
  tx: Tx,
  { id: refundId, number, paymentMinor, reason }: Refund,
  { orderId, actor, now }: Resolving,
): Promise<Result<ProviderCall[], RefundRefusal>> {
  const before = await readCalls(tx, refundId);
  const asked = { refundId, attempt: before.length + 1, paymentMinor: paymentMinor - doneMinor(before) };
  const calls = await beginCalls(tx, orderId, { ...asked, reason, now });
  if (!calls.ok) return calls;
  await reopenRefund(tx, refundId);
  await insertCalls(tx, refundId, calls.value);
  const data = { number: String(number), amountMinor: String(asked.paymentMinor) };
  await insertEvent(tx, orderId, { kind: 'refund_retried', actor, data }, now);
  return calls;
}

async function giveInstead(
  tx: Tx,
  { order, refund, actor, now }: Resolving & { readonly order: Order; readonly refund: Refund },
): Promise<Result<ProviderCall[], RefundRefusal>> {
  if (order.customerId === undefined) {
    return refuse('no_customer', 'store credit needs a customer account', 'by');
  }
  const insteadMinor = refund.paymentMinor - doneMinor(await readCalls(tx, refund.id));
  await writeInstead(tx, refund.id, insteadMinor);
  const data = { number: String(refund.number), amountMinor: String(insteadMinor) };
  await insertEvent(tx, order.id, { kind: 'refund_credited_instead', actor, data }, now);
  const paymentMinor = refund.paymentMinor - insteadMinor;
  await finishRefund(tx, { order, refund: { ...refund, paymentMinor, insteadMinor }, now });
  return ok([]);
}
