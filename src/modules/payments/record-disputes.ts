import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import type { PaymentChange } from './payment.ts';
import type { DisputeSnapshot, Snapshot } from './provider.ts';
import { instant } from './store/values.ts';

/** A dispute that is news: what it took (below zero: gave back), and whether it is lost for good. */
export type DisputeChange = {
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly deltaMinor: bigint;
  readonly isNewlyLost: boolean;
};

type State = DisputeSnapshot['state'];

/**
 * Keeps the disputes of a snapshot whose payment is locked. One that is closed stays closed; one that was won before
 * it was heard of took nothing.
 */
export async function recordDisputes(
  tx: Tx,
  { payment }: PaymentChange,
  { disputes, currency }: Snapshot,
  now: Temporal.Instant,
): Promise<DisputeChange[]> {
  const { rows: known } = await sql<{ reference: string; state: State }>`
    select reference, state from payments.dispute where payment_id = ${payment.id}`.execute(tx);
  const states = new Map(known.map(({ reference, state }) => [reference, state]));
  const changes = disputes.flatMap((dispute) => changeOf(dispute, states.get(dispute.reference)) ?? []);
  for (const { dispute, change } of changes) {
    const closedAt = dispute.state === 'open' ? null : now.toString();
    await sql`
      insert into payments.dispute (id, payment_id, reference, amount_minor, currency, reason, state,
        evidence_due_at, opened_at, closed_at)
      values (${newId()}, ${payment.id}, ${dispute.reference}, ${dispute.amountMinor}, ${currency}, ${dispute.reason},
        ${dispute.state}, ${dispute.evidenceDueAt?.toString() ?? null}, ${instant(now)}, ${closedAt})
      on conflict on constraint dispute_once do update set state = excluded.state, closed_at = excluded.closed_at`.execute(
      tx,
    );
    if (change.deltaMinor === 0n) continue;
    await sql`
      with moved as (
        insert into payments.movement (payment_id, kind, currency, amount_minor, at)
        values (${payment.id}, ${change.deltaMinor > 0n ? 'dispute' : 'dispute_reversal'}, ${currency},
          ${dispute.amountMinor}, ${instant(now)})
      )
      update payments.payment set disputed_minor = disputed_minor + ${change.deltaMinor}
      where id = ${payment.id}`.execute(tx);
  }
  return changes.map(({ change }) => change);
}

function changeOf(dispute: DisputeSnapshot, before: State | undefined) {
  const { reference, amountMinor, state } = dispute;
  if (before === state || before === 'won' || before === 'lost') return undefined;
  const isTaken = before === 'open';
  const takes = state !== 'won';
  const deltaMinor = takes === isTaken ? 0n : takes ? amountMinor : -amountMinor;
  return { dispute, change: { reference, amountMinor, deltaMinor, isNewlyLost: state === 'lost' } };
}
