import { CARDS } from './cards.ts';
import { type Asked, type Payment, type WorldpayEvent, type WorldpayWorld, worldpayId } from './world.ts';

/** The bank's word on an authorisation, and what Worldpay does next. */
export function authorizeCard(world: WorldpayWorld, asked: Asked, card: string): Payment {
  const payment: Payment = {
    ...{ ...pick(asked), id: worldpayId('pay'), card, at: world.now(), history: [] },
    ...{ authorized: 0, captured: 0, refunded: 0, isClosed: false },
  };
  world.payments.set(payment.id, payment);
  const behaviour = CARDS.get(card) ?? { kind: 'refuse', code: '14', description: 'Invalid card number' };
  const commandId = worldpayId('cmd');
  note(world, payment, { eventName: 'authorizationRequested', commandId });
  if (behaviour.kind === 'refuse') {
    const { code } = behaviour;
    note(world, payment, { eventName: 'authorizationRefused', commandId, code });
    emit(world, payment, 'refused');
    return payment;
  }
  payment.authorized = asked.amount;
  note(world, payment, { eventName: 'authorizationSucceeded', commandId });
  emit(world, payment, 'authorized');
  if (!asked.isAutoSettled) return payment;
  if (behaviour.kind === 'mismatch') cancel(world, payment);
  else settle(world, payment, { amount: asked.amount, reference: undefined });
  return payment;
}

function pick({ transactionReference, amount, currency, isAutoSettled }: Asked): Asked {
  return { transactionReference, amount, currency, isAutoSettled };
}

type Moved = { readonly amount: number; readonly reference: string | undefined };

export function settle(world: WorldpayWorld, payment: Payment, { amount, reference }: Moved): void {
  const commandId = worldpayId('cmd');
  payment.captured += amount;
  note(world, payment, {
    ...{ eventName: 'settlementRequested', commandId, value: { amount, currency: payment.currency } },
    ...(reference === undefined
      ? { type: 'fullSettlement' }
      : { type: 'partialSettlement', settlementReference: reference }),
  });
  note(world, payment, { eventName: 'settlementRequestSubmitted', commandId });
  emit(world, payment, 'sentForSettlement', amount);
}

export function giveBack(world: WorldpayWorld, payment: Payment, { amount, reference }: Moved): void {
  const commandId = worldpayId('cmd');
  payment.refunded += amount;
  note(world, payment, {
    ...{ eventName: 'refundRequested', commandId, value: { amount, currency: payment.currency } },
    ...(reference === undefined
      ? { type: 'fullRefund' }
      : { type: 'partialRefund', refundReference: reference }),
  });
  note(world, payment, { eventName: 'refundRequestSubmitted', commandId });
  emit(world, payment, 'sentForRefund', amount);
}

export function cancel(world: WorldpayWorld, payment: Payment): void {
  const commandId = worldpayId('cmd');
  payment.isClosed = true;
  note(world, payment, { eventName: 'cancellationRequested', commandId });
  note(world, payment, { eventName: 'cancellationRequestSubmitted', commandId });
  emit(world, payment, 'cancelled');
}

/** A command that Worldpay had taken in hand fails after all. */
export function failLast(world: WorldpayWorld, payment: Payment, command: 'settlement' | 'refund'): void {
  const last = payment.history.findLast(({ eventName }) => eventName === `${command}Requested`);
  if (last === undefined) throw new RangeError(`no ${command} of ${payment.id}`);
  const { amount = 0 } = last.value ?? {};
  if (command === 'settlement') payment.captured -= amount;
  else payment.refunded -= amount;
  note(world, payment, {
    eventName: `${command}Failed`,
    ...(last.commandId && { commandId: last.commandId }),
  });
  emit(world, payment, `${command}Failed`);
}

/** A cardholder's bank asks, takes the money, or gives it back: told by events alone. */
export function chargeBack(
  world: WorldpayWorld,
  payment: Payment,
  told: { readonly type: string; readonly amount: number },
): WorldpayEvent {
  return emit(world, payment, told.type, told.amount, 'chargeback');
}

/** Tells the shop's webhook endpoint; kept until somebody delivers it. */
function emit(
  world: WorldpayWorld,
  { transactionReference, amount: whole, currency }: Payment,
  type: string,
  amount = whole,
  classification: WorldpayEvent['classification'] = 'payment',
): WorldpayEvent {
  const event = {
    ...{ id: worldpayId('evt'), at: world.now().toString(), classification, type },
    ...{ transactionReference, amount, currency },
  };
  world.events.push(event);
  return event;
}

function note(
  world: WorldpayWorld,
  payment: Payment,
  event: Omit<Payment['history'][number], 'timestamp' | 'isHidden'>,
): void {
  const { isBehind: isLate, count } = world.lag;
  payment.history.push({
    ...event,
    timestamp: world.now().toString(),
    isHidden: () => isLate && world.lag.isBehind && world.lag.count === count,
  });
}
