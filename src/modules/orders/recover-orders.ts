import {
  type Payment,
  type ProviderCall,
  ProviderUnreachable,
  pendingCalls,
  unsettledPayments,
} from '../payments/index.ts';
import { recoverProposals } from './after-sale/proposed/recover-proposals.ts';
import { cancelOrder } from './cancel-order.ts';
import type { OrderDeps } from './deps.ts';
import type { OrderId } from './order.ts';
import { giveBackOwed } from './pay/give-back-owed.ts';
import { makeCall } from './pay/record-payment.ts';
import { settlePayment } from './pay/settle-payment.ts';
import { selectExpired, selectOwed } from './store/select-orders.ts';

export type Recovered = {
  /** Payments that were asked for again. */
  readonly settled: number;
  /** Unpaid orders whose time was over, cancelled, and proposed changes. */
  readonly expired: number;
  /** Cancelled orders, and proposals that ended, whose money was on nobody's way back. */
  readonly givenBack: number;
  /** Questions that a provider did not answer: the next recovery asks again. */
  readonly unanswered: number;
};

type Counted = { -readonly [Name in keyof Recovered]: number };

/** An answer that has not come by now was cut off, or is that of a slow provider: asking again with the key is harmless. */
const ANSWER_SECONDS = 15;
const AT_ONCE = 200;

/**
 * Mends what was cut off, by a killed process or by a provider that did not answer: calls that were written and never
 * answered are made again with their keys, payments that wait are read, unpaid orders whose time is over are cancelled
 * once their provider has said a last time that nothing came, and money for cancelled orders goes back. Each minute, and
 * at the start. Running it twice, or in two processes at once, is running it once.
 */
export async function recoverOrders(
  deps: OrderDeps,
  { now, isStart = false }: { readonly now: Temporal.Instant; readonly isStart?: boolean },
): Promise<Recovered> {
  const olderThan = isStart ? now : now.subtract({ seconds: ANSWER_SECONDS });
  const count = { settled: 0, expired: 0, givenBack: 0, unanswered: 0 };
  const settled = new Set<string>();
  for (const call of await pendingCalls(deps.db, { olderThan, limit: AT_ONCE })) {
    if (await answered(count, async () => (await makeCall(deps, call, now)) !== undefined))
      count.settled += 1;
    settled.add(call.paymentId);
  }
  const waiting = await unsettledPayments(deps.db, { olderThan, limit: AT_ONCE });
  for (const payment of waiting.filter(({ id }) => !settled.has(id))) {
    if (await settle(deps, payment, { count, now })) count.settled += 1;
  }
  for (const orderId of await selectExpired(deps.db, { now, limit: AT_ONCE })) {
    if (await expire(deps, orderId, now)) count.expired += 1;
  }
  for (const orderId of await selectOwed(deps.db, { limit: AT_ONCE })) {
    const isBack = await answered(count, () => giveBackOwed(deps, { orderId, now }));
    if (isBack) count.givenBack += 1;
  }
  const asking = {
    make: (calls: readonly ProviderCall[]) => makeCalls(deps, calls, { count, now }),
    settle: (payment: Payment) => settle(deps, payment, { count, now }),
  };
  const proposals = await recoverProposals(deps, { waiting, now, limit: AT_ONCE, asking });
  const { ended, givenBack } = proposals;
  return { ...count, expired: count.expired + ended, givenBack: count.givenBack + givenBack };
}

/** Whether any of them was made and answered. */
async function makeCalls(
  deps: OrderDeps,
  calls: readonly ProviderCall[],
  { count, now }: { readonly count: Counted; readonly now: Temporal.Instant },
): Promise<boolean> {
  let isMade = false;
  for (const call of calls) {
    if ((await makeCall(deps, call, now)) === undefined) count.unanswered += 1;
    else isMade = true;
  }
  return isMade;
}

function settle(
  deps: OrderDeps,
  { id: paymentId }: Payment,
  { count, now }: { readonly count: { unanswered: number }; readonly now: Temporal.Instant },
): Promise<boolean> {
  return answered(count, async () => (await settlePayment(deps, { paymentId, now })) !== undefined);
}

/** Its payments were asked just before: what came of them is known, or the cancelling is refused and tried again. */
async function expire(deps: OrderDeps, orderId: OrderId, now: Temporal.Instant): Promise<boolean> {
  const cancelled = await cancelOrder(deps, { orderId, reason: 'expired', actor: 'system', now });
  return cancelled.ok && cancelled.value.state === 'cancelled';
}

/** False when the provider did not answer, which is counted. */
async function answered(count: { unanswered: number }, ask: () => Promise<boolean>): Promise<boolean> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ProviderUnreachable)) throw error;
    count.unanswered += 1;
    return false;
  }
}
