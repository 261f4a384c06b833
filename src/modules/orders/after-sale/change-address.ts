import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type Tx, toDocument } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { type AddressRefusal, parsePostalAddress } from '../../markets/index.ts';
import type { OrderId } from '../order.ts';
import { insertEvent } from '../store/change-order.ts';
import { type OpenRefusal, openOrder } from './open-order.ts';

export type AddressChangeRefusal =
  | OpenRefusal
  | AddressRefusal
  | Refusal<'nothing_is_delivered' | 'other_destination'>;

/**
 * Sends what is still to be sent to another address. Tax and delivery were agreed for the country and region that it
 * went to: another one is another contract.
 */
export async function changeShippingAddress(
  tx: Tx,
  input: {
    readonly orderId: OrderId;
    readonly address: unknown;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, AddressChangeRefusal>> {
  const parsed = parsePostalAddress(input.address, { field: 'address' });
  if (!parsed.ok) return parsed;
  const address = parsed.value;
  const opened = await openOrder(tx, input.orderId, 'edit');
  if (!opened.ok) return opened;
  const before = opened.value.shippingAddress;
  if (!before) return refuse('nothing_is_delivered', 'nothing of this order is delivered', 'address');
  if (before.country !== address.country || (before.region ?? '') !== (address.region ?? '')) {
    const message = 'tax and delivery were agreed for another country or region: cancel and order anew';
    return refuse('other_destination', message, 'address.country');
  }
  const { id } = opened.value;
  await sql`
    update orders."order" set shipping_address = ${toDocument(address)}::jsonb, version = version + 1
    where id = ${id}`.execute(tx);
  const { actor, now } = input;
  await insertEvent(tx, id, { kind: 'address_changed', actor, data: { city: address.city } }, now);
  await tell(tx, 'orders.edited', { orderId: id });
  return ok(undefined);
}
