import { ok, type Result } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { completeCart } from '../../carts/index.ts';
import { restore } from '../../credits/index.ts';
import { allocate } from '../../inventory/index.ts';
import type { ProviderCall } from '../../payments/index.ts';
import type { Order, OrderCredit } from '../order.ts';
import { acceptOrder } from '../pay/accept-order.ts';
import { isCovered } from '../pay/facts-after.ts';
import { lockOrder } from '../store/select-orders.ts';
import { writeAgreement } from '../store/write-agreement.ts';
import type { Agreement } from './agree-anew.ts';
import { fitPayments } from './fit-payments.ts';
import type { RefundRefusal } from './refund.ts';
import { writeRefund } from './write-refund.ts';

/**
 * Writes what a locked order is agreed anew for, and makes its money fit: credit that is not needed any more goes back,
 * payments are to bring what is due now, and what came in beyond it goes back. One that waited for its payment stands
 * when what is left is covered. Returns the calls to make.
 */
export async function writeAnew(
  tx: Tx,
  order: Order,
  input: {
    readonly agreement: Agreement;
    readonly delivery?: Order['delivery'];
    readonly shippingAddress?: Order['shippingAddress'];
    readonly timesAgreedAnew?: number;
    readonly now: Temporal.Instant;
  },
): Promise<Result<ProviderCall[], RefundRefusal>> {
  const { agreement, now } = input;
  const { delivery = order.delivery, shippingAddress = order.shippingAddress, timesAgreedAnew } = input;
  const credits = await restoreCredits(tx, order, agreement.totals.totalMinor, now);
  await writeAgreement(tx, order.id, {
    ...{ ...agreement, credits, delivery, shippingAddress, timesAgreedAnew },
  });
  const calls = await fitPayments(tx, order.id, now);
  const after = await lockOrder(tx, order.id);
  if (after === undefined) return ok(calls);
  if (after.paidAt === undefined) {
    if (!isCovered(after.facts)) return ok(calls);
    await allocate(tx, { owner: after.id, now });
    if (after.cartId !== undefined) await completeCart(tx, { cartId: after.cartId, now });
    const data = { amountMinor: String(after.facts.capturedMinor) };
    await acceptOrder(tx, after, { facts: after.facts, event: { kind: 'paid', actor: 'system', data }, now });
  }
  const back = await giveBackExcess(tx, after, now);
  return back.ok ? ok([...calls, ...back.value]) : back;
}

/** Gives back what came in beyond what is due. */
async function giveBackExcess(
  tx: Tx,
  { id }: Pick<Order, 'id'>,
  now: Temporal.Instant,
): Promise<Result<readonly ProviderCall[], RefundRefusal>> {
  const order = await lockOrder(tx, id);
  if (order === undefined || order.facts.capturedMinor <= order.facts.dueMinor) return ok([]);
  const overpaidMinor = order.facts.capturedMinor - order.facts.dueMinor;
  const request = {
    lines: [],
    delivery: 'none',
    goodwillMinor: 0n,
    means: 'original',
    overpaidMinor,
  } as const;
  const written = await writeRefund(tx, order, { ...request, reason: 'edit', actor: 'system', now });
  return written.ok ? ok(written.value.calls) : written;
}

/** Gift cards and store credit pay no more than the total: what is beyond it goes back to them. */
async function restoreCredits(
  tx: Tx,
  { id: orderId, credits, version }: Order,
  totalMinor: bigint,
  now: Temporal.Instant,
): Promise<OrderCredit[]> {
  const used = credits.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  if (used <= totalMinor) return [...credits];
  const reference = `${orderId}:${version}`;
  const restored = await restore(tx, { orderId, amountMinor: used - totalMinor, reference, now });
  const backTo = (credit: OrderCredit) =>
    restored
      .filter(({ source }) =>
        'giftCardId' in source ? source.giftCardId === credit.giftCardId : credit.kind === 'store_credit',
      )
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  return credits
    .map((credit) => ({ ...credit, amountMinor: credit.amountMinor - backTo(credit) }))
    .filter(({ amountMinor }) => amountMinor > 0n);
}
