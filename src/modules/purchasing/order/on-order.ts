import { sql } from 'kysely';
import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { LocationId } from '../../inventory/index.ts';
import type { SupplierId } from '../supplier/supplier.ts';
import type { OrderState, PurchaseOrderId } from './purchase-order.ts';

/** Pieces of a variant that were ordered and have not come. */
export type OnOrder = {
  readonly purchaseOrderId: PurchaseOrderId;
  readonly number: string;
  readonly supplierId: SupplierId;
  readonly state: OrderState;
  readonly quantity: number;
  readonly expectedOn: Temporal.PlainDate | undefined;
  readonly locationId: LocationId;
};

/**
 * What is still to come of each variant, drafts too, the soonest first: an order counts once from the moment that it is
 * written down until its last piece came, so that nobody orders again what somebody ordered.
 */
export async function readOnOrder(
  db: Db,
  variantIds: readonly VariantId[],
): Promise<Map<VariantId, OnOrder[]>> {
  if (variantIds.length === 0) return new Map();
  type Row = Omit<OnOrder, 'number' | 'expectedOn'> & {
    readonly variantId: VariantId;
    readonly number: bigint;
    readonly expectedOn: Temporal.PlainDate | null;
  };
  const { rows } = await sql<Row>`
    select line.variant_id as "variantId", made.id as "purchaseOrderId", made.number, made.supplier_id as "supplierId",
      made.state, coalesce(line.confirmed_quantity, line.quantity) - line.received as quantity,
      coalesce(line.confirmed_on, made.expected_on) as "expectedOn", made.location_id as "locationId"
    from purchasing.purchase_order_line line join purchasing.purchase_order made on made.id = line.order_id
    where line.variant_id = any(${variantIds}::uuid[]) and coalesce(line.confirmed_quantity, line.quantity) > line.received
      and made.state in ('draft', 'awaiting_approval', 'approved', 'sent', 'confirmed', 'partly_received')
    order by line.variant_id, "expectedOn" nulls last, made.number`.execute(db);
  const groups = Map.groupBy(rows, (row) => row.variantId);
  return new Map(
    [...groups].map(([id, some]) => [
      id,
      some.map(({ variantId: _, number, expectedOn, ...row }) => ({
        ...row,
        ...{ number: `PO-${number}`, expectedOn: expectedOn ?? undefined },
      })),
    ]),
  );
}

/** How many orders of each supplier are open, and how many of these should have come before a day. */
export async function countOpenOrders(
  db: Db,
  today: Temporal.PlainDate,
): Promise<Map<SupplierId, { readonly open: number; readonly late: number }>> {
  const { rows } = await sql<{ id: SupplierId; open: number; late: number }>`
    select supplier_id as id, count(*)::int as open,
      (count(*) filter (where expected_on < ${today.toString()}::date))::int as late
    from purchasing.purchase_order where state in ('sent', 'confirmed', 'partly_received')
    group by supplier_id`.execute(db);
  return new Map(rows.map(({ id, open, late }) => [id, { open, late }]));
}

/** Orders of one currency that have not come, and those that should have: what of them is still to come. */
export type OpenMoney = {
  readonly currency: CurrencyCode;
  readonly openMinor: bigint;
  readonly lateMinor: bigint;
  readonly openOrders: number;
  readonly lateOrders: number;
};

/** What was ordered, is known to suppliers and has not come, by currency. */
export async function readOpenMoney(db: Db, today: Temporal.PlainDate): Promise<readonly OpenMoney[]> {
  const { rows } = await sql<Omit<OpenMoney, 'currency'> & { readonly currency: string }>`
    select currency, sum(open)::bigint as "openMinor", coalesce(sum(open) filter (where is_late), 0)::bigint as "lateMinor",
      count(*)::int as "openOrders", (count(*) filter (where is_late))::int as "lateOrders"
    from (
      select made.currency, made.expected_on < ${today.toString()}::date as is_late, (
        select coalesce(sum(round(coalesce(confirmed_price_minor, price_minor)::numeric
          * greatest(coalesce(confirmed_quantity, quantity) - received, 0)
          / coalesce(confirmed_per_quantity, per_quantity))), 0)
        from purchasing.purchase_order_line line where line.order_id = made.id) as open
      from purchasing.purchase_order made where made.state in ('sent', 'confirmed', 'partly_received')) made
    group by currency order by currency`.execute(db);
  return rows.map((row) => ({ ...row, currency: currencyOf(row.currency) }));
}
