import { sql } from 'kysely';
import { type Tx, toDocument } from '../../../platform/database/index.ts';
import type { NewLine, NewOrder } from '../place/new-order.ts';
import type { OrderState } from '../state.ts';
import type { AgreedLine } from './line-row.ts';
import type { Agreed } from './order-row.ts';

/** What people call the next order. Two never get the same, and one that comes to nothing leaves a gap. */
export async function nextOrderNumber(tx: Tx): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    select nextval('orders.order_number')::text as number`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new RangeError('a sequence has no next number');
  return row.number;
}

/**
 * Writes an order with its lines, what bundles are made of, the token that opens it, and the first line of its
 * timeline: one statement. Refused by the database when its cart has an open order already.
 */
export async function insertOrder(
  tx: Tx,
  order: NewOrder,
  input: {
    readonly number: string;
    readonly state: OrderState;
    readonly heldQuantity: number;
    readonly attemptHash: Buffer | undefined;
    readonly access: { readonly hash: Buffer; readonly expiresAt: Temporal.Instant };
    readonly expiresAt: Temporal.Instant | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { totals } = order;
  const now = sql`${input.now.toString()}::timestamptz`;
  const lines = order.lines.map(lineDocument);
  const quantity = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  await sql`
    with made as (
      insert into orders."order" (id, number, state, cart_id, cart_version, market_code, locale, currency, prices_include_tax,
        customer_id, email, customer_name, phone, shipping_address, billing_address, agreed, subtotal_minor,
        discount_minor, delivery_minor, tax_minor, total_minor, credit_minor, quantity, held_quantity, terms_version,
        attempt_hash, placed_at, expires_at)
      values (${order.id}, ${input.number}, ${input.state}, ${order.cartId}, ${order.cartVersion}, ${order.market}, ${order.locale},
        ${order.currency}, ${order.pricesIncludeTax}, ${order.customerId ?? null}, ${order.email},
        ${order.customerName}, ${order.phone}, ${documentOrNull(order.shippingAddress)}::jsonb,
        ${toDocument(order.billingAddress)}::jsonb, ${toDocument(agreedOf(order))}::jsonb, ${totals.subtotalMinor},
        ${totals.discountMinor}, ${totals.deliveryMinor}, ${totals.taxMinor}, ${totals.totalMinor},
        ${totals.creditMinor}, ${quantity}, ${input.heldQuantity}, ${order.termsVersion},
        ${input.attemptHash ?? null}::bytea, ${now}, ${input.expiresAt?.toString() ?? null}::timestamptz)
      returning id
    ), lined as (
      insert into orders.line (id, order_id, position, variant_id, product_id, sku, title, handle, kind, quantity,
        requires_shipping, weight_grams, unit_minor, subtotal_minor, discount_minor, net_minor, tax_minor,
        total_minor, agreed)
      select line.id, made.id, line.position, line."variantId", line."productId", line.sku, line.title, line.handle,
        line.kind, line.quantity, line."requiresShipping", line."weightGrams", line."unitMinor",
        line."subtotalMinor", line."discountMinor", line."netMinor", line."taxMinor", line."totalMinor", line.agreed
      from made, jsonb_to_recordset(${toDocument(lines)}::jsonb) as line (id uuid, position int, "variantId" uuid,
        "productId" uuid, sku text, title text, handle text, kind text, quantity int, "requiresShipping" boolean,
        "weightGrams" int, "unitMinor" bigint, "subtotalMinor" bigint, "discountMinor" bigint, "netMinor" bigint,
        "taxMinor" bigint, "totalMinor" bigint, agreed jsonb)
    )${insertOfParts(lines.flatMap(partsOf))}, opened as (
      insert into orders.access (token_hash, order_id, expires_at)
      select ${input.access.hash}::bytea, id, ${input.access.expiresAt.toString()}::timestamptz from made
    ), told as (
      insert into orders.event (order_id, kind, at, actor) select id, 'placed', ${now}, 'shopper' from made
    )
    select from made`.execute(tx);
}

function lineDocument(line: NewLine, position: number) {
  const { options, assetId, giftMessage, isGift, priceReason, discounts, taxes, taxing, ...columns } = line;
  const about = { options, assetId, giftMessage, isGift, priceReason };
  const agreed: AgreedLine = { ...about, discounts, taxes, taxing };
  return { ...columns, position, agreed };
}

/** Most orders have no bundle: they do not open its table. */
function insertOfParts(parts: readonly unknown[]) {
  if (parts.length === 0) return sql``;
  return sql`, parts as (
      insert into orders.line_component (line_id, variant_id, quantity)
      select part."lineId", part."variantId", part.quantity
      from jsonb_to_recordset(${toDocument(parts)}::jsonb) as part ("lineId" uuid, "variantId" uuid, quantity int)
    )`;
}

function partsOf({ id, components }: ReturnType<typeof lineDocument>) {
  return components.map((part) => ({ lineId: id, ...part }));
}

function agreedOf(order: NewOrder): Agreed {
  const { delivery, quotedDelivery, taxes, verdicts, credits, note, giftMessage, vatId, acceptsMarketing } =
    order;
  return { delivery, quotedDelivery, taxes, verdicts, credits, note, giftMessage, vatId, acceptsMarketing };
}

function documentOrNull(value: unknown): string | null {
  return value === undefined ? null : toDocument(value);
}
