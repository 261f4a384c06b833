import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { bookCounts } from '../book-counts.ts';
import { serveBackorders } from '../serve-backorders.ts';
import { lockLevels, writeMoves } from '../store/levels.ts';
import { lockPromises } from '../store/lock-stock.ts';
import { tellLevelsChanged } from '../tell-changed.ts';
import { type PlannedReceipt, planReceipt, type Receipt } from './plan-receipt.ts';
import { notFound, wrongState } from './save-transfer.ts';
import { lockTransfer, noteClosed, noteReceived, readTransfer } from './store.ts';
import type { ReceiveRefusal, Transfer, TransferId } from './transfer.ts';

/**
 * Takes in what has come, as often as something comes. It is closed when all is there, or when it is said what became
 * of what is missing; what was lost or found on the way is then in the books. What comes in goes to those who wait first.
 */
export async function receiveTransfer(
  tx: Tx,
  input: Receipt & { readonly id: TransferId; readonly now: Temporal.Instant; readonly actor: string },
): Promise<Result<Transfer, ReceiveRefusal>> {
  const { id, now, actor } = input;
  const transfer = await lockTransfer(tx, id);
  if (transfer === undefined) return notFound(id);
  if (transfer.state !== 'sent') return wrongState(transfer);
  const known = new Set(transfer.lines.map(({ variantId }) => variantId));
  const stray = input.lines.findIndex(({ variantId }) => !known.has(variantId));
  if (stray >= 0) {
    const message = `${transfer.number} has no such goods; take them in as received`;
    return refuse('not_on_transfer', message, `lines[${stray}].variantId`);
  }
  const plan = planReceipt(transfer, input);
  await takeIn(tx, plan, { now, actor, reference: transfer.number });
  await noteReceived(tx, id, plan.received);
  if (plan.isClosed) {
    const missing = plan.missingPieces > 0 ? input.missing : undefined;
    await noteClosed(tx, id, { at: now, by: actor, state: 'received', missing });
  }
  const after = await readTransfer(tx, id);
  if (after === undefined) return notFound(id);
  if (plan.isClosed) await bookCounts(tx, { found: foundOf(after), reference: after.number, now });
  return ok(after);
}

/** Pieces that were lost on the way, and those that were packed beyond what was sent. */
function foundOf({ lines, missing }: Transfer) {
  return lines.map(({ variantId, quantity: sent, received }) => {
    const difference = received - sent;
    return { variantId, quantity: difference < 0 && missing !== 'lost' ? 0 : difference };
  });
}

async function takeIn(
  tx: Tx,
  { steps }: PlannedReceipt,
  doing: { readonly now: Temporal.Instant; readonly actor: string; readonly reference: string },
): Promise<void> {
  const moves = steps.flatMap((step) => step.moves);
  if (moves.length === 0) return;
  const variantIds = [...new Set(moves.map(({ variantId }) => variantId))];
  await lockPromises(tx, variantIds);
  await lockLevels(tx, moves);
  for (const { reason, moves: some } of steps) await writeMoves(tx, { ...doing, reason, moves: some });
  const gains = steps.filter(({ reason }) => reason === 'transfer').flatMap((step) => step.moves);
  await serveBackorders(tx, gains);
  await tellLevelsChanged(tx, variantIds);
}
