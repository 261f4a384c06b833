import { parseId } from '../../../kernel/index.ts';
import { type Tx, transact } from '../../../platform/database/index.ts';
import { PendingPostings } from '../../ledger/index.ts';
import {
  type Answer,
  callProvider,
  type PaymentChange,
  type ProviderCall,
  ProviderUnreachable,
  recordAnswer,
} from '../../payments/index.ts';
import { noteStuckReturn } from '../after-sale/proposed/stuck-return.ts';
import { settleRefund } from '../after-sale/settle-refund.ts';
import type { OrderDeps } from '../deps.ts';
import { lockOrder } from '../store/select-orders.ts';
import { type Applied, applyChange } from './apply-change.ts';

/**
 * One transaction: the order is locked, what became of its payment is recorded, and has its consequences. Money that
 * has to go back is asked back after the commit; if that is cut off, the recovery asks.
 */
export async function recordPayment(
  deps: OrderDeps,
  input: {
    readonly orderId: string;
    readonly now: Temporal.Instant;
    readonly record: (tx: Tx, pending: PendingPostings) => Promise<PaymentChange>;
    /** What it is about, where a call of ours was answered: a refund has consequences of its own. */
    readonly answer?: Answer;
  },
): Promise<Applied> {
  const orderId = parseId<'order'>(input.orderId);
  if (orderId === undefined) throw new RangeError(`${input.orderId} is no order's id`);
  const applied = await transact(deps.db, async (tx, lastly) => {
    // Asked together: the order is locked before its payment is written.
    const pending = new PendingPostings();
    const [order, change] = await Promise.all([lockOrder(tx, orderId), input.record(tx, pending)]);
    if (order === undefined) throw new RangeError(`a payment of an order that is not there: ${orderId}`);
    const done = await applyChange(tx, order, change, { now: input.now, pending, lastly });
    await pending.post(tx);
    if (input.answer?.call.request.kind === 'refund') {
      const current = (await lockOrder(tx, order.id)) ?? order;
      await settleRefund(tx, { order: current, answer: input.answer, now: input.now });
    }
    if (input.answer !== undefined) {
      await noteStuckReturn(tx, { payment: done.change.payment, answer: input.answer, now: input.now });
    }
    return done;
  });
  for (const call of applied.calls) await makeCall(deps, call, input.now);
  return applied;
}

/**
 * Makes a call that was written down, outside of any transaction, and records what came of it. `undefined`: nobody
 * knows what came of it; the call stays pending and is made again.
 */
export async function makeCall(
  deps: OrderDeps,
  call: ProviderCall,
  now: Temporal.Instant,
): Promise<(Applied & { readonly answer: Answer }) | undefined> {
  const answer = await answerTo(deps, call);
  if (answer === undefined) return undefined;
  const record = (tx: Tx, pending: PendingPostings) => recordAnswer(tx, { answer, now, pending });
  return { ...(await recordPayment(deps, { orderId: call.orderId, now, record, answer })), answer };
}

async function answerTo(deps: OrderDeps, call: ProviderCall): Promise<Answer | undefined> {
  try {
    return await callProvider(deps, call);
  } catch (error) {
    // Nobody knows whether it had its effect: the call stays written, and the recovery makes it again.
    if (error instanceof ProviderUnreachable) return undefined;
    throw error;
  }
}
