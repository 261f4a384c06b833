import type { Order, OrderEvent, readExchanges, readLinkedOrders } from '../../../modules/orders/index.ts';
import { type MessageKey, message } from '../messages/index.ts';
import type { LinkedOrderModel } from '../model/index.ts';
import type { Site } from '../site.ts';

type Exchange = Awaited<ReturnType<typeof readExchanges>>[number];
type LinkedOrder = Awaited<ReturnType<typeof readLinkedOrders>>[number];

/** An order that was made because of this one: what was added to it, or is sent in exchange, and how that stands. */
export function linkedOrderModel(
  { number, kind, state, orderId }: LinkedOrder,
  { order, exchanges, site }: { order: Order; exchanges: readonly Exchange[]; site: Site },
): LinkedOrderModel {
  const { locale } = order;
  const exchange = exchanges.find(({ newOrderId }) => newOrderId === orderId);
  const isUnpaid = state === 'pending_payment';
  const own = site.to(`/orders/${number}`);
  return {
    title: message(locale, `linked.${kind}`, { number }),
    state,
    stateText: message(locale, `order.state_${state}`),
    text: exchange && message(locale, exchangeKey(exchange)),
    link: isUnpaid
      ? { title: message(locale, 'linked.pay'), href: `${own}/pay` }
      : { title: message(locale, 'pay_order.back'), href: own },
  };
}

/** To which order this one belongs, as its timeline says. */
export function belongsTo(timeline: readonly OrderEvent[], locale: Order['locale']): string | undefined {
  for (const { kind, data } of timeline) {
    if (kind === 'addition_of' || kind === 'exchange_of') {
      return message(locale, `linked.${kind}`, { number: data['number'] ?? '' });
    }
  }
  return undefined;
}

function exchangeKey({ state, sends }: Exchange): MessageKey {
  return state === 'open' ? `linked.${sends}` : `linked.${state}`;
}
