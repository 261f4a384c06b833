import { ok, type Result, refuse } from '../../../kernel/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { type Payment, readPayments } from '../../payments/index.ts';
import { grantOrderAccess } from '../access.ts';
import type { OrderDeps } from '../deps.ts';
import type { OrderId } from '../order.ts';
import type { Placed, PlacedNext, PlaceRefusal } from '../placed.ts';
import type { OrderState } from '../state.ts';
import { selectOrder } from '../store/select-orders.ts';

type About = Pick<Placed, 'orderId' | 'number' | 'accessToken'>;

/** The order of a cart once more, with a token of its own: none can be told twice. */
export async function placedAgain(
  deps: OrderDeps,
  orderId: OrderId,
  now: Temporal.Instant,
): Promise<Placed | undefined> {
  const order = await selectOrder(deps.db, orderId);
  if (order === undefined) return undefined;
  const last = (await readPayments(deps.db, orderId)).at(-1);
  const { number, state } = order;
  const accessToken = await openAgain(deps, orderId, now);
  const next: PlacedNext =
    state === 'pending_payment' && last !== undefined ? nextOf(last) : { kind: 'done' };
  return { orderId, number, accessToken, state, paymentId: last?.id, next };
}

export function openAgain(deps: OrderDeps, orderId: OrderId, now: Temporal.Instant): Promise<string> {
  return transact(deps.db, (tx) => grantOrderAccess(tx, { orderId, now }));
}

/** What a shopper is told once the provider has answered. */
export function placedOf(about: About, payment: Payment, state: OrderState): Result<Placed, PlaceRefusal> {
  if (payment.state !== 'failed')
    return ok({ ...about, state, paymentId: payment.id, next: nextOf(payment) });
  const { orderId, number } = about;
  const kind = payment.decline?.kind ?? 'provider_error';
  const message = 'the payment was declined: try again, or pay in another way';
  return { ok: false, refusal: { ...refuse('payment_declined', message).refusal, kind, orderId, number } };
}

function nextOf({ state, next, provider }: Payment): PlacedNext {
  if (state !== 'new' && state !== 'requires_action' && state !== 'processing') return { kind: 'done' };
  return next.kind === 'none' ? { kind: 'wait' } : { ...next, provider };
}
