import type { CartDeps } from '../carts/index.ts';
import type { PaymentDeps } from '../payments/index.ts';

/** What placing, paying and cancelling stand on: `openOrders(connection, { providers })`. */
export type OrderDeps = CartDeps & PaymentDeps;
