/**
 * Where an order's money stands. `voided`: cancelled before anything was taken. The database has the same in
 * `payment_state`, which follows from the facts.
 */
export const PAYMENT_STANDINGS = [
  ...(['pending', 'authorized', 'partly_paid', 'paid', 'partly_refunded', 'refunded', 'voided'] as const),
] as const;
export type PaymentStanding = (typeof PAYMENT_STANDINGS)[number];

/** Where its goods are. `open` and `partly_fulfilled` are to be sent; `none`: nothing is owed, or not yet. */
export const FULFILMENT_STANDINGS = [
  ...(['none', 'open', 'partly_fulfilled', 'fulfilled', 'delivered', 'returned'] as const),
] as const;
export type FulfilmentStanding = (typeof FULFILMENT_STANDINGS)[number];

/** `-placed`: the latest first. By total, orders of one currency stand together: amounts of two cannot be compared. */
export const ORDER_SORTS = ['-placed', 'placed', '-total', 'total'] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];

/** Heaps of work: what waits for somebody to do something about an order. */
export const ORDER_QUEUES = [
  ...([
    'to_ship',
    'declined',
    'refunds',
    'returns_asked',
    'returns_coming',
    'exchanges',
    'withdrawals',
  ] as const),
] as const;
export type OrderQueue = (typeof ORDER_QUEUES)[number];
