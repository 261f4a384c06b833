import { ok, type Result, refuse } from '../../../../kernel/index.ts';
import type { Begun, ProviderRefusal } from '../../provider.ts';
import type { WorldpayDeps } from './deps.ts';
import { stepShown } from './next-step.ts';
import { readKnown } from './read-payment.ts';
import { snapshotOf } from './snapshot.ts';

/** How a payment stands now, and what the shopper has to do next. */
export async function begunOf(
  deps: WorldpayDeps,
  paymentId: string,
): Promise<Result<Begun, ProviderRefusal>> {
  const known = await readKnown(deps, paymentId);
  if (known === undefined) return refuse('unknown_payment', `${paymentId} was never begun`);
  const snapshot = snapshotOf(known, deps.now());
  return ok({ snapshot, next: stepShown(known.attempt, snapshot, deps.checkoutId) });
}
