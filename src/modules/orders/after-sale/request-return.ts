import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { OrderId, OrderLine, OrderLineId } from '../order.ts';
import { insertEvent } from '../store/change-order.ts';
import { chosenLines } from './chosen-lines.ts';
import { openOrder } from './open-order.ts';
import {
  RETURN_REASONS,
  type Return,
  type ReturnId,
  type ReturnReason,
  type ReturnRefusal,
} from './return.ts';
import { decide, insertReturn, readReturns } from './store/returns.ts';

const NOTE_LIMIT = 1_000;

export type ReturnedPieces = {
  readonly lineId: OrderLineId;
  readonly quantity: number;
  readonly reason: ReturnReason;
  readonly note?: string;
};

/**
 * Announces that pieces come back. A shopper's request waits for a decision; a withdrawal and what staff enters are
 * approved at once. Only what was handed over and is not on its way back already can be returned.
 */
export async function requestReturn(
  tx: Tx,
  input: {
    readonly orderId: OrderId;
    readonly lines: readonly ReturnedPieces[];
    readonly kind: 'return' | 'withdrawal' | 'exchange';
    readonly isApproved: boolean;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Return, ReturnRefusal>> {
  const { actor, now } = input;
  const wrong = wrongText(input.lines);
  if (wrong) return wrong;
  const opened = await openOrder(tx, input.orderId, 'return');
  if (!opened.ok) return opened;
  const order = opened.value;
  const left = returnable(await readReturns(tx, order.id));
  const chosen = chosenLines(order, input.lines, { left, tooMany: 'more_than_handed_over' });
  if (!chosen.ok) return chosen;
  if (chosen.value.length === 0)
    return refuse('nothing_to_return', 'a return names what comes back', 'lines');
  const announced = {
    id: newId<'return'>(),
    state: input.isApproved ? 'approved' : 'requested',
    isWithdrawal: input.kind === 'withdrawal',
    isExchange: input.kind === 'exchange',
    lines: input.lines.map((line) => ({ note: '', ...line, sellableQuantity: 0, damagedQuantity: 0 })),
    requestedBy: actor,
    requestedAt: now,
    decidedAt: input.isApproved ? now : undefined,
    decisionNote: '',
  } as const;
  const number = await insertReturn(tx, { ...announced, orderId: order.id });
  const data = { number: String(number), state: announced.state };
  await insertEvent(tx, order.id, { kind: 'return_requested', actor, data }, now);
  await tell(tx, 'orders.return_changed', {
    orderId: order.id,
    returnId: announced.id,
    state: announced.state,
  });
  return ok({ ...announced, number, receivedAt: undefined });
}

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

/** Pieces of a line that were handed over, did not come back and are not announced to. */
export function returnable(returns: readonly Pick<Return, 'state' | 'lines'>[]): (line: OrderLine) => number {
  const underway = returns
    .filter(({ state }) => state === 'requested' || state === 'approved')
    .flatMap(({ lines }) => lines);
  return (line) => {
    const announced = underway.filter(({ lineId }) => lineId === line.id);
    const onTheirWay = announced.reduce((sum, { quantity }) => sum + quantity, 0);
    return line.fulfilledQuantity - line.returnedQuantity - onTheirWay;
  };
}

function wrongText(lines: readonly ReturnedPieces[]) {
  for (const [index, { reason, note = '' }] of lines.entries()) {
    if (!RETURN_REASONS.includes(reason)) {
      const message = `a reason is one of ${RETURN_REASONS.join(', ')}`;
      return refuse('not_a_reason', message, `lines[${index}].reason`);
    }
    if (note.length > NOTE_LIMIT) {
      return refuse('too_long', `a note has at most ${NOTE_LIMIT} characters`, `lines[${index}].note`);
    }
  }
  return undefined;
}
