import type { Result } from '../../../../kernel/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import { tell } from '../../../../platform/outbox/index.ts';
import { resalePostings } from '../../../ledger/index.ts';
import type { PostalAddress } from '../../../markets/index.ts';
import type { ProviderCall } from '../../../payments/index.ts';
import { postSales } from '../../journal/post-sales.ts';
import { resoldEntries } from '../../journal/sold-entries.ts';
import type { Order } from '../../order.ts';
import { type SoldOrder, saleOf } from '../../pay/sale-of.ts';
import { insertEvent } from '../../store/change-order.ts';
import type { Agreement } from '../agree-anew.ts';
import type { RefundRefusal } from '../refund.ts';
import { writeAnew } from '../write-anew.ts';

/**
 * Writes a locked order as it is agreed for another place. One that stands has its sale posted anew and is invoiced anew
 * (`orders.agreed_anew`). Returns the calls to make.
 */
export async function writeElsewhere(
  tx: Tx,
  order: Order,
  input: {
    readonly agreement: Agreement;
    readonly delivery: Order['delivery'];
    readonly address: PostalAddress;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<ProviderCall[], RefundRefusal>> {
  const { agreement, delivery, address: shippingAddress, actor, now } = input;
  const timesAgreedAnew = (order.timesAgreedAnew ?? 0) + (order.paidAt === undefined ? 0 : 1);
  const { country, city } = shippingAddress;
  const differenceMinor = String(agreement.totals.totalMinor - order.totals.totalMinor);
  const data = { city, country, differenceMinor };
  await insertEvent(tx, order.id, { kind: 'address_changed', actor, data }, now);
  await postAnew(tx, order, { ...order, ...agreement }, now);
  const calls = await writeAnew(tx, order, { agreement, delivery, shippingAddress, timesAgreedAnew, now });
  if (calls.ok) await tell(tx, 'orders.edited', { orderId: order.id });
  return calls;
}

/** Of an order that stands, takes its sale back and posts what it is now; what is the same on both is no posting. */
async function postAnew(tx: Tx, before: Order, after: SoldOrder, now: Temporal.Instant): Promise<void> {
  if (before.paidAt === undefined) return;
  const { id: orderId, version } = before;
  const postings = resalePostings(saleOf(before), saleOf(after));
  const transaction = { kind: 'correction', reference: `${orderId}:${version}`, postings, now } as const;
  await postSales(tx, before, [{ transaction, entries: resoldEntries(before, after) }]);
  await tell(tx, 'orders.agreed_anew', { orderId });
}
