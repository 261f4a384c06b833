import { sql } from 'kysely';
import { ok, type Result, refuse } from '../../../kernel/index.ts';
import { type Tx, toDocument } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { PostalAddress } from '../../markets/index.ts';
import type { OrderId } from '../order.ts';
import { insertEvent } from '../store/change-order.ts';
import type { AddressChangeRefusal } from './elsewhere/address-change.ts';
import { openOrder } from './open-order.ts';

/** Another address in the same country and region: nothing that was agreed changes. */
export async function changeInPlace(
  tx: Tx,
  input: {
    readonly orderId: OrderId;
    readonly address: PostalAddress;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, AddressChangeRefusal>> {
  const { address, actor, now } = input;
  const opened = await openOrder(tx, input.orderId, 'edit');
  if (!opened.ok) return opened;
  const { id, shippingAddress: before } = opened.value;
  if (before?.country !== address.country || (before.region ?? '') !== (address.region ?? '')) {
    return refuse('total_changed', 'its address was changed meanwhile: look at it again', 'address.country');
  }
  await sql`
    update orders."order" set shipping_address = ${toDocument(address)}::jsonb, version = version + 1
    where id = ${id}`.execute(tx);
  await insertEvent(tx, id, { kind: 'address_changed', actor, data: { city: address.city } }, now);
  await tell(tx, 'orders.edited', { orderId: id });
  return ok(undefined);
}
