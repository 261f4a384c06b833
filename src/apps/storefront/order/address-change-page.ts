import { formatAddress } from '../../../modules/markets/index.ts';
import { type Order, orderButton, type readProposals } from '../../../modules/orders/index.ts';
import type { Payment, PaymentMethod } from '../../../modules/payments/index.ts';
import { declineKey } from '../checkout/decline-key.ts';
import { paymentStep } from '../checkout/payment-choices.ts';
import { type MessageKey, message } from '../messages/index.ts';
import type { AddressChangePage, StatusNote, Totals } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import type { Site } from '../site.ts';
import { dayText } from './steps.ts';

type Proposal = Awaited<ReturnType<typeof readProposals>>[number];

export type AddressChangeFacts = {
  readonly order: Order;
  readonly proposal: Proposal;
  /** It can still be agreed to. */
  readonly isOpen: boolean;
  readonly offered: readonly PaymentMethod[];
  readonly chosen: string;
  readonly problems: ReadonlyMap<string, string>;
  /** The last attempt to pay it. */
  readonly last: Payment | undefined;
  readonly site: Site;
};

/** What another address changes and costs, with every way to pay it; or what came of it. */
export function addressChangePage(facts: AddressChangeFacts): AddressChangePage {
  const { order, proposal, isOpen, offered, problems, site } = facts;
  const { locale, shop, market } = site;
  const own = site.to(`/orders/${order.number}`);
  const typed = { values: { payment: facts.chosen }, problems };
  const isOffered = isOpen && !isAsked(facts.last);
  return {
    kind: 'address_change',
    number: order.number,
    order: { title: message(locale, 'pay_order.back'), href: own },
    lead: isOffered ? message(locale, 'address_change.lead') : undefined,
    status: statusOf(facts),
    problems: [...problems].map(([field, text]) => ({
      text,
      href: field === 'payment' ? '#payment' : undefined,
    })),
    oldAddress: formatAddress(proposal.oldAddress, { locale }),
    address: formatAddress(proposal.address, { locale }),
    totals: totalsOf(order, proposal),
    offer: isOffered
      ? {
          action: `${own}/address`,
          payment: paymentStep({ dueMinor: proposal.differenceMinor }, offered, typed, site),
          orderButton: orderButton(locale, market),
          until: message(locale, 'address_change.until', {
            date: dayText(proposal.expiresAt, locale, shop.timeZone),
          }),
        }
      : undefined,
  };
}

/** Nobody knows yet what came of it. */
export function isAsked(payment: Payment | undefined): boolean {
  return payment?.state === 'new' || payment?.state === 'processing';
}

function totalsOf({ currency, locale, pricesIncludeTax }: Order, proposal: Proposal): Totals {
  const text = (minor: bigint) => moneyText(minor, currency, locale);
  const { totals } = proposal.agreement;
  const tax = text(totals.taxMinor);
  return {
    rows: [
      {
        label: message(locale, 'address_change.old_total'),
        amount: text(proposal.oldTotalMinor),
        kind: 'plain',
      },
      {
        label: message(locale, 'address_change.new_total'),
        amount: text(proposal.totalMinor),
        kind: 'plain',
      },
    ],
    total: { label: message(locale, 'address_change.due'), amount: text(proposal.differenceMinor) },
    notes: [
      message(locale, 'address_change.delivery', { amount: text(totals.deliveryMinor).text }),
      message(locale, pricesIncludeTax ? 'address_change.tax_in' : 'address_change.tax', {
        amount: tax.text,
      }),
    ],
  };
}

const ENDINGS: Readonly<Record<Proposal['state'], readonly [StatusNote['kind'], MessageKey]>> = {
  proposed: ['careful', 'address_change.gone'],
  applied: ['done', 'address_change.applied'],
  declined: ['done', 'address_change.declined'],
  expired: ['careful', 'address_change.gone'],
  withdrawn: ['careful', 'address_change.gone'],
};

function statusOf({ proposal, isOpen, last, problems, site }: AddressChangeFacts): StatusNote | undefined {
  const { locale } = site;
  if (!isOpen) {
    const [kind, key] = ENDINGS[proposal.state];
    return { kind, text: message(locale, key) };
  }
  if (isAsked(last)) return { kind: 'careful', text: message(locale, 'address_change.asked') };
  if (last?.state !== 'failed' || problems.size > 0) return undefined;
  return { kind: 'failed', text: message(locale, declineKey(last.decline?.kind ?? '')) };
}
