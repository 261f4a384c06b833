import { money, ok, type Result, refuse, toDecimal } from '../../../../kernel/index.ts';
import { type Tx, transactOrRefuse } from '../../../../platform/database/index.ts';
import type { ProviderCall } from '../../../payments/index.ts';
import { cancelOrder } from '../../cancel-order.ts';
import type { OrderDeps } from '../../deps.ts';
import type { Order, OrderId } from '../../order.ts';
import { makeCall } from '../../pay/record-payment.ts';
import { insertEvent } from '../../store/change-order.ts';
import { lockOrder, selectOrder } from '../../store/select-orders.ts';
import type { Pieces } from '../chosen-lines.ts';
import { piecesAmount } from '../pieces.ts';
import { piecesThatCame } from '../return.ts';
import { decide, readReturns } from '../store/returns.ts';
import { writeRefund } from '../write-refund.ts';
import type { ExchangeId, ExchangeRefusal } from './exchange.ts';
import { endExchange, selectExchanges } from './store.ts';

type Ending = {
  readonly orderId: OrderId;
  readonly exchangeId: ExchangeId;
  readonly actor: string;
  readonly now: Temporal.Instant;
};

/**
 * Settles an exchange whose pieces came and were looked at: they are credited, what they paid of the new order is spent,
 * and the rest goes back the way it was paid. Where pieces are missing the new order was not paid in full: refused, unless
 * the shop gives the difference away.
 */
export async function finishExchange(
  deps: OrderDeps,
  input: Ending & { readonly forgivesMissing?: boolean },
): Promise<Result<undefined, ExchangeRefusal>> {
  const begun = await transactOrRefuse<readonly ProviderCall[], ExchangeRefusal>(deps.db, async (tx) => {
    const open = await openExchange(tx, input);
    if (!open.ok) return open;
    const { order, exchange, returned } = open.value;
    if (returned.state !== 'received') return refuse('not_received', `the return is ${returned.state}`);
    // Locked, so that it is not cancelled meanwhile; the order whose pieces came is always locked first.
    const sent = await lockOrder(tx, exchange.newOrderId);
    const exchangedMinor = sent?.cancelledAt === undefined ? exchange.creditMinor : 0n;
    const lines = piecesThatCame(returned);
    const { actor, now, forgivesMissing = false } = input;
    const about = { returnId: returned.id, reason: 'exchange', actor, now, exchangedMinor };
    const goodwillMinor = exchangedMinor - least(exchangedMinor, worthOf(order, lines));
    if (goodwillMinor > 0n && !forgivesMissing) {
      const missing = `${toDecimal(money(goodwillMinor, order.currency))} ${order.currency}`;
      return refuse('pieces_missing', `${missing} of the new order are not covered by what came`);
    }
    const request = { lines, delivery: 'none', goodwillMinor, means: 'original' } as const;
    const written = await writeRefund(tx, order, { ...request, ...about });
    if (!written.ok && written.refusal.code !== 'nothing_to_refund') return written;
    await endExchange(tx, { id: exchange.id, state: 'done', now });
    await insertEvent(tx, order.id, { kind: 'exchange_done', actor, data: { number: exchange.number } }, now);
    return ok(written.ok ? written.value.calls : []);
  });
  if (!begun.ok) return begun;
  for (const call of begun.value) await makeCall(deps, call, input.now);
  return ok(undefined);
}

/**
 * Cancels an exchange of which nothing came and nothing went: the new order is cancelled and what was paid for it goes
 * back, the return is called off. Asked again, it goes on where it was cut off.
 */
export async function cancelExchange(
  deps: OrderDeps,
  input: Ending,
): Promise<Result<undefined, ExchangeRefusal>> {
  const { orderId, exchangeId, actor, now } = input;
  const exchange = (await selectExchanges(deps.db, orderId)).find(({ id }) => id === exchangeId);
  const sent = exchange && (await selectOrder(deps.db, exchange.newOrderId));
  if (exchange === undefined || sent === undefined) return unknown();
  if (exchange.state !== 'open') return refuse('not_possible_in_this_state', `it is ${exchange.state}`);
  if (sent.facts.fulfilledQuantity > 0) return refuse('handed_over', 'the new goods are on their way');
  const whole = (await readReturns(deps.db, orderId)).find(({ id }) => id === exchange.returnId);
  if (whole?.state === 'received') return refuse('received', 'the pieces came back: finish it');
  const about = { orderId: exchange.newOrderId, reason: 'merchant', actor, now } as const;
  const cancelled = await cancelOrder(deps, { ...about, isOfExchange: true });
  if (!cancelled.ok) return cancelled;
  return transactOrRefuse<undefined, ExchangeRefusal>(deps.db, async (tx) => {
    const open = await openExchange(tx, input);
    if (!open.ok) return open;
    const { order, returned } = open.value;
    await endExchange(tx, { id: exchangeId, state: 'cancelled', now });
    if (returned.state === 'approved') {
      await decide(tx, { id: returned.id, state: 'rejected', note: returned.decisionNote, now });
    }
    const data = { number: exchange.number };
    await insertEvent(tx, order.id, { kind: 'exchange_cancelled', actor, data }, now);
    return ok(undefined);
  });
}

async function openExchange(tx: Tx, { orderId, exchangeId }: Ending) {
  const order = await lockOrder(tx, orderId);
  const exchange = (await selectExchanges(tx, orderId)).find(({ id }) => id === exchangeId);
  if (order === undefined || exchange === undefined) return unknown();
  if (exchange.state !== 'open') return refuse('not_possible_in_this_state', `it is ${exchange.state}`);
  const returned = (await readReturns(tx, orderId)).find(({ id }) => id === exchange.returnId);
  return returned === undefined ? unknown() : ok({ order, exchange, returned });
}

/** What the pieces that came were bought for. */
function worthOf(order: Order, pieces: readonly Pieces[]): bigint {
  return pieces.reduce((sum, { lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    if (line === undefined) return sum;
    return sum + piecesAmount(line.totalMinor, line.quantity, line.refundedQuantity, quantity);
  }, 0n);
}

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}

function unknown() {
  return refuse('unknown_exchange', 'the order has no such exchange', 'exchangeId');
}
