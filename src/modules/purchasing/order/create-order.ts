import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { type LocationId, readLocations } from '../../inventory/index.ts';
import { readToday } from '../source/read-today.ts';
import { selectPriceList } from '../source/store.ts';
import { expectedDay } from '../supplier/calendar.ts';
import { noSupplier } from '../supplier/save-supplier.ts';
import { lockSupplier } from '../supplier/store.ts';
import type { SupplierId } from '../supplier/supplier.ts';
import { type LineDraft, type LineRefusal, linesOf, mergedLines } from './line-draft.ts';
import { writeLines } from './lines-store.ts';
import { type Doing, type Known, MOST_PIECES, ORDER_LINES, type PurchaseOrder } from './purchase-order.ts';
import { keepStep, noOrder } from './steps.ts';
import { insertRequest, lockDraftFor, orderRequested, readPurchaseOrder, writeOrder } from './store.ts';

export type CreateRefusal =
  | LineRefusal
  | Known
  | Refusal<'unknown_location' | 'supplier_inactive' | 'too_many_lines'>;

export type NewOrder = Doing & {
  readonly supplierId: SupplierId;
  readonly locationId: LocationId;
  readonly lines: readonly LineDraft[];
  readonly note?: string | undefined;
  readonly expectedOn?: Temporal.PlainDate | undefined;
  /** Why it is made, unique: made again with the same it is the order that was made, as it is by now. */
  readonly reference?: string | undefined;
  /** Adds to the draft that is open for this supplier and place, if there is one. */
  readonly mergesDrafts?: boolean | undefined;
};

/**
 * Writes an order down as a draft, or adds to the one that is open. Without a price a line has that of the supplier's
 * list at its quantity.
 */
export async function createPurchaseOrder(
  tx: Tx,
  input: NewOrder,
): Promise<Result<PurchaseOrder, CreateRefusal>> {
  const { supplierId, locationId, reference, by, now } = input;
  // The supplier is held: of two that order at once one finds the other's draft, or their reference.
  const supplier = await lockSupplier(tx, supplierId);
  if (supplier === undefined) return noSupplier(supplierId);
  const before = reference === undefined ? undefined : await orderRequested(tx, reference);
  if (before !== undefined) {
    const known = await readPurchaseOrder(tx, before);
    return known === undefined ? noOrder(before) : ok(known);
  }
  if (!supplier.isActive)
    return refuse('supplier_inactive', `${supplier.name} is not bought from`, 'supplierId');
  if (!(await readLocations(tx)).some(({ id }) => id === locationId)) {
    return refuse('unknown_location', `no location has the id ${locationId}`, 'locationId');
  }
  const variantIds = input.lines.map(({ variantId }) => variantId);
  const on = await readToday(tx, now);
  const sources = await selectPriceList(tx, { supplierId, on, variantIds, limit: variantIds.length });
  const added = await linesOf(tx, { lines: input.lines, sources });
  if (!added.ok) return added;
  const openId = input.mergesDrafts === true ? await lockDraftFor(tx, input) : undefined;
  const draft = openId === undefined ? undefined : await readPurchaseOrder(tx, openId);
  const merged = mergedLines(draft?.lines ?? [], added.value, sources);
  // What a draft has no room for begins another.
  const hasRoom = merged.length <= ORDER_LINES && merged.every(({ quantity }) => quantity <= MOST_PIECES);
  const [open, lines] = hasRoom ? [draft, merged] : [undefined, added.value];
  if (lines.length > ORDER_LINES) return refuse('too_many_lines', `at most ${ORDER_LINES} lines`, 'lines');
  const fresh: PurchaseOrder = {
    ...{ id: newId<'purchase_order'>(), number: '', supplierId, locationId, state: 'draft' },
    ...{ currency: supplier.currency, rateE10: supplier.rateE10, note: input.note ?? '', version: 0 },
    expectedOn: input.expectedOn ?? expectedDay(on, supplier.leadDays, supplier.closedDays),
    ...{ expeditedFor: undefined, approved: undefined, sentAt: undefined, lines: [] },
    ...{ confirmedAt: undefined, closedAt: undefined },
    ...{ made: { at: now, by }, editedBy: by },
  };
  const order = open ?? fresh;
  const changed = { ...order, version: order.version + 1, editedBy: by };
  await writeOrder(tx, changed);
  await writeLines(tx, order.id, lines);
  if (reference !== undefined) await insertRequest(tx, reference, order.id);
  return keepStep(tx, changed, {
    ...{ verb: open === undefined ? 'create' : 'edit', from: 'draft', note: reference ?? '', by, now },
  });
}
