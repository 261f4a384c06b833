import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { SupplierInvoiceId } from '../invoice/invoice.ts';
import type { Doing, PurchaseOrderId, PurchaseOrderLineId } from '../order/purchase-order.ts';
import type { PayableId } from '../payable/payable.ts';
import type { CostKind, LandedCost, LandedCostId, Spread } from './landed-cost.ts';

type Row = {
  id: LandedCostId;
  order_id: PurchaseOrderId;
  kind: CostKind;
  spread_by: Spread;
  amount_minor: bigint;
  reference: string;
  cleared_by: PayableId | null;
  cleared_minor: bigint | null;
  brought_by: SupplierInvoiceId | null;
  undone_at: Temporal.Instant | null;
  undone_by: string | null;
  made_at: Temporal.Instant;
  made_by: string;
};
type ShareRow = { id: LandedCostId; lineId: PurchaseOrderLineId; weight: bigint; postedMinor: bigint };

/** All costs of an order, those that were taken back among them. */
export async function readLandedCosts(db: Db, orderId: PurchaseOrderId): Promise<LandedCost[]> {
  const { rows } = await sql<Row>`
    select id, order_id, kind, spread_by, amount_minor, reference, cleared_by, cleared_minor, brought_by,
      made_at, made_by, undone_at, undone_by
    from purchasing.landed_cost where order_id = ${orderId} order by made_at, id`.execute(db);
  if (rows.length === 0) return [];
  const { rows: shares } = await sql<ShareRow>`
    select landed_cost_id as id, line_id as "lineId", weight, posted_minor as "postedMinor"
    from purchasing.landed_share where landed_cost_id = any(${rows.map(({ id }) => id)}::uuid[])
    order by line_id`.execute(db);
  const groups = Map.groupBy(shares, ({ id }) => id);
  return rows.map((row) => ({
    ...{ id: row.id, orderId: row.order_id, kind: row.kind, spreadBy: row.spread_by },
    ...{ amountMinor: row.amount_minor, reference: row.reference },
    ...{ clearedBy: row.cleared_by ?? undefined, clearedMinor: row.cleared_minor ?? undefined },
    ...{ broughtBy: row.brought_by ?? undefined, made: { at: row.made_at, by: row.made_by } },
    undone: row.undone_at === null ? undefined : { at: row.undone_at, by: row.undone_by ?? '' },
    shares: (groups.get(row.id) ?? []).map(({ id: _, ...share }) => share),
  }));
}

export async function insertLandedCost(tx: Tx, cost: LandedCost): Promise<void> {
  await sql`
    insert into purchasing.landed_cost (id, order_id, kind, spread_by, amount_minor, reference, brought_by, made_at,
      made_by)
    values (${cost.id}, ${cost.orderId}, ${cost.kind}, ${cost.spreadBy}, ${cost.amountMinor}, ${cost.reference},
      ${cost.broughtBy ?? null}, ${cost.made.at.toString()}::timestamptz, ${cost.made.by})`.execute(tx);
  await sql`
    insert into purchasing.landed_share (landed_cost_id, line_id, weight)
    select ${cost.id}::uuid, given.* from unnest(
      ${cost.shares.map(({ lineId }) => lineId)}::uuid[], ${cost.shares.map(({ weight }) => weight)}::bigint[]
    ) as given`.execute(tx);
}

export async function writePosted(
  tx: Tx,
  posted: readonly {
    readonly id: LandedCostId;
    readonly lineId: PurchaseOrderLineId;
    readonly postedMinor: bigint;
  }[],
): Promise<void> {
  await sql`
    update purchasing.landed_share share set posted_minor = given.posted_minor
    from unnest(
      ${posted.map(({ id }) => id)}::uuid[], ${posted.map(({ lineId }) => lineId)}::uuid[],
      ${posted.map(({ postedMinor }) => postedMinor)}::bigint[]
    ) as given (id, line_id, posted_minor)
    where share.landed_cost_id = given.id and share.line_id = given.line_id`.execute(tx);
}

/** A cost that goods were valued with, and the invoice that came for it. */
export type AwaitedCost = Pick<
  LandedCost,
  'id' | 'orderId' | 'kind' | 'amountMinor' | 'reference' | 'clearedBy'
> & {
  readonly isCancelled: boolean;
  /** Of its order, as people call it: PO-12. */
  readonly orderNumber: string;
  readonly supplierName: string;
};

type AwaitedRow = Omit<AwaitedCost, 'clearedBy' | 'orderNumber'> & {
  readonly clearedBy: PayableId | null;
  readonly number: bigint;
};

const AWAITED = sql`
  select cost.id, cost.order_id as "orderId", kind, amount_minor as "amountMinor", reference, cleared_by as "clearedBy",
    made.state = 'cancelled' as "isCancelled", made.number, supplier.name as "supplierName"
  from purchasing.landed_cost cost join purchasing.purchase_order made on made.id = cost.order_id
  join purchasing.supplier on supplier.id = made.supplier_id`;

/** Costs that no invoice came for yet, the oldest first. */
export async function listAwaitedCosts(
  db: Db,
  { limit }: { readonly limit: number },
): Promise<AwaitedCost[]> {
  const { rows } = await sql<AwaitedRow>`
    ${AWAITED} where cleared_by is null and cost.undone_at is null and made.state <> 'cancelled'
    order by cost.made_at, cost.id limit ${limit}`.execute(db);
  return rows.map(awaitedOf);
}

/** These and their orders, held until the transaction ends, in one order for all who hold several. */
export async function lockCosts(
  tx: Tx,
  ids: readonly LandedCostId[],
): Promise<ReadonlyMap<LandedCostId, AwaitedCost>> {
  // So that none is cancelled meanwhile; whoever changes an order holds it first, too.
  await sql`
    select from purchasing.purchase_order
    where id in (select order_id from purchasing.landed_cost where id = any(${ids}::uuid[]))
    order by id for share`.execute(tx);
  const { rows } = await sql<AwaitedRow>`
    ${AWAITED} where cost.id = any(${ids}::uuid[]) and cost.undone_at is null order by cost.id for update of cost`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, awaitedOf(row)]));
}

/** Those that an invoice came for. */
export async function clearedCosts(db: Db, by: PayableId): Promise<AwaitedCost[]> {
  const { rows } = await sql<AwaitedRow>`${AWAITED} where cleared_by = ${by} order by cost.id`.execute(db);
  return rows.map(awaitedOf);
}

export async function writeCleared(
  tx: Tx,
  by: PayableId | undefined,
  costs: readonly { readonly id: LandedCostId; readonly clearedMinor: bigint | undefined }[],
): Promise<void> {
  await sql`
    update purchasing.landed_cost cost set cleared_by = ${by ?? null}, cleared_minor = given.minor
    from unnest(
      ${costs.map(({ id }) => id)}::uuid[], ${costs.map((one) => one.clearedMinor ?? null)}::bigint[]
    ) as given (id, minor) where cost.id = given.id`.execute(tx);
}

/** Costs that came with an invoice that was taken back. */
export async function noteBroughtUndone(
  tx: Tx,
  invoiceId: SupplierInvoiceId,
  { by, now }: Doing,
): Promise<void> {
  await sql`
    update purchasing.landed_cost set undone_at = ${now.toString()}::timestamptz, undone_by = ${by}
    where brought_by = ${invoiceId}`.execute(tx);
}

export async function noteCostUndone(tx: Tx, id: LandedCostId, { by, now }: Doing): Promise<void> {
  await sql`
    update purchasing.landed_cost set undone_at = ${now.toString()}::timestamptz, undone_by = ${by}
    where id = ${id}`.execute(tx);
}

/** Of which order a cost is. */
export async function orderOfCost(db: Db, id: LandedCostId): Promise<PurchaseOrderId | undefined> {
  const { rows } = await sql<{ id: PurchaseOrderId }>`
    select order_id as id from purchasing.landed_cost where id = ${id}`.execute(db);
  return rows[0]?.id;
}

function awaitedOf({ number, clearedBy, ...row }: AwaitedRow): AwaitedCost {
  return { ...row, clearedBy: clearedBy ?? undefined, orderNumber: `PO-${number}` };
}
