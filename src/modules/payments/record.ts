import type { Tx } from '../../platform/database/index.ts';
import { postAll } from '../ledger/index.ts';
import type { PaymentChange, PaymentId } from './payment.ts';
import { entriesOf } from './postings.ts';
import type { Snapshot } from './provider.ts';
import type { Answer } from './provider-call.ts';
import { recordDisputes } from './record-disputes.ts';
import { refuseOperation } from './store/refuse-operation.ts';
import { writeSnapshot } from './store/write-snapshot.ts';

/**
 * Keeps what came of a call, and posts what it moved: the operation is answered, the payment changed and the ledger
 * written in one transaction, whose consequences for order and stock are the caller's. Recording an answer again
 * changes nothing.
 */
export async function recordAnswer(
  tx: Tx,
  { answer, now }: { readonly answer: Answer; readonly now: Temporal.Instant },
): Promise<PaymentChange> {
  const { call, result } = answer;
  if (!result.ok) return refuseOperation(tx, { call, refusal: result.refusal, now });
  const { snapshot, next } = result.value;
  return record(tx, { paymentId: call.paymentId, operationId: call.operationId, snapshot, next, now });
}

/**
 * Keeps what a provider says of a payment. Totals only grow and a state only gives way to a weightier one, so that
 * snapshots may come doubled, late and in any order: all orders end in the same payment. Deltas and their postings are
 * those of the first that brought them. Callers wait for each other at the payment's row.
 */
export function recordSnapshot(
  tx: Tx,
  input: { readonly paymentId: PaymentId; readonly snapshot: Snapshot; readonly now: Temporal.Instant },
): Promise<PaymentChange> {
  return record(tx, { ...input, operationId: undefined, next: undefined });
}

async function record(tx: Tx, input: Parameters<typeof writeSnapshot>[1]): Promise<PaymentChange> {
  const written = await writeSnapshot(tx, input);
  if (written === undefined) {
    const { paymentId, snapshot } = input;
    throw new RangeError(`${snapshot.reference} in ${snapshot.currency} is not about payment ${paymentId}`);
  }
  const { snapshot, now } = input;
  const disputed = snapshot.disputes.length === 0 ? [] : await recordDisputes(tx, written, snapshot, now);
  const newlyDisputedMinor = disputed.reduce((sum, { deltaMinor }) => sum + deltaMinor, 0n);
  const { disputedMinor } = written.payment;
  const payment = { ...written.payment, disputedMinor: disputedMinor + newlyDisputedMinor };
  const change = { ...written, payment, newlyDisputedMinor };
  await postAll(
    tx,
    entriesOf(change, disputed).map((entry) => ({ ...entry, now })),
  );
  return change;
}
