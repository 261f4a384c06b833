import type { Order } from '../order.ts';

/** Something about an order that a person may want to look at before it is sent. A fact, and no score. */
export type Sign =
  | { readonly kind: 'countries_differ'; readonly billing: string; readonly shipping: string }
  | { readonly kind: 'names_differ'; readonly billing: string; readonly shipping: string }
  | { readonly kind: 'declined_before'; readonly times: number }
  | { readonly kind: 'suspected_by_issuer' }
  | { readonly kind: 'several_cards'; readonly cards: number }
  | { readonly kind: 'high_value'; readonly usualMinor: bigint }
  | { readonly kind: 'first_order_high_value'; readonly usualMinor: bigint }
  | { readonly kind: 'free_mail_high_value'; readonly domain: string; readonly usualMinor: bigint }
  | { readonly kind: 'disputed' };

/** Providers at whom anybody gets an address in a minute. */
const FREE_MAIL = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'yahoo.com', 'icloud.com'],
  ...['aol.com', 'gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch', 'web.de', 'mail.ru', 'yandex.ru', 'proton.me'],
  ...['protonmail.com', 'orange.fr', 'free.fr', 'laposte.net', 'mail.com', 'zoho.com', 'tutanota.com'],
]);

const MANY_DECLINES = 2;

export type SignFacts = {
  readonly order: Pick<Order, 'email' | 'billingAddress' | 'shippingAddress' | 'totals'>;
  readonly payments: readonly {
    readonly state: string;
    readonly decline: { readonly kind: string } | undefined;
    readonly means: { readonly kind: string; readonly last4: string | undefined } | undefined;
    readonly disputedMinor: bigint;
  }[];
  readonly earlierOrders: number;
  /** What nine of ten orders do not exceed; `undefined` where nothing is usual yet. */
  readonly usualMinor: bigint | undefined;
};

/**
 * What is unusual about an order, from what the shop knows. What providers do not tell (CVC, AVS) and what is not kept (where
 * the shopper's network is) says nothing here.
 */
export function signsOf({ order, payments, earlierOrders, usualMinor }: SignFacts): Sign[] {
  return [
    ...addressSigns(order),
    ...paymentSigns(payments),
    ...valueSigns(order, { earlierOrders, usualMinor }),
  ];
}

function addressSigns({ billingAddress: billing, shippingAddress: shipping }: SignFacts['order']): Sign[] {
  if (shipping === undefined) return [];
  if (billing.country !== shipping.country) {
    return [{ kind: 'countries_differ', billing: billing.country, shipping: shipping.country }];
  }
  const isOther = billing.name.trim().toLowerCase() !== shipping.name.trim().toLowerCase();
  return isOther ? [{ kind: 'names_differ', billing: billing.name, shipping: shipping.name }] : [];
}

function paymentSigns(payments: SignFacts['payments']): Sign[] {
  const declined = payments.filter(({ state }) => state === 'failed');
  const cards = new Set(payments.flatMap(({ means }) => (means?.kind === 'card' ? [means.last4] : [])));
  return [
    ...(declined.length >= MANY_DECLINES
      ? [{ kind: 'declined_before' as const, times: declined.length }]
      : []),
    ...(payments.some(({ decline }) => decline?.kind === 'suspected_fraud')
      ? [{ kind: 'suspected_by_issuer' as const }]
      : []),
    ...(cards.size > 1 ? [{ kind: 'several_cards' as const, cards: cards.size }] : []),
    ...(payments.some(({ disputedMinor }) => disputedMinor > 0n) ? [{ kind: 'disputed' as const }] : []),
  ];
}

function valueSigns(
  { email, totals }: SignFacts['order'],
  { earlierOrders, usualMinor }: Pick<SignFacts, 'earlierOrders' | 'usualMinor'>,
): Sign[] {
  if (usualMinor === undefined || totals.totalMinor <= usualMinor) return [];
  if (earlierOrders > 0) return [{ kind: 'high_value', usualMinor }];
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return [
    { kind: 'first_order_high_value', usualMinor },
    ...(FREE_MAIL.has(domain) ? [{ kind: 'free_mail_high_value' as const, domain, usualMinor }] : []),
  ];
}
