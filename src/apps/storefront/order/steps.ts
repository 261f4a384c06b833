import type { Order, OrderEvent, OrderState } from '../../../modules/orders/index.ts';
import { type MessageKey, message } from '../messages/index.ts';
import type { OrderStep } from '../model/index.ts';

/** How far an order is, as a shopper counts: ordered, paid, shipped, delivered, or how it ended before that. */
export function orderSteps(
  order: Order,
  timeline: readonly OrderEvent[],
  timeZone: string,
): readonly OrderStep[] {
  const { locale, state } = order;
  const at = (...kinds: readonly string[]) => {
    const event = timeline.find(({ kind }) => kinds.includes(kind));
    return event && momentText(event.at, locale, timeZone);
  };
  const step = (key: MessageKey, isDone: boolean, when: string | undefined) => ({
    title: message(locale, key),
    at: isDone ? when : undefined,
    isDone,
  });
  const isShipped = order.lines.some(({ requiresShipping }) => requiresShipping);
  const { fulfilledQuantity, deliveredQuantity, quantity } = order.facts;
  const steps = [
    step('order.step_placed', true, momentText(order.placedAt, locale, timeZone)),
    step(paidKey(order), order.paidAt !== undefined, at('paid', 'authorized')),
    step('order.step_shipped', quantity > 0 && fulfilledQuantity >= quantity, at('fulfilled')),
    ...(isShipped
      ? [step('order.step_delivered', quantity > 0 && deliveredQuantity >= quantity, at('delivered'))]
      : []),
  ];
  const ending = ENDINGS.get(state);
  if (ending) {
    const done = steps.filter(({ isDone }) => isDone).map((each) => shown(each, 'done'));
    const when = at('cancelled', 'refunded', 'return_received');
    return [...done, { title: message(locale, ending), at: when, state: 'ended' }];
  }
  const now = steps.findIndex(({ isDone }) => !isDone);
  return steps.map((each, index) => {
    if (each.isDone) return shown(each, 'done');
    return shown(each, index === now ? 'now' : 'ahead');
  });
}

/** What is paid at the door, or taken when it is sent, stands before it is paid. */
function paidKey({ paidAt, facts }: Order): MessageKey {
  return paidAt !== undefined && facts.capturedMinor < facts.dueMinor
    ? 'order.step_confirmed'
    : 'order.step_paid';
}

const ENDINGS: ReadonlyMap<OrderState, MessageKey> = new Map<OrderState, MessageKey>([
  ['cancelled', 'order.step_cancelled'],
  ['refunded', 'order.step_refunded'],
  ['returned', 'order.step_returned'],
]);

function shown({ title, at }: Pick<OrderStep, 'title' | 'at'>, state: OrderStep['state']): OrderStep {
  return { title, at, state };
}

/** `26 Nov, 14:02`, in the shop's zone. */
export function momentText(at: Temporal.Instant, locale: Order['locale'], timeZone: string): string {
  return at.toLocaleString(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
}

export function dayText(at: Temporal.Instant, locale: Order['locale'], timeZone: string): string {
  return at.toLocaleString(locale, { dateStyle: 'long', timeZone });
}
