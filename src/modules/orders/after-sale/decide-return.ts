import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { OrderId } from '../order.ts';
import { insertEvent } from '../store/change-order.ts';
import { openOrder } from './open-order.ts';
import type { ReturnId, ReturnRefusal } from './return.ts';
import { decide, readReturns } from './store/returns.ts';

const NOTE_LIMIT = 1_000;

/** Approves or rejects what a shopper asked to send back. The note is for the shopper: where to, or why not. */
export async function decideReturn(
  tx: Tx,
  input: {
    readonly orderId: OrderId;
    readonly returnId: ReturnId;
    readonly decision: 'approved' | 'rejected';
    readonly note: string;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, ReturnRefusal>> {
  const { decision: state, note, actor, now } = input;
  if (note.length > NOTE_LIMIT)
    return refuse('too_long', `a note has at most ${NOTE_LIMIT} characters`, 'note');
  const opened = await openOrder(tx, input.orderId, 'return');
  if (!opened.ok) return opened;
  const orderId = opened.value.id;
  const asked = (await readReturns(tx, orderId)).find(({ id }) => id === input.returnId);
  if (!asked) return refuse('unknown_return', 'the order has no such return', 'returnId');
  if (asked.state !== 'requested') {
    return refuse('not_possible_in_this_state', `the return is ${asked.state} already`, 'returnId');
  }
  await decide(tx, { id: asked.id, state, note, now });
  const data = { number: String(asked.number), ...(note === '' ? {} : { note }) };
  await insertEvent(tx, orderId, { kind: `return_${state}`, actor, data }, now);
  await tell(tx, 'orders.return_changed', { orderId, returnId: asked.id, state });
  return ok(undefined);
}
