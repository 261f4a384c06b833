import type { Order } from '@paypal/paypal-server-sdk';
import { ok, refuse } from '../../../../kernel/index.ts';
import type { DisputeSnapshot, PaymentProvider, Snapshot } from '../../provider.ts';
import type { PaypalClient } from './client.ts';
import { disputesOf } from './disputes.ts';
import { isMissing, refusalOf } from './errors.ts';
import { isGivenUp, paymentIdOf } from './marks.ts';
import { findPaidOrder } from './search.ts';
import { forgottenSnapshot, isAuthenticationFailed, isTaken, paymentsOf, snapshotOf } from './snapshot.ts';
import { take } from './take.ts';

export type Deps = {
  readonly client: PaypalClient;
  readonly known: KnownOrders;
  readonly now: () => Temporal.Instant;
};

type Read = ReturnType<PaymentProvider['read']>;

/** As many orders as this process keeps in mind. */
const MOST_KNOWN = 10_000;

/** Which order PayPal made for a payment of ours, for those that this process began. */
export class KnownOrders {
  readonly #orders = new Map<string, string>();

  remember(paymentId: string, orderId: string): void {
    this.#orders.set(paymentId, orderId);
    const [oldest] = this.#orders.keys();
    if (this.#orders.size > MOST_KNOWN && oldest !== undefined) this.#orders.delete(oldest);
  }

  get(paymentId: string): string | undefined {
    return this.#orders.get(paymentId);
  }
}

/**
 * A payment by its reference, an order's id; what the shopper has approved is taken on the way, because PayPal waits for
 * the shop to do it. PayPal cannot search orders by our id: without a reference it is the order that this process began,
 * or what PayPal's books show under our id. An order that neither knows has an approval page that no shopper was sent
 * to, as its address was in the answer that was lost: nothing can come of it, and its beginning, asked again under its
 * key, answers with it.
 */
export async function readPayment(
  { client, known, now }: Deps,
  by: Parameters<PaymentProvider['read']>[0],
): Read {
  const { paymentId, currency } = by;
  try {
    const reference = by.reference ?? known.get(paymentId) ?? (await findPaidOrder(client, paymentId, now()));
    if (reference === undefined) return refuse('unknown_payment', `PayPal knows no payment ${paymentId}`);
    const order = await readOrder(client, reference);
    if (order === undefined) return ok(forgottenSnapshot(reference, currency));
    // Read is taken: never what another payment's shopper has approved.
    if (paymentIdOf(order.purchaseUnits?.[0]?.customId) !== paymentId) {
      return refuse('unknown_payment', `the order is not of payment ${paymentId}`);
    }
    return ok(await takenSnapshot(client, order, paymentId));
  } catch (error) {
    return refusalOf(error);
  }
}

/** Nothing for an order that PayPal does not know, any more or at all. */
export async function readOrder(client: PaypalClient, id: string): Promise<Order | undefined> {
  try {
    return (await client.orders.getOrder({ id })).result;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function takenSnapshot(client: PaypalClient, order: Order, paymentId: string): Promise<Snapshot> {
  const customId = order.purchaseUnits?.[0]?.customId;
  if (order.status !== 'APPROVED' || isGivenUp(customId) || isAuthenticationFailed(order)) {
    return snapshotOf(order, { disputes: await disputesOfOrder(client, order) });
  }
  const decline = await take(client, order, paymentId);
  if (decline !== undefined) return snapshotOf(order, { disputes: [], decline });
  const after = order.id === undefined ? undefined : await readOrder(client, order.id);
  // Nobody disputes what was taken this moment.
  return snapshotOf(after ?? order, { disputes: [] });
}

async function disputesOfOrder(client: PaypalClient, order: Order): Promise<DisputeSnapshot[]> {
  const taken = (paymentsOf(order).captures ?? []).filter(isTaken);
  const ids = taken.flatMap(({ id }) => id ?? []);
  return (await Promise.all(ids.map((id) => disputesOf(client, id)))).flat();
}
