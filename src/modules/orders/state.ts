/** What has happened to an order, in amounts and pieces: its state follows from this and nothing else. */
export type OrderFacts = {
  readonly isCancelled: boolean;
  /** All that is due was authorised or taken once, or nothing was: the shop owes the goods. */
  readonly isAccepted: boolean;
  /** What a payment has to bring: the total less gift cards, store credit, and what edits took off before it was paid. */
  readonly dueMinor: bigint;
  /** What it comes to, without what edits took off before it was paid. */
  readonly totalMinor: bigint;
  readonly authorizedMinor: bigint;
  readonly capturedMinor: bigint;
  /** Given back in all, to the means of payment and as credit. */
  readonly refundedMinor: bigint;
  /** Pieces that have to be handed over. */
  readonly quantity: number;
  readonly fulfilledQuantity: number;
  readonly deliveredQuantity: number;
  readonly returnedQuantity: number;
};

export const ORDER_STATES = [
  'pending_payment',
  'authorized',
  'paid',
  'partly_fulfilled',
  'fulfilled',
  'delivered',
  'partly_refunded',
  'refunded',
  'returned',
  'cancelled',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_VERBS = [
  'pay',
  'cancel',
  'capture',
  'fulfil',
  'deliver',
  'edit',
  'refund',
  'return',
  'exchange',
  'withdraw',
] as const;
export type OrderVerb = (typeof ORDER_VERBS)[number];

/**
 * What may be done in each state: for code, buttons and the README alike. A verb may still refuse for a reason of its
 * own: nothing left to refund, everything handed over already.
 */
const VERBS: Readonly<Record<OrderState, readonly OrderVerb[]>> = {
  pending_payment: ['pay', 'cancel', 'edit'],
  authorized: ['cancel', 'capture', 'fulfil', 'edit', 'withdraw'],
  paid: ['cancel', 'capture', 'fulfil', 'edit', 'refund', 'withdraw'],
  partly_fulfilled: ['capture', 'fulfil', 'deliver', 'edit', 'refund', 'return', 'exchange', 'withdraw'],
  fulfilled: ['capture', 'deliver', 'refund', 'return', 'exchange', 'withdraw'],
  delivered: ['capture', 'refund', 'return', 'exchange', 'withdraw'],
  partly_refunded: ['capture', 'fulfil', 'deliver', 'edit', 'refund', 'return', 'exchange', 'withdraw'],
  refunded: ['return'],
  returned: ['refund', 'exchange'],
  cancelled: [],
};

/**
 * The one word for where an order stands: the first row of this table that fits. Money that came decides before goods
 * that went, and what was given back before both.
 */
export function stateOf(facts: OrderFacts): OrderState {
  const { quantity, fulfilledQuantity, deliveredQuantity, returnedQuantity } = facts;
  const table: readonly (readonly [OrderState, boolean])[] = [
    ['cancelled', facts.isCancelled],
    ['pending_payment', isUnpaid(facts)],
    ['refunded', facts.refundedMinor > 0n && facts.refundedMinor >= facts.totalMinor],
    ['returned', quantity > 0 && returnedQuantity >= quantity],
    ['partly_refunded', facts.refundedMinor > 0n],
    ['delivered', quantity > 0 && deliveredQuantity >= quantity],
    ['fulfilled', quantity > 0 && fulfilledQuantity >= quantity],
    ['partly_fulfilled', fulfilledQuantity > 0],
    ['authorized', facts.capturedMinor < facts.dueMinor && facts.authorizedMinor > facts.capturedMinor],
  ];
  return table.find(([, fits]) => fits)?.[0] ?? 'paid';
}

/** Whether an order in this state may be asked for the verb. */
export function mayDo(state: OrderState, verb: OrderVerb): boolean {
  return VERBS[state].includes(verb);
}

export function verbsOf(state: OrderState): readonly OrderVerb[] {
  return VERBS[state];
}

/** Too little has come for it to stand, or nothing is held or taken any more. */
function isUnpaid({ dueMinor, isAccepted, authorizedMinor, capturedMinor }: OrderFacts): boolean {
  if (!isAccepted) return dueMinor > 0n && authorizedMinor < dueMinor && capturedMinor < dueMinor;
  return dueMinor > 0n && authorizedMinor === 0n && capturedMinor === 0n;
}
