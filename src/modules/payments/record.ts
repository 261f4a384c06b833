import type { Tx } from '../../platform/database/index.ts';
import { type PendingPostings, postAll } from '../ledger/index.ts';
import type { PaymentChange } from './payment.ts';
import { entriesOf } from './postings.ts';
import type { Answer } from './provider-call.ts';
import { recordDisputes } from './record-disputes.ts';
import { refuseOperation } from './store/refuse-operation.ts';
import { writeSnapshot } from './store/write-snapshot.ts';

type Recording = {
  readonly now: Temporal.Instant;
  /** Where what it moved waits to be posted with what follows from it; posted at once where none is given. */
  readonly pending?: PendingPostings | undefined;
};

/**
 * Keeps what came of a call, and posts what it moved: the operation is answered, the payment changed and the ledger
 * written in one transaction, whose consequences for order and stock are the caller's. Recording an answer again
 * changes nothing.
 */
export async function recordAnswer(
  tx: Tx,
  { answer, now, pending }: Recording & { readonly answer: Answer },
): Promise<PaymentChange> {
  const { call, result } = answer;
  if (!result.ok) return refuseOperation(tx, { call, refusal: result.refusal, now });
  const { snapshot, next } = result.value;
  const { paymentId, operationId } = call;
  return record(tx, { paymentId, operationId, snapshot, next, now }, pending);
}

/**
 * Keeps what a provider says of a payment. Totals only grow and a state only gives way to a weightier one, so that
 * snapshots may come doubled, late and in any order: all orders end in the same payment. Deltas and their postings are
 * those of the first that brought them. Callers wait for each other at the payment's row.
 */
export function recordSnapshot(
  tx: Tx,
  { paymentId, snapshot, now, pending }: Recording & Pick<Told, 'paymentId' | 'snapshot'>,
): Promise<PaymentChange> {
  return record(tx, { paymentId, snapshot, now, operationId: undefined, next: undefined }, pending);
}

type Told = Parameters<typeof writeSnapshot>[1];

async function record(tx: Tx, input: Told, pending: PendingPostings | undefined): Promise<PaymentChange> {
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
  const entries = entriesOf(change, disputed).map((entry) => ({ ...entry, now }));
  if (pending === undefined) await postAll(tx, entries);
  else pending.add(...entries);
  return change;
}
