import { formatAddress, type PostalAddress } from '../../../modules/markets/index.ts';
import type { Picture } from '../../../modules/media/index.ts';
import { mayDo, type Order, type OrderEvent } from '../../../modules/orders/index.ts';
import type { Payment } from '../../../modules/payments/index.ts';
import { declineKey } from '../checkout/decline-key.ts';
import { daysText } from '../checkout/delivery-choices.ts';
import { message } from '../messages/index.ts';
import type { OrderAction, OrderPage, StatusNote } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import type { Site } from '../site.ts';
import type { AfterSale } from './after-sale.ts';
import { belongsTo } from './linked-orders.ts';
import { orderLines } from './order-lines.ts';
import { withdrawalText, withdrawLink } from './return/return-page.ts';
import { dayText, orderSteps } from './steps.ts';
import { orderTotals } from './totals.ts';

export type OrderFactsToShow = {
  readonly order: Order;
  readonly timeline: readonly OrderEvent[];
  readonly payments: readonly Payment[];
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly site: Site;
  /** Right after it was placed: thanks rather than a number. */
  readonly isJustPlaced: boolean;
  /** Right after something was asked to be sent back. */
  readonly isReturnAsked: boolean;
  readonly hasMailbox: boolean;
  readonly afterSale: AfterSale;
  /** Where it is paid while it is not. */
  readonly payHref: string;
  readonly now: Temporal.Instant;
};

/** An order as its buyer sees it, in the language in which it was placed. */
export function orderPage(facts: OrderFactsToShow): OrderPage {
  const { order, timeline, payments, pictures, site, isJustPlaced, hasMailbox } = facts;
  const { locale, number, state, email, totals } = order;
  const timeZone = site.shop.timeZone;
  const last = payments.at(-1);
  const isUnpaid = state === 'pending_payment';
  return {
    kind: 'order',
    status: statusOf(facts, last),
    number,
    headline: isJustPlaced && !isUnpaid ? thanks(order) : message(locale, 'order.title', { number }),
    belongsTo: belongsTo(timeline, locale),
    stateText: message(locale, `order.state_${state}`),
    isUnpaid,
    placedAt: dayText(order.placedAt, locale, timeZone),
    steps: orderSteps(order, timeline, timeZone),
    downloads: facts.afterSale.downloads,
    linked: facts.afterSale.linked,
    parcels: facts.afterSale.parcels,
    returns: facts.afterSale.returns,
    refunds: facts.afterSale.refunds,
    lines: orderLines(order, pictures, site),
    totals: orderTotals(order),
    email,
    shippingAddress: linesOf(order.shippingAddress, locale),
    billingAddress: linesOf(order.billingAddress, locale),
    delivery:
      order.delivery && [order.delivery.name, daysText(order.delivery, order)].filter(Boolean).join(', '),
    payments: payments.flatMap((payment) => paymentRow(payment, order)),
    instructions: isUnpaid && last?.next.kind === 'instructions' ? last.next.lines : [],
    documents: facts.afterSale.documents,
    actions: actionsOf(facts, last),
    withdrawal: withdrawalText(order, site, { end: facts.afterSale.withdrawalEnd, now: facts.now }),
    note: order.note === '' ? undefined : order.note,
    mailboxHref: hasMailbox && totals.totalMinor >= 0n ? site.to('/demo/mailbox') : undefined,
  };
}

function thanks({ locale, shippingAddress, billingAddress }: Order): string {
  const name = (shippingAddress ?? billingAddress).name.trim();
  // A name is a person's own: its first word is how most are addressed, and nothing is guessed of the rest.
  const [first = ''] = name.split(/\s+/);
  return first === ''
    ? message(locale, 'order.thanks')
    : message(locale, 'order.thanks_named', { name: first });
}

function statusOf(
  { order, isJustPlaced, isReturnAsked, afterSale }: OrderFactsToShow,
  last: Payment | undefined,
): StatusNote | undefined {
  const { locale, email, state } = order;
  if (state === 'pending_payment') {
    if (last?.state === 'failed') {
      return { kind: 'failed', text: message(locale, declineKey(last.decline?.kind ?? '')) };
    }
    if (last?.state === 'new' || last?.state === 'processing') {
      return { kind: 'careful', text: message(locale, 'order.checking') };
    }
    return undefined;
  }
  if (isReturnAsked && afterSale.returns.at(-1)?.state === 'requested') {
    return { kind: 'done', text: message(locale, 'return.asked', { email }) };
  }
  return isJustPlaced ? { kind: 'done', text: message(locale, 'order.mail_sent', { email }) } : undefined;
}

function linesOf(address: PostalAddress | undefined, locale: Order['locale']): readonly string[] {
  return address === undefined ? [] : formatAddress(address, { locale });
}

function paymentRow(payment: Payment, { locale }: Order): OrderPage['payments'] {
  const paid = payment.capturedMinor > 0n ? payment.capturedMinor : payment.authorizedMinor;
  if (paid === 0n) return [];
  const { means } = payment;
  const title =
    means?.last4 === undefined
      ? message(locale, `order.payment_${payment.provider}`)
      : message(locale, 'order.payment_card', {
          brand: capital(means.brand ?? payment.provider),
          last4: means.last4,
        });
  const refunded = payment.refundedMinor;
  const text =
    refunded > 0n
      ? message(locale, 'order.payment_refunded', {
          amount: moneyText(refunded, payment.currency, locale).text,
        })
      : '';
  return [{ title, text, amount: moneyText(paid, payment.currency, locale) }];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function actionsOf(
  { order, site, isJustPlaced, afterSale, payHref, now }: OrderFactsToShow,
  last: Payment | undefined,
): readonly OrderAction[] {
  const { locale, number, state } = order;
  const isByHand = last?.next.kind === 'instructions';
  const actions: OrderAction[] = [];
  if (mayDo(state, 'pay') && !isByHand) {
    const isWaiting = last?.state === 'new' || last?.state === 'processing';
    actions.push({
      title: message(locale, isWaiting ? 'order.refresh' : 'order.pay_again'),
      href: isWaiting && payHref === site.to('/checkout') ? site.to('/checkout/return') : payHref,
      kind: 'link',
      isMain: true,
    });
  }
  if (afterSale.isReturnable) {
    const href = site.to(`/orders/${number}/return`);
    actions.push({ title: message(locale, 'return.link'), href, kind: 'link', isMain: false });
  }
  const withdrawal = isJustPlaced
    ? undefined
    : withdrawLink(order, site, { end: afterSale.withdrawalEnd, now });
  if (withdrawal) actions.push({ ...withdrawal, kind: 'link', isMain: false });
  return actions;
}
