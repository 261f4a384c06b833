import type { Picture } from '../../../modules/media/index.ts';
import { type Order, type OrderEvent, orderButton } from '../../../modules/orders/index.ts';
import type { Payment, PaymentMethod } from '../../../modules/payments/index.ts';
import { declineKey } from '../checkout/decline-key.ts';
import { paymentStep } from '../checkout/payment-choices.ts';
import { sellsInUnion } from '../consumer-law.ts';
import { message } from '../messages/index.ts';
import type { PayOrderPage, StatusNote } from '../model/index.ts';
import type { Site } from '../site.ts';
import { belongsTo } from './linked-orders.ts';
import { orderLines } from './order-lines.ts';
import { dayText } from './steps.ts';
import { orderTotals } from './totals.ts';

export type PayOrderFacts = {
  readonly order: Order;
  readonly timeline: readonly OrderEvent[];
  readonly offered: readonly PaymentMethod[];
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly chosen: string;
  readonly problems: ReadonlyMap<string, string>;
  readonly last: Payment | undefined;
  readonly site: Site;
};

/** What is bought and what is left to pay of it, with every way to pay that the shop offers for that. */
export function payOrderPage(facts: PayOrderFacts): PayOrderPage {
  const { order, timeline, offered, pictures, problems, site } = facts;
  const { number, totals, expiresAt, lines } = order;
  const { locale, shop, market } = site;
  const own = site.to(`/orders/${number}`);
  const typed = { values: { payment: facts.chosen }, problems };
  const isOfUnion = sellsInUnion(market);
  return {
    kind: 'pay_order',
    number,
    order: { title: message(locale, 'pay_order.back'), href: own },
    belongsTo: belongsTo(timeline, locale),
    until:
      expiresAt && message(locale, 'pay_order.until', { date: dayText(expiresAt, locale, shop.timeZone) }),
    status: statusOf(facts),
    problems: [...problems].map(([field, text]) => ({
      text,
      href: field === 'payment' ? '#payment' : undefined,
    })),
    action: `${own}/pay`,
    payment: paymentStep(totals, offered, typed, site),
    lines: orderLines(order, pictures, site),
    totals: orderTotals(order),
    orderButton: orderButton(locale, market),
    lawNotes: isOfUnion ? [message(locale, 'checkout.law_withdrawal')] : [],
    hasLegalGuarantee: isOfUnion && lines.some(({ requiresShipping }) => requiresShipping),
  };
}

function statusOf({ last, problems, site }: PayOrderFacts): StatusNote | undefined {
  if (last?.state !== 'failed' || problems.size > 0) return undefined;
  return { kind: 'failed', text: message(site.locale, declineKey(last.decline?.kind ?? '')) };
}
