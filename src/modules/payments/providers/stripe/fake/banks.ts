import type { Emit } from './act.ts';
import { type BalanceLine, type Intent, type StripeWorld, stripeId } from './world.ts';

const DISPUTE_FEE = 2_000;
const DUE_SECONDS = 7 * 24 * 3600;

/** A cardholder's bank takes the money back, until it is decided whose it is. */
export function openDispute(world: StripeWorld, emit: Emit, intent: Intent, amount: number): void {
  const id = stripeId('dp');
  const created = world.now();
  world.disputes.set(id, {
    ...{ id, intentId: intent.id, amount, created, dueBy: created + DUE_SECONDS },
    ...{ status: 'needs_response', evidence: {}, metadata: {}, submissionCount: 0 },
  });
  world.lines.push(lineOf(intent, id, 'dispute', -amount, DISPUTE_FEE, created));
  emit('charge.dispute.created', id);
}

export function closeDispute(world: StripeWorld, emit: Emit, intent: Intent, outcome: 'won' | 'lost'): void {
  const dispute = [...world.disputes.values()].find(({ intentId }) => intentId === intent.id);
  if (dispute === undefined) throw new RangeError(`nobody disputes ${intent.id}`);
  dispute.status = outcome;
  if (outcome === 'won') {
    world.lines.push(lineOf(intent, dispute.id, 'dispute_reversal', dispute.amount, 0, world.now()));
  }
  emit('charge.dispute.closed', dispute.id);
}

/** Pays out what has not been paid out, one payout a currency. */
export function payOut(world: StripeWorld, emit: Emit): void {
  const waiting = world.lines.filter(({ payoutId, type }) => payoutId === undefined && type !== 'payout');
  for (const [currency, lines] of Map.groupBy(waiting, (line) => line.currency)) {
    const id = stripeId('po');
    const amount = lines.reduce((sum, line) => sum + line.amount - line.fee, 0);
    const created = world.now();
    world.payouts.set(id, { id, amount, currency, created });
    for (const line of lines) line.payoutId = id;
    world.lines.push({
      ...{ id: stripeId('txn'), type: 'payout', category: 'payout', amount: -amount, fee: 0, currency },
      ...{ source: id, intentId: undefined, created, payoutId: id },
    });
    emit('payout.paid', id);
  }
}

function lineOf(
  intent: Intent,
  source: string,
  category: 'dispute' | 'dispute_reversal',
  amount: number,
  fee: number,
  created: number,
): BalanceLine {
  return {
    ...{ id: stripeId('txn'), type: 'adjustment', category, amount, fee, created },
    ...{ currency: intent.currency, source, intentId: intent.id, payoutId: undefined },
  };
}
