import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { readShop } from '../../markets/index.ts';
import type { Order, OrderLineId } from '../order.ts';
import { mayDo } from '../state.ts';
import { insertEvent } from '../store/change-order.ts';
import { lockOrder } from '../store/select-orders.ts';
import { requestReturn, returnable } from './request-return.ts';
import type { Return, ReturnRefusal } from './return.ts';
import { selectFulfilments } from './store/fulfilments.ts';
import { readReturns } from './store/returns.ts';
import { findOrderOf, insertWithdrawal, markHandled, readWithdrawal } from './store/withdrawals.ts';
import type { Withdrawal, WithdrawalId, WithdrawalRefusal } from './withdrawal.ts';
import { withdrawalEnd } from './withdrawal-window.ts';

export type { Withdrawal } from './withdrawal.ts';

const LIMITS = { orderNumber: 40, name: 200, email: 254, statement: 4_000, note: 1_000 } as const;

/**
 * Receives a consumer's withdrawal (Directive 2011/83/EU, article 11a): name, contract and e-mail are all that is asked,
 * of guests too. Every statement is kept and answered alike, whether an order fits it or not, so that nothing is lost
 * and nobody learns who ordered what. What was handed over becomes an approved return; what was not is for the shop to
 * stop and refund. `lines` left out withdraws from everything.
 */
export async function withdraw(
  tx: Tx,
  input: {
    readonly orderNumber: string;
    readonly name: string;
    readonly email: string;
    readonly statement: string;
    readonly lines?: readonly { readonly lineId: OrderLineId; readonly quantity: number }[];
    readonly now: Temporal.Instant;
  },
): Promise<Result<Withdrawal, WithdrawalRefusal>> {
  const { now } = input;
  const wrong = wrongText(input);
  if (wrong) return wrong;
  const said = {
    orderNumber: input.orderNumber.trim().replace(/^#/, ''),
    name: input.name.trim(),
    email: input.email.trim(),
    statement: input.statement.trim(),
  };
  const found = await findOrderOf(tx, { number: said.orderNumber, email: said.email });
  const order = found && (await lockOrder(tx, found));
  const returned = order ? await returnOf(tx, order, input) : undefined;
  const withdrawal: Withdrawal = {
    ...said,
    id: newId<'withdrawal'>(),
    orderId: order?.id,
    returnId: returned?.ok ? returned.value.id : undefined,
    isLate: order ? await isLate(tx, order, now) : false,
    submittedAt: now,
    ...{ handledAt: undefined, handledBy: '', handledNote: '' },
  };
  await insertWithdrawal(tx, withdrawal);
  if (order) {
    const data = { isLate: String(withdrawal.isLate) };
    await insertEvent(tx, order.id, { kind: 'withdrawn', actor: 'shopper', data }, now);
  }
  await tell(tx, 'orders.withdrawn', { orderId: order?.id ?? '', withdrawalId: withdrawal.id });
  return ok(withdrawal);
}

/**
 * Notes that a person did what a statement asks for: stopped the parcel, refunded, answered that it came too late. Said
 * twice, the first word stays.
 */
export async function handleWithdrawal(
  tx: Tx,
  input: {
    readonly id: WithdrawalId;
    readonly note: string;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Withdrawal, Refusal<'unknown_withdrawal' | 'too_long'>>> {
  const { id, note, actor, now } = input;
  if (note.length > LIMITS.note || note.includes('\0')) {
    return refuse('too_long', `a note has at most ${LIMITS.note} characters`, 'note');
  }
  const isNews = await markHandled(tx, input);
  const withdrawal = await readWithdrawal(tx, id);
  if (withdrawal === undefined) return refuse('unknown_withdrawal', 'there is no such withdrawal', 'id');
  if (isNews && withdrawal.orderId) {
    await insertEvent(tx, withdrawal.orderId, { kind: 'withdrawal_handled', actor, data: { note } }, now);
  }
  return ok(withdrawal);
}

/** Until when the order can be withdrawn from; `undefined` while its last parcel has not arrived. */
export async function withdrawalEndOf(db: Db, order: Order): Promise<Temporal.Instant | undefined> {
  const isDelivered = order.facts.quantity > 0 && order.facts.deliveredQuantity >= order.facts.quantity;
  const fulfilments = isDelivered ? await selectFulfilments(db, order.id) : [];
  const times = fulfilments.flatMap(({ deliveredAt }) => deliveredAt ?? []);
  const lastDeliveredAt = times.toSorted(Temporal.Instant.compare).at(-1);
  const { timeZone } = await readShop(db);
  // The order confirmation informs of the right, on a durable medium.
  return withdrawalEnd({ lastDeliveredAt, timeZone, isInformed: true });
}

async function isLate(tx: Tx, order: Order, now: Temporal.Instant): Promise<boolean> {
  const end = await withdrawalEndOf(tx, order);
  return end !== undefined && Temporal.Instant.compare(now, end) >= 0;
}

/** Of what the consumer names, what was handed over and is not on its way back already. */
async function returnOf(
  tx: Tx,
  order: Order,
  { lines, now }: Parameters<typeof withdraw>[1],
): Promise<Result<Return, ReturnRefusal> | undefined> {
  if (!mayDo(order.state, 'return')) return undefined;
  const left = returnable(await readReturns(tx, order.id));
  const pieces = order.lines.flatMap((line) => {
    const wanted = lines ? (lines.find(({ lineId }) => lineId === line.id)?.quantity ?? 0) : line.quantity;
    const quantity = Math.min(wanted, left(line));
    return quantity >= 1 ? [{ lineId: line.id, quantity, reason: 'changed_mind' as const }] : [];
  });
  if (pieces.length === 0) return undefined;
  const about = { orderId: order.id, kind: 'withdrawal', isApproved: true, actor: 'shopper', now } as const;
  return requestReturn(tx, { ...about, lines: pieces });
}

function wrongText(input: Parameters<typeof withdraw>[1]) {
  for (const field of ['orderNumber', 'name', 'email', 'statement'] as const) {
    const text = input[field];
    if (text.length > LIMITS[field] || text.includes('\0')) {
      return refuse('too_long', `${field} has at most ${LIMITS[field]} characters`, field);
    }
    if (text.trim() === '' && field !== 'statement') return refuse('missing', `${field} is needed`, field);
  }
  if (/^[^\s@]+@[^\s@]+$/.test(input.email.trim())) return undefined;
  return refuse('not_an_email', 'an e-mail address such as name@example.com', 'email');
}
