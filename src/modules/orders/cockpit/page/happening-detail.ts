import { countryName, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { orderWords } from '../words.ts';
import { minorMoney } from './minor-money.ts';
import type { OrderDesk } from './order-desk.ts';

type Happening = OrderDesk['timeline'][number];

/** Kinds whose number is that of another order. */
const OF_ORDERS: ReadonlySet<Happening['kind']> = new Set([
  ...(['addition_made', 'addition_of', 'exchange_made', 'exchange_of'] as const),
  ...(['exchange_done', 'exchange_cancelled'] as const),
]);

/** What is to be said of a line of the timeline beside its title: amounts, places, why. */
export function detailOf({ order }: OrderDesk, { kind, data }: Happening): string | undefined {
  if (kind === 'note') return undefined;
  const { amountMinor, number, city, country, removed, carrier, why, note } = data;
  const t = orderWords();
  const parts = [
    number === undefined ? undefined : numberOf(kind, number),
    removed && t.page.removedPieces(Number(removed)),
    amountMinor && moneyOf(minorMoney(amountMinor, order.currency)),
    city && [city, country && countryName(country)].filter(Boolean).join(', '),
    carrier,
    reasonOf(kind, data),
    why,
    note && `“${note}”`,
  ].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(' · ');
}

function numberOf(kind: Happening['kind'], number: string): string | undefined {
  if (OF_ORDERS.has(kind)) return `#${number}`;
  return kind === 'fulfilled' || kind === 'delivered' ? orderWords().page.shipped(Number(number)) : undefined;
}

/** Reasons that are names of ours are put in words; others are what somebody wrote. */
function reasonOf(kind: Happening['kind'], { reason = '', because = '' }: Happening['data']) {
  const { acts, because: words } = orderWords();
  const named: Readonly<Record<string, string>> = kind === 'cancelled' ? acts.cancelReasons : words;
  return named[reason] ?? named[because] ?? reason;
}
