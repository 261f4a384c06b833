import { sql } from 'kysely';
import { type Id, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { moveStock } from '../../inventory/index.ts';
import { returnToSupplier } from '../../ledger/index.ts';
import { readShop } from '../../markets/index.ts';
import { writeCounts } from '../order/lines-store.ts';
import type {
  Doing,
  Known,
  PurchaseOrder,
  PurchaseOrderId,
  PurchaseOrderLineId,
} from '../order/purchase-order.ts';
import { keepStep, lockFor } from '../order/steps.ts';
import { insertPayable } from '../payable/store.ts';
import { readSettled } from '../receipt/store.ts';
import { planReturn, type ReturnedLine, type SettledReturn } from './plan-return.ts';

export const RETURN_REASONS = ['damaged', 'wrong', 'too_many', 'other'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];
type ReturnId = Id<'supplier_return'>;

export type SupplierReturn = {
  readonly id: ReturnId;
  readonly reason: ReturnReason;
  readonly note: string;
  readonly reference: string;
  readonly at: Temporal.Instant;
  readonly by: string;
  readonly lines: readonly { readonly lineId: PurchaseOrderLineId; readonly quantity: number }[];
  /** In the shop's currency. */
  readonly creditMinor: bigint;
};

export type ReturnRefusal =
  | Known
  | Refusal<
      'not_on_order' | 'not_a_quantity' | 'more_than_received' | 'nothing_returned' | 'would_go_below_zero'
    >;

/**
 * Sends goods back that came: they leave stock at the average, and are credited at what they were bought at, first those
 * that nobody invoiced yet. The same reference again is once.
 */
export async function returnPurchasedGoods(
  tx: Tx,
  input: Doing & {
    readonly id: PurchaseOrderId;
    readonly lines: readonly ReturnedLine[];
    readonly reason: ReturnReason;
    readonly reference: string;
    readonly note?: string | undefined;
  },
): Promise<Result<PurchaseOrder, ReturnRefusal>> {
  const { id, reference, by, now } = input;
  const locked = await lockFor(tx, 'return', id);
  if (!locked.ok) return locked;
  const order = locked.value;
  const before = await readSupplierReturns(tx, id);
  if (before.some((one) => one.reference === reference)) return ok(order);
  const planned = planReturn(order, input.lines, await readSettled(tx, id));
  if (!planned.ok) return planned;
  const moves = planned.value.map(({ line, quantity }) => ({
    ...{ variantId: line.variantId, locationId: order.locationId, quantity: -quantity },
  }));
  const moved = await moveStock(tx, { moves, now, actor: by, reason: 'received', reference: order.number });
  if (!moved.ok) return refuse('would_go_below_zero', moved.refusal.message, 'lines');
  const returnId = newId<'supplier_return'>();
  await insertReturn(tx, { ...input, returnId, number: before.length + 1 }, planned.value);
  const { defaultCurrency: currency } = await readShop(tx);
  const receivedMinor = planned.value.reduce((sum, one) => sum + one.settledMinor, 0n);
  const creditMinor = planned.value.reduce((sum, one) => sum + one.creditMinor, 0n);
  const items = planned.value.map(({ line, quantity }) => ({ variantId: line.variantId, quantity }));
  const amounts = { receivedMinor, invoicedMinor: creditMinor - receivedMinor };
  await returnToSupplier(tx, { currency, reference: returnId, now, items, ...amounts });
  await noteCredit(tx, order, {
    ...{
      amountMinor: planned.value.reduce((sum, one) => sum + one.creditValueMinor, 0n),
      reference,
      by,
      now,
    },
    bookedMinor: amounts.invoicedMinor,
  });
  const lines = order.lines.map((line) => {
    const back = planned.value.find((one) => one.line.id === line.id);
    return back === undefined ? line : { ...line, returned: line.returned + back.quantity };
  });
  await writeCounts(tx, lines);
  return keepStep(tx, { ...order, lines }, { verb: 'return', from: order.state, note: reference, by, now });
}

/** What was invoiced and went back is owed to the shop: used when the supplier is paid next. */
async function noteCredit(
  tx: Tx,
  order: PurchaseOrder,
  about: Doing & {
    readonly amountMinor: bigint;
    readonly bookedMinor: bigint;
    readonly reference: string;
  },
): Promise<void> {
  const { amountMinor, bookedMinor, reference: number, by, now } = about;
  if (amountMinor === 0n) return;
  const { timeZone } = await readShop(tx);
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  await insertPayable(tx, {
    ...{ id: newId<'payable'>(), supplierId: order.supplierId, kind: 'credit', orderId: order.id, number },
    ...{ currency: order.currency, amountMinor: -amountMinor, bookedMinor: -bookedMinor, taxBookedMinor: 0n },
    ...{ invoicedOn: today, dueOn: today, discountUntil: undefined, discountMinor: 0n },
    ...{ settledMinor: 0n, discountedMinor: 0n, settledBookedMinor: 0n },
    ...{ made: { at: now, by }, undone: undefined },
  });
}

async function insertReturn(
  tx: Tx,
  about: {
    readonly returnId: ReturnId;
    readonly id: PurchaseOrderId;
    readonly number: number;
    readonly reason: ReturnReason;
    readonly reference: string;
    readonly note?: string | undefined;
  } & Doing,
  lines: readonly SettledReturn[],
): Promise<void> {
  await sql`
    insert into purchasing.supplier_return (id, order_id, number, reason, note, reference, returned_at, returned_by)
    values (${about.returnId}, ${about.id}, ${about.number}, ${about.reason}, ${about.note ?? ''}, ${about.reference},
      ${about.now.toString()}::timestamptz, ${about.by})`.execute(tx);
  await sql`
    insert into purchasing.supplier_return_line (return_id, line_id, quantity, uninvoiced, settled_value_minor,
      settled_minor, credit_minor, credit_value_minor)
    select ${about.returnId}::uuid, given.* from unnest(
      ${lines.map(({ line }) => line.id)}::uuid[], ${lines.map(({ quantity }) => quantity)}::int[],
      ${lines.map(({ uninvoiced }) => uninvoiced)}::int[], ${lines.map((one) => one.settledValueMinor)}::bigint[],
      ${lines.map((one) => one.settledMinor)}::bigint[], ${lines.map((one) => one.creditMinor)}::bigint[],
      ${lines.map((one) => one.creditValueMinor)}::bigint[]
    ) as given`.execute(tx);
}

export async function readSupplierReturns(
  db: Db,
  orderId: PurchaseOrderId,
): Promise<readonly SupplierReturn[]> {
  const { rows } = await sql<SupplierReturn>`
    select id, reason, note, reference, returned_at as "at", returned_by as "by",
      (select jsonb_agg(jsonb_build_object('lineId', line_id, 'quantity', quantity) order by line_id)
        from purchasing.supplier_return_line line where line.return_id = supplier_return.id) as lines,
      (select sum(credit_minor)::bigint from purchasing.supplier_return_line line
        where line.return_id = supplier_return.id) as "creditMinor"
    from purchasing.supplier_return where order_id = ${orderId} order by number`.execute(db);
  return rows;
}
