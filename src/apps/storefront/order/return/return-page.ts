import type { Picture } from '../../../../modules/media/index.ts';
import { mayDo, type Order, RETURN_REASONS } from '../../../../modules/orders/index.ts';
import { isInEuropeanUnion } from '../../consumer-law.ts';
import { type MessageKey, message } from '../../messages/index.ts';
import type { Link, ReturnableLine, ReturnPage, SelectField } from '../../model/index.ts';
import type { FormFields } from '../../personal/form-fields.ts';
import type { Site } from '../../site.ts';
import { orderLines } from '../order-lines.ts';
import { dayText } from '../steps.ts';
import { fieldsOf, NOTE_LIMIT, type Problems } from './return-form.ts';
import type { Returnable } from './returnable-lines.ts';

/** More do not fit into a form of the shop; the rest is a page further. */
export const LINES_PER_PAGE = 30;

export type ReturnFacts = {
  readonly order: Order;
  readonly offered: readonly Returnable[];
  /** The first of them on this page. */
  readonly from: number;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly typed: FormFields;
  readonly problems: Problems;
  readonly withdrawalEnd: Temporal.Instant | undefined;
  readonly now: Temporal.Instant;
  readonly site: Site;
};

/** The form that asks to send pieces back, with what was typed and what is wrong with it. */
export function returnPage(facts: ReturnFacts): ReturnPage {
  const { order, offered, from, typed, problems, site } = facts;
  const { locale } = site;
  const own = site.to(`/orders/${order.number}`);
  const next = from + LINES_PER_PAGE;
  return {
    kind: 'return',
    orderNumber: order.number,
    orderHref: own,
    action: from === 0 ? `${own}/return` : `${own}/return?from=${from}`,
    problems: [...problems].map(([field, text]) => ({ text, href: `#${field}` })),
    lines: shownLines(facts),
    nothing: offered.length > 0 ? undefined : message(locale, nothingKey(order)),
    note: {
      kind: 'area',
      name: 'note',
      label: message(locale, 'return.note'),
      value: typed['note'] ?? '',
      maxLength: NOTE_LIMIT,
      problem: problems.get('note'),
    },
    next: [
      message(locale, 'return.next_answer', { email: order.email }),
      message(locale, 'return.next_send'),
      message(locale, 'return.next_money'),
    ],
    withdraw: withdrawLink(order, site, { end: facts.withdrawalEnd, now: facts.now }),
    more:
      next < offered.length
        ? { title: message(locale, 'return.more'), href: `${own}/return?from=${next}` }
        : undefined,
  };
}

/** Withdrawing from the contract, where the buyer has that right (Directive 2011/83/EU, article 9). */
export function withdrawLink(
  order: Order,
  site: Site,
  time: { readonly end: Temporal.Instant | undefined; readonly now: Temporal.Instant },
): Link | undefined {
  if (!hasRightToWithdraw(order, site) || isOver(time)) return undefined;
  const href = `${site.to('/withdraw')}?order=${encodeURIComponent(order.number)}`;
  return { title: message(site.locale, 'order.withdraw'), href };
}

/** Until when that right lasts, and once it is over that it is; nothing while its time has not begun. */
export function withdrawalText(
  order: Order,
  site: Site,
  time: { readonly end: Temporal.Instant | undefined; readonly now: Temporal.Instant },
): string | undefined {
  if (time.end === undefined || !hasRightToWithdraw(order, site)) return undefined;
  // The end is the midnight after the last day.
  const date = dayText(time.end.subtract({ seconds: 1 }), order.locale, site.shop.timeZone);
  return message(order.locale, isOver(time) ? 'order.withdraw_over' : 'order.withdraw_until', { date });
}

function hasRightToWithdraw(order: Order, site: Site): boolean {
  const country = order.shippingAddress?.country ?? order.billingAddress.country;
  return site.canWithdraw && mayDo(order.state, 'withdraw') && isInEuropeanUnion(country);
}

function isOver({ end, now }: Parameters<typeof withdrawLink>[2]): boolean {
  return end !== undefined && Temporal.Instant.compare(now, end) >= 0;
}

function nothingKey({ facts }: Order): MessageKey {
  return facts.fulfilledQuantity === 0 ? 'return.nothing_yet' : 'return.nothing_left';
}

function shownLines({ order, offered, from, pictures, typed, problems, site }: ReturnFacts) {
  const models = new Map(orderLines(order, pictures, site).map((model) => [model.id, model]));
  return offered.slice(from, from + LINES_PER_PAGE).flatMap(({ line, left }): ReturnableLine[] => {
    const model = models.get(line.id);
    if (!model) return [];
    const names = fieldsOf(line.id);
    const field = (name: string, label: MessageKey, options: SelectField['options']): SelectField => ({
      ...{ kind: 'select', name, autocomplete: 'off', isRequired: true, width: 'half', options },
      label: message(site.locale, label),
      value: typed[name] ?? '',
      problem: problems.get(name),
    });
    return [
      {
        line: model,
        quantity: field(names.quantity, 'return.quantity', quantities(left, site)),
        reason: field(names.reason, 'return.reason', reasons(site)),
      },
    ];
  });
}

const MOST_CHOICES = 100;

function quantities(left: number, { locale }: Site): SelectField['options'] {
  const counts = Array.from({ length: Math.min(left, MOST_CHOICES) }, (_, index) => index + 1);
  const none = { value: '0', title: message(locale, 'return.keep') };
  return [none, ...counts.map((count) => ({ value: String(count), title: String(count) }))];
}

function reasons({ locale }: Site): SelectField['options'] {
  const named = RETURN_REASONS.map((value) => ({ value, title: message(locale, `return.reason_${value}`) }));
  return [{ value: '', title: message(locale, 'return.choose_reason') }, ...named];
}
