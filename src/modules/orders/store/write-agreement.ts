import { sql } from 'kysely';
import { type Tx, toDocument } from '../../../platform/database/index.ts';
import type { PostalAddress } from '../../markets/index.ts';
import type { Agreement } from '../after-sale/agree-anew.ts';
import type { Order, OrderCredit, OrderId, OrderLine } from '../order.ts';

/**
 * Writes an order's amounts anew, and where it goes: of one that does not stand yet, or whose sale is posted anew with
 * it. Lines that are not named any more are gone. The order is locked.
 */
export async function writeAgreement(
  tx: Tx,
  orderId: OrderId,
  input: Agreement & {
    readonly credits: readonly OrderCredit[];
    readonly delivery: Order['delivery'];
    readonly shippingAddress: PostalAddress | undefined;
    /** As it was, where it is not given. */
    readonly timesAgreedAnew: number | undefined;
  },
): Promise<void> {
  const { totals, taxes, credits, quotedDelivery, delivery, shippingAddress } = input;
  const creditMinor = credits.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const quantity = input.lines.reduce((sum, line) => sum + line.quantity - line.removedQuantity, 0);
  const changed = toDocument({ taxes, credits, timesAgreedAnew: input.timesAgreedAnew });
  const replaced = toDocument({ quotedDelivery, delivery });
  await sql`
    with gone as (
      delete from orders.line_component where line_id in (select id from orders.line
        where order_id = ${orderId} and not id = any(${input.lines.map(({ id }) => id)}::uuid[]))
    )
    update orders."order" set subtotal_minor = ${totals.subtotalMinor}, discount_minor = ${totals.discountMinor},
      delivery_minor = ${totals.deliveryMinor}, tax_minor = ${totals.taxMinor}, total_minor = ${totals.totalMinor},
      credit_minor = ${creditMinor}, quantity = ${quantity},
      shipping_address = ${shippingAddress === undefined ? null : toDocument(shippingAddress)}::jsonb,
      agreed = (agreed - 'quotedDelivery' - 'delivery') || ${changed}::jsonb || ${replaced}::jsonb,
      version = version + 1
    where id = ${orderId}`.execute(tx);
  await sql`
    delete from orders.line where order_id = ${orderId}
      and not id = any(${input.lines.map(({ id }) => id)}::uuid[])`.execute(tx);
  await sql`
    update orders.line set quantity = given.quantity, subtotal_minor = given."subtotalMinor",
      discount_minor = given."discountMinor", net_minor = given."netMinor", tax_minor = given."taxMinor",
      total_minor = given."totalMinor", agreed = line.agreed || given.agreed
    from jsonb_to_recordset(${toDocument(input.lines.map(lineDocument))}::jsonb) as given (id uuid, quantity int,
      "subtotalMinor" bigint, "discountMinor" bigint, "netMinor" bigint, "taxMinor" bigint, "totalMinor" bigint,
      agreed jsonb)
    where line.id = given.id`.execute(tx);
}

function lineDocument(line: OrderLine) {
  const { id, quantity, subtotalMinor, discountMinor, netMinor, taxMinor, totalMinor, discounts, taxes } =
    line;
  return {
    ...{ id, quantity, subtotalMinor, discountMinor, netMinor, taxMinor, totalMinor },
    agreed: { discounts, taxes },
  };
}

/** What is held in stock for an order after a change of it. */
export async function writeHeld(tx: Tx, orderId: OrderId, heldQuantity: number): Promise<void> {
  await sql`update orders."order" set held_quantity = ${heldQuantity} where id = ${orderId}`.execute(tx);
}
