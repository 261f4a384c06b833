import { ok, type Result, refuse } from '../../../kernel/index.ts';
import { type Attempt, noteAttempt, type ProviderCall } from '../../payments/index.ts';
import type { OrderDeps } from '../deps.ts';
import { makeCall } from '../pay/record-payment.ts';
import type { Placed, PlaceRefusal } from '../placed.ts';
import { placedAgain, placedOf } from './placed-of.ts';

/** Makes the call that pays a written order, records what came of it, and says what the shopper does next. */
export async function pay(
  deps: OrderDeps,
  call: ProviderCall,
  input: Pick<Placed, 'orderId' | 'number' | 'accessToken'> & {
    readonly attempt: Attempt | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Placed, PlaceRefusal>> {
  const { attempt, now, ...about } = input;
  const made = await makeCall(deps, call, now);
  const { paymentId } = call;
  const reached = made?.change.payment.state ?? 'new';
  if (attempt !== undefined) await noteAttempt(deps.db, { attempt, paymentId, state: reached });
  if (made === undefined)
    return ok({ ...about, state: 'pending_payment', paymentId, next: { kind: 'wait' } });
  const { answer, change, state } = made;
  if (!answer.result.ok && answer.result.refusal.code === 'already_paid') {
    return ok(
      (await placedAgain(deps, about.orderId, now)) ?? { ...about, state, paymentId, next: { kind: 'wait' } },
    );
  }
  if (!answer.result.ok)
    return refuse('provider_unavailable', 'this way to pay does not work now: try another');
  return placedOf(about, change.payment, state);
}
