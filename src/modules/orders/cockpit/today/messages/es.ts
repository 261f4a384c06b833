import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const es: Translated<typeof en> = {
  title: 'Today',
  sales: 'Sales so far today',
  orders: (count: string) => `${count} orders`,
  against: (amount: string, orders: string) =>
    `Same weekday last week until now: ${amount} in ${orders} orders`,
  why: 'How this is counted',
  whyText:
    'Orders that were placed since midnight in the shop’s zone, are paid or promised, and are not cancelled; with tax, without what edits took off. Compared with the same weekday a week ago until the same time of the day.',
  hour: (hour: string) => `${hour}:00`,
  now: 'Today',
  before: 'A week ago',
  none: 'Nothing waits for you',
  noneText: 'Orders to ship, returns, refunds and everything else that needs a hand appears here by itself.',
  since: (when: string) => `the oldest ${when}`,
  until: (when: string) => `the first due ${when}`,
  all: 'Show all',
  ship: 'Ship',
  parts: {
    to_ship: 'Orders to ship',
    declined: 'Payments declined',
    refunds: 'Refunds to finish',
    returns_asked: 'Returns to decide',
    returns_coming: 'Returns to receive',
    exchanges: 'Open exchanges',
    withdrawals: 'Withdrawals to answer',
    mentions: 'Notes for you',
    disputes: 'Disputes to answer',
    refunds_to_send: 'Refunds to send by hand',
    low_stock: 'Low stock',
    imports: 'Imports with errors',
    dead_letters: 'Work that gave up',
    pages: 'Payment pages changed',
  },
  errors: (count: string) => `${count} rows with errors`,
};
