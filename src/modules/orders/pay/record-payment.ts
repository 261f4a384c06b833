import { parseId } from '../../../kernel/index.ts';
import { type Tx, transact } from '../../../platform/database/index.ts';
import {
  type Answer,
  callProvider,
  type PaymentChange,
  type ProviderCall,
  ProviderUnreachable,
  recordAnswer,
} from '../../payments/index.ts';
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
    readonly record: (tx: Tx) => Promise<PaymentChange>;
    /** What it is about, where a call of ours was answered: a refund has consequences of its own. */
    readonly answer?: Answer;
  },
): Promise<Applied> {
  const orderId = parseId<'order'>(input.orderId);
  const applied = await transact(deps.db, async (tx) => {
    const order = orderId === undefined ? undefined : await lockOrder(tx, orderId);
    if (order === undefined)
      throw new RangeError(`a payment of an order that is not there: ${input.orderId}`);
    const done = await applyChange(tx, order, await input.record(tx), input.now);
    if (input.answer?.call.request.kind === 'refund') {
      const current = (await lockOrder(tx, order.id)) ?? order;
      await settleRefund(tx, { order: current, answer: input.answer, now: input.now });
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
  const record = (tx: Tx) => recordAnswer(tx, { answer, now });
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
