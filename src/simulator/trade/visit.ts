import type { Arrival } from './arrival.ts';
import type { Order } from './order.ts';
import type { Good } from './shelf.ts';
import type { Shopper } from './shopper.ts';

/** How far a visit came. */
export type Outcome = 'left' | 'looked' | 'carted' | 'checked_out' | 'bought';

export type Visit = {
  /** From 1, in the order in which they were drawn. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly shopper: Shopper;
  readonly isKnown: boolean;
  readonly arrival: Arrival;
  readonly outcome: Outcome;
  /** What it looked at, what was bought among them. */
  readonly looked: readonly Good[];
  readonly search: { readonly term: string; readonly results: number } | undefined;
  /** Whose card was not their own: the payment was declined. */
  readonly isFraud: boolean;
  readonly order: Order | undefined;
};
