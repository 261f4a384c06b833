import { named, proportion, ratio, summed } from './ratio.ts';

const BEGAN = 'By the day on which the session began, in the shop’s zone.';

export const SESSIONS = summed('count', {
  id: 'sessions',
  about:
    'Visits: until nothing happened for more than 30 minutes, or another campaign brought the visitor. Without bots and ' +
    'staff.',
  timeRule: BEGAN,
});

export const SESSIONS_VIEWED = step('sessions_viewed', 'in which goods were looked at');
export const SESSIONS_CART = step('sessions_cart', 'in which goods were then put into the cart');
export const SESSIONS_CHECKOUT = step('sessions_checkout', 'in which the checkout was then begun');
export const SESSIONS_PURCHASE = step('sessions_purchase', 'in which it was then bought');

export const CART_RATE = share(
  'cart_rate',
  ['sessions_cart', 'Sessions in which goods were put into the cart'],
  ['sessions_viewed', 'sessions in which they were looked at'],
);
export const CHECKOUT_RATE = share(
  'checkout_rate',
  ['sessions_checkout', 'Sessions in which the checkout was begun'],
  ['sessions_cart', 'sessions in which goods were put into the cart'],
);
export const PURCHASE_RATE = share(
  'purchase_rate',
  ['sessions_purchase', 'Sessions in which it was bought'],
  ['sessions_checkout', 'sessions in which the checkout was begun'],
);

export const SESSIONS_BOUGHT = summed('count', {
  id: 'sessions_bought',
  about: 'Sessions with at least one order that was sold, whatever steps came before it.',
  timeRule: BEGAN,
});

export const CONVERSION_RATE = proportion(
  {
    id: 'conversion_rate',
    about: 'Sessions with at least one order ÷ sessions. Not orders ÷ sessions.',
    timeRule: BEGAN,
  },
  named('sessions_bought'),
  named('sessions'),
);

export const MATCHED_ORDERS = summed('count', {
  id: 'matched_orders',
  about:
    'Orders whose session is known. Others were placed by visitors who could not be followed, or by staff.',
  timeRule: 'By the day on which the order was first sold, in the shop’s zone.',
});

export const TRACKED_SHARE = ratio(
  'share',
  {
    id: 'tracked_share',
    about: 'Orders whose session is known ÷ orders: how much of the business this table speaks of.',
    timeRule: 'By the day on which the order was first sold, in the shop’s zone.',
  },
  named('matched_orders'),
  named('orders'),
);

function step(id: string, what: string) {
  const about = `Sessions ${what}, as a closed funnel: each step after the one before it, in one session.`;
  return summed('count', { id, about, timeRule: BEGAN });
}

type Part = readonly [sum: string, text: string];

function share(id: string, [part, what]: Part, [whole, ofWhat]: Part) {
  const about = `${what} ÷ ${ofWhat}, as a closed funnel: each step after the one before it.`;
  return proportion({ id, about, timeRule: BEGAN }, named(part), named(whole));
}
