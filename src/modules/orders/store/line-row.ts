import { sql } from 'kysely';
import { fromDocument } from '../../../platform/database/index.ts';
import type { OrderLine } from '../order.ts';

/** What was agreed of a line beside its amounts. */
export type AgreedLine = Pick<
  OrderLine,
  'options' | 'assetId' | 'giftMessage' | 'isGift' | 'priceReason' | 'discounts' | 'taxes' | 'taxing'
>;

/**
 * The lines of `orders.order as o` as one document, in their order, so that an order is read in one statement. Amounts
 * are text in it: a JSON number beyond 2^53 would lose digits. Plain `json`, which PostgreSQL writes in half the time.
 */
export const LINES_DOCUMENT = sql`(
  select coalesce(json_agg(json_build_object('id', l.id, 'position', l.position,
    'variantId', l.variant_id, 'productId', l.product_id, 'sku', l.sku, 'title', l.title, 'handle', l.handle,
    'kind', l.kind, 'quantity', l.quantity, 'requiresShipping', l.requires_shipping, 'weightGrams', l.weight_grams,
    'unitMinor', l.unit_minor::text, 'subtotalMinor', l.subtotal_minor::text, 'discountMinor', l.discount_minor::text,
    'netMinor', l.net_minor::text, 'taxMinor', l.tax_minor::text, 'totalMinor', l.total_minor::text,
    'fulfilledQuantity', l.fulfilled_quantity, 'deliveredQuantity', l.delivered_quantity,
    'returnedQuantity', l.returned_quantity, 'refundedQuantity', l.refunded_quantity,
    'removedQuantity', l.removed_quantity, 'components', case when l.kind <> 'bundle' then '[]'::json else (
      select coalesce(json_agg(json_build_object('variantId', c.variant_id, 'quantity', c.quantity)
        order by c.variant_id), '[]') from orders.line_component c where c.line_id = l.id) end, 'agreed', l.agreed)
    order by l.position), '[]')
  from orders.line l where l.order_id = o.id) as lines`;

type LineRecord = Omit<OrderLine, keyof AgreedLine | 'sku'> & {
  readonly sku: string | null;
  readonly agreed: AgreedLine;
};

/** The lines of a {@link LINES_DOCUMENT}. */
export function linesOf(document: unknown): OrderLine[] {
  return fromDocument<LineRecord[]>(document).map(({ agreed, sku, ...line }) => {
    return { ...line, ...agreed, sku: sku ?? undefined };
  });
}
