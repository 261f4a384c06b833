import type { OrderState } from './purchase-order.ts';

/**
 * What may be done to an order in which state, for verbs, buttons and docs alike. Where it leads is the verb's: receiving
 * leads to `partly_received` or, when nothing is open any more, to `received`.
 */
export const TRANSITIONS = {
  edit: ['draft', 'awaiting_approval', 'approved'],
  split: ['draft', 'awaiting_approval', 'approved'],
  approve: ['draft', 'awaiting_approval'],
  send_back: ['awaiting_approval', 'approved'],
  send: ['approved', 'sent'],
  confirm: ['sent', 'confirmed', 'partly_received'],
  expedite: ['sent', 'confirmed', 'partly_received'],
  receive: ['sent', 'confirmed', 'partly_received'],
  undo_receipt: ['partly_received', 'received', 'closed_short'],
  add_cost: ['sent', 'confirmed', 'partly_received', 'received', 'closed_short'],
  undo_cost: ['sent', 'confirmed', 'partly_received', 'received', 'closed_short', 'cancelled'],
  match_invoice: ['partly_received', 'received', 'closed_short'],
  // Freight alone is invoiced before anything came, too.
  undo_invoice: ['sent', 'confirmed', 'partly_received', 'received', 'closed_short'],
  return: ['partly_received', 'received', 'closed_short'],
  undo_return: ['partly_received', 'received', 'closed_short'],
  close: ['partly_received'],
  cancel: ['draft', 'awaiting_approval', 'approved', 'sent', 'confirmed'],
  reopen: ['cancelled', 'closed_short'],
} as const satisfies Readonly<Record<string, readonly OrderState[]>>;

export type OrderVerb = keyof typeof TRANSITIONS;

export function mayBe(verb: OrderVerb, state: OrderState): boolean {
  return TRANSITIONS[verb].some((one) => one === state);
}

/** What may be done now, in the order of the table. */
export function verbsIn(state: OrderState): OrderVerb[] {
  return VERBS.filter((verb) => mayBe(verb, state));
}

const VERBS: readonly OrderVerb[] = [
  ...(['edit', 'split', 'approve', 'send_back', 'send', 'confirm', 'expedite'] as const),
  ...([
    'receive',
    'undo_receipt',
    'add_cost',
    'undo_cost',
    'match_invoice',
    'undo_invoice',
    'return',
    'undo_return',
    'close',
    'cancel',
    'reopen',
  ] as const),
];
