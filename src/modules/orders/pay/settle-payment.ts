import type { Tx } from '../../../platform/database/index.ts';
import type { PendingPostings } from '../../ledger/index.ts';
import {
  endKeptAttempt,
  type PaymentId,
  pendingCalls,
  readPayment,
  readSnapshot,
  recordSnapshot,
  settleWebhooks,
} from '../../payments/index.ts';
import type { OrderDeps } from '../deps.ts';
import type { OrderState } from '../state.ts';
import { makeCall, recordPayment } from './record-payment.ts';

/**
 * Asks the provider how a payment stands and does what follows from it: the one way in which an order becomes paid,
 * whether a webhook, a returning shopper or the recovery gives the reason to ask. A call that was never answered is
 * made again first. `undefined`: there is no such payment, or the provider does not know it.
 *
 * @throws ProviderUnreachable when the provider does not answer now
 */
export async function settlePayment(
  deps: OrderDeps,
  input: { readonly paymentId: PaymentId; readonly now: Temporal.Instant },
): Promise<OrderState | undefined> {
  const { paymentId, now } = input;
  const payment = await readPayment(deps.db, paymentId);
  if (payment === undefined) return undefined;
  for (const call of await pendingCalls(deps.db, { orderId: payment.orderId }))
    await makeCall(deps, call, now);
  const current = await readPayment(deps.db, paymentId);
  if (current === undefined) return undefined;
  const read = await readSnapshot(deps, current);
  if (!read.ok) return undefined;
  const record = async (tx: Tx, pending: PendingPostings) => {
    const change = await recordSnapshot(tx, { paymentId, snapshot: read.value, now, pending });
    await settleWebhooks(tx, { paymentId, outcome: change.payment.state, now });
    return change;
  };
  const { state, change } = await recordPayment(deps, { orderId: payment.orderId, now, record });
  await endKeptAttempt(deps.db, change);
  return state;
}
