import { ok, type Result, refuse } from '../../../../kernel/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import type { PostalAddress } from '../../../markets/index.ts';
import { type ProviderCall, readPayments } from '../../../payments/index.ts';
import type { Order, OrderId } from '../../order.ts';
import type { Agreement } from '../agree-anew.ts';
import { openOrder } from '../open-order.ts';
import type { AddressChangeRefusal } from './address-change.ts';
import { agreedElsewhere, type Elsewhere } from './agree-elsewhere.ts';
import { whyNotElsewhere } from './may-go-elsewhere.ts';
import { settlementOf } from './settlement-of.ts';
import { writeElsewhere } from './write-elsewhere.ts';

type LookedAt = {
  readonly orderId: OrderId;
  readonly elsewhere: Elsewhere;
  /** Of the order that was looked at. */
  readonly version: bigint;
  readonly expectedTotalMinor: bigint;
};

/**
 * Sends an order to another place, agreed anew for it: what was looked at is what is done, or nothing. Returns the calls
 * to make.
 */
export async function goElsewhere(
  tx: Tx,
  input: LookedAt & {
    readonly address: PostalAddress;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<ProviderCall[], AddressChangeRefusal>> {
  const { address, actor, now } = input;
  const opened = await agreeOnPlace(tx, input);
  if (!opened.ok) return opened;
  const { order, agreement } = opened.value;
  const { totalMinor } = agreement.totals;
  if (settlementOf(order, await readPayments(tx, order.id), totalMinor) === 'more') {
    const differenceMinor = totalMinor - order.totals.totalMinor;
    const message = `${differenceMinor} more is due there than was paid or authorised: propose it to who ordered`;
    return refuse('more_is_due', message, 'address.country');
  }
  return writeElsewhere(tx, order, { agreement, delivery: input.elsewhere.option, address, actor, now });
}

/** The locked order and what it comes to at the place that was looked at, or why it cannot go there. */
export async function agreeOnPlace(
  tx: Tx,
  { orderId, elsewhere, version, expectedTotalMinor }: LookedAt,
): Promise<Result<{ readonly order: Order; readonly agreement: Agreement }, AddressChangeRefusal>> {
  const opened = await openOrder(tx, orderId, 'edit');
  if (!opened.ok) return opened;
  const order = opened.value;
  if (order.version !== version) {
    return refuse('total_changed', 'the order was changed meanwhile: look at it again', 'expectedTotalMinor');
  }
  const refusal = await whyNotElsewhere(tx, order);
  if (refusal) return { ok: false, refusal };
  const agreed = agreedElsewhere(order, elsewhere);
  if (!agreed.ok) return agreed;
  const { totalMinor } = agreed.value.totals;
  if (totalMinor !== expectedTotalMinor) {
    const message = `it comes to ${totalMinor} there now: look at it again`;
    return refuse('total_changed', message, 'expectedTotalMinor');
  }
  return ok({ order, agreement: agreed.value });
}
