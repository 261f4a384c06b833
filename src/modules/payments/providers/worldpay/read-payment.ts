import { ok, parseId, type Result, refuse } from '../../../../kernel/index.ts';
import type { ProviderRefusal, Snapshot } from '../../provider.ts';
import { readCalls } from './calls.ts';
import { readChargebacks } from './chargebacks.ts';
import type { WorldpayDeps } from './deps.ts';
import { readAttempt } from './notes.ts';
import { findPayments } from './query.ts';
import { type Known, snapshotOf } from './snapshot.ts';

type Read = Promise<Result<Snapshot, ProviderRefusal>>;

/** A payment by our id, which is also its reference: it is known before anything is asked, and never lost. */
export async function readPayment(deps: WorldpayDeps, paymentId: string): Read {
  const known = await readKnown(deps, paymentId);
  if (known === undefined) return refuse('unknown_payment', `Worldpay was never asked for ${paymentId}`);
  return ok(snapshotOf(known, deps.now()));
}

/** All that Worldpay and our own notes say of a payment; nothing when it was never begun. */
export async function readKnown(deps: WorldpayDeps, paymentId: string): Promise<Known | undefined> {
  if (parseId(paymentId) === undefined) return undefined;
  const attempt = await readAttempt(deps.db, paymentId);
  if (attempt === undefined) return undefined;
  const [found, calls, chargebacks] = await Promise.all([
    findPayments(deps.client, paymentId),
    readCalls(deps.db, paymentId),
    readChargebacks(deps.db, paymentId),
  ]);
  return { attempt, found, calls, chargebacks };
}
