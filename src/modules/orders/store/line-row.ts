import { sql } from 'kysely';
import { type Db, fromDocument } from '../../../platform/database/index.ts';
import type { ProductId, VariantId } from '../../catalog/index.ts';
import type { OrderId, OrderLine, OrderLineId } from '../order.ts';

/** What was agreed of a line beside its amounts. */
export type AgreedLine = Pick<
  OrderLine,
  'options' | 'assetId' | 'giftMessage' | 'isGift' | 'priceReason' | 'discounts' | 'taxes'
>;

type LineRow = {
  readonly id: OrderLineId;
  readonly order_id: OrderId;
  readonly position: number;
  readonly variant_id: VariantId;
  readonly product_id: ProductId;
  readonly sku: string | null;
  readonly title: string;
  readonly handle: string;
  readonly kind: OrderLine['kind'];
  readonly quantity: number;
  readonly requires_shipping: boolean;
  readonly weight_grams: number;
  readonly unit_minor: bigint;
  readonly subtotal_minor: bigint;
  readonly discount_minor: bigint;
  readonly net_minor: bigint;
  readonly tax_minor: bigint;
  readonly total_minor: bigint;
  readonly agreed: unknown;
  readonly components: OrderLine['components'] | null;
  readonly fulfilled_quantity: number;
  readonly delivered_quantity: number;
  readonly returned_quantity: number;
  readonly refunded_quantity: number;
  readonly removed_quantity: number;
};

/** The lines of these orders, each order's in its own order. One round trip. */
export async function selectLines(db: Db, orderIds: readonly OrderId[]): Promise<Map<OrderId, OrderLine[]>> {
  const { rows } = await sql<LineRow>`
    select l.id, l.order_id, l.position, l.variant_id, l.product_id, l.sku, l.title, l.handle, l.kind, l.quantity,
      l.requires_shipping, l.weight_grams, l.unit_minor, l.subtotal_minor, l.discount_minor, l.net_minor, l.tax_minor,
      l.total_minor, l.agreed, l.fulfilled_quantity, l.delivered_quantity, l.returned_quantity, l.refunded_quantity,
      l.removed_quantity,
      case when l.kind = 'bundle' then (
        select jsonb_agg(jsonb_build_object('variantId', c.variant_id, 'quantity', c.quantity) order by c.variant_id)
        from orders.line_component c where c.line_id = l.id) end as components
    from orders.line l where l.order_id = any(${orderIds}::uuid[]) order by l.order_id, l.position`.execute(
    db,
  );
  const lines = Map.groupBy(rows, (row) => row.order_id);
  return new Map([...lines].map(([id, own]) => [id, own.map(lineOf)]));
}

function lineOf(row: LineRow): OrderLine {
  return {
    ...fromDocument<AgreedLine>(row.agreed),
    id: row.id,
    position: row.position,
    variantId: row.variant_id,
    productId: row.product_id,
    sku: row.sku ?? undefined,
    title: row.title,
    handle: row.handle,
    kind: row.kind,
    quantity: row.quantity,
    requiresShipping: row.requires_shipping,
    weightGrams: row.weight_grams,
    unitMinor: row.unit_minor,
    subtotalMinor: row.subtotal_minor,
    discountMinor: row.discount_minor,
    netMinor: row.net_minor,
    taxMinor: row.tax_minor,
    totalMinor: row.total_minor,
    components: row.components ?? [],
    fulfilledQuantity: row.fulfilled_quantity,
    deliveredQuantity: row.delivered_quantity,
    returnedQuantity: row.returned_quantity,
    refundedQuantity: row.refunded_quantity,
    removedQuantity: row.removed_quantity,
  };
}
