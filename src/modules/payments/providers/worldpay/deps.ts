import type { CallDeps } from './calls.ts';
import type { WorldpayClient } from './client.ts';

export type WorldpayDeps = CallDeps & {
  readonly client: WorldpayClient;
  /** Of the Checkout SDK: made to be seen by browsers. */
  readonly checkoutId: string;
};
