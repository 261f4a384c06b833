import { type Result, refuse } from '../../../../kernel/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import { tell } from '../../../../platform/outbox/index.ts';
import { post, resalePostings } from '../../../ledger/index.ts';
import type { PostalAddress } from '../../../markets/index.ts';
import { type ProviderCall, readPayments } from '../../../payments/index.ts';
import type { Order, OrderId } from '../../order.ts';
import { type SoldOrder, saleOf } from '../../pay/sale-of.ts';
import { insertEvent } from '../../store/change-order.ts';
import { openOrder } from '../open-order.ts';
import { writeAnew } from '../write-anew.ts';
import type { AddressChangeRefusal } from './address-change.ts';
import { agreedElsewhere, type Elsewhere } from './agree-elsewhere.ts';
import { whyNotElsewhere } from './may-go-elsewhere.ts';
import { settlementOf } from './settlement-of.ts';

/**
 * Sends an order to another place, agreed anew for it: what was looked at is what is done, or nothing. One that stands
 * has its sale posted anew and is invoiced anew (`orders.agreed_anew`). Returns the calls to make.
 */
export async function goElsewhere(
  tx: Tx,
  input: {
    readonly orderId: OrderId;
    readonly address: PostalAddress;
    readonly elsewhere: Elsewhere;
    /** Of the order that was looked at. */
    readonly version: bigint;
    readonly expectedTotalMinor: bigint;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<ProviderCall[], AddressChangeRefusal>> {
  const { address, elsewhere, actor, now } = input;
  const opened = await openOrder(tx, input.orderId, 'edit');
  if (!opened.ok) return opened;
  const order = opened.value;
  if (order.version !== input.version) {
    return refuse('total_changed', 'the order was changed meanwhile: look at it again', 'expectedTotalMinor');
  }
  const refusal = await whyNotElsewhere(tx, order);
  if (refusal) return { ok: false, refusal };
  const agreed = agreedElsewhere(order, elsewhere);
  if (!agreed.ok) return agreed;
  const { totalMinor } = agreed.value.totals;
  if (totalMinor !== input.expectedTotalMinor) {
    const message = `it comes to ${totalMinor} there now: look at it again`;
    return refuse('total_changed', message, 'expectedTotalMinor');
  }
  const differenceMinor = totalMinor - order.totals.totalMinor;
  if (settlementOf(order, await readPayments(tx, order.id), totalMinor) === 'more') {
    const message = `${differenceMinor} more is due there than was paid or authorised: cancel and order anew`;
    return refuse('more_is_due', message, 'address.country');
  }
  const timesAgreedAnew = (order.timesAgreedAnew ?? 0) + (order.paidAt === undefined ? 0 : 1);
  const there = { delivery: elsewhere.option, shippingAddress: address, timesAgreedAnew };
  const { country, city } = address;
  const data = { city, country, differenceMinor: String(differenceMinor) };
  await insertEvent(tx, order.id, { kind: 'address_changed', actor, data }, now);
  await postAnew(tx, order, { ...order, ...agreed.value }, now);
  const calls = await writeAnew(tx, order, { agreement: agreed.value, ...there, now });
  if (calls.ok) await tell(tx, 'orders.edited', { orderId: order.id });
  return calls;
}

/** Of an order that stands, takes its sale back and posts what it is now; what is the same on both is no posting. */
async function postAnew(tx: Tx, before: Order, after: SoldOrder, now: Temporal.Instant): Promise<void> {
  if (before.paidAt === undefined) return;
  const { id: orderId, version } = before;
  const postings = resalePostings(saleOf(before), saleOf(after));
  if (postings.length > 0) {
    await post(tx, { kind: 'correction', reference: `${orderId}:${version}`, orderId, postings, now });
  }
  await tell(tx, 'orders.agreed_anew', { orderId });
}
