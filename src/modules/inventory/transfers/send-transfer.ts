import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { moveStock } from '../move-stock.ts';
import { notFound, wrongState } from './save-transfer.ts';
import { lockTransfer, noteSent, readTransfer } from './store.ts';
import type { SendRefusal, Transfer, TransferId } from './transfer.ts';

/**
 * Sends a draft off: all of its goods leave their place, or none when one would go below what is promised to orders
 * there. Until they are received they are incoming at the destination and on hand nowhere.
 */
export async function sendTransfer(
  tx: Tx,
  { id, now, actor }: { readonly id: TransferId; readonly now: Temporal.Instant; readonly actor: string },
): Promise<Result<Transfer, SendRefusal>> {
  const transfer = await lockTransfer(tx, id);
  if (transfer === undefined) return notFound(id);
  if (transfer.state !== 'draft') return wrongState(transfer);
  if (transfer.lines.length === 0) return refuse('no_lines', `${transfer.number} has no goods`, 'id');
  const moves = transfer.lines.map(({ variantId, quantity }) => ({
    ...{ variantId, locationId: transfer.fromId, quantity: -quantity },
  }));
  const moved = await moveStock(tx, { moves, now, actor, reason: 'transfer', reference: transfer.number });
  if (!moved.ok) {
    const { code, message, field } = moved.refusal;
    if (code === 'not_a_quantity') throw new RangeError(message);
    return refuse(code, message, field);
  }
  await noteSent(tx, id, { at: now, by: actor });
  const sent = await readTransfer(tx, id);
  return sent === undefined ? notFound(id) : ok(sent);
}
