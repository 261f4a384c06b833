import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { type LocationId, readLocations } from '../../inventory/index.ts';
import { readShop } from '../../markets/index.ts';
import { rateProblem } from '../source/price.ts';
import { readToday } from '../source/read-today.ts';
import { selectPriceList } from '../source/store.ts';
import { type LineDraft, type LineRefusal, linesOf } from './line-draft.ts';
import { writeLines } from './lines-store.ts';
import type { Doing, Known, PurchaseOrder, PurchaseOrderId } from './purchase-order.ts';
import { keepStep, lockFor } from './steps.ts';
import { writeOrder } from './store.ts';

export type EditRefusal =
  | Known
  | LineRefusal
  | Refusal<'changed_meanwhile' | 'unknown_location' | 'not_a_rate'>;

export type OrderEdit = Doing & {
  readonly id: PurchaseOrderId;
  /** What it was when it was read: somebody else's change is not written over. */
  readonly version?: number | undefined;
  readonly lines: readonly LineDraft[];
  readonly locationId?: LocationId | undefined;
  readonly expectedOn?: Temporal.PlainDate | undefined;
  readonly rateE10?: bigint | undefined;
  readonly note?: string | undefined;
};

/**
 * Changes what is ordered, all of its lines: those of the same variant stay the same lines, so that opening and saving
 * changes nothing. What was approved is a draft again.
 */
export async function editPurchaseOrder(
  tx: Tx,
  input: OrderEdit,
): Promise<Result<PurchaseOrder, EditRefusal>> {
  const locked = await lockFor(tx, 'edit', input.id);
  if (!locked.ok) return locked;
  const order = locked.value;
  const stale = staleVersion(order, input.version);
  if (stale !== undefined) return stale;
  const { locationId = order.locationId, rateE10 = order.rateE10, expectedOn = order.expectedOn } = input;
  const { defaultCurrency: to } = await readShop(tx);
  const bad = rateProblem(rateE10, { from: order.currency, to });
  if (bad !== undefined) return refuse('not_a_rate', bad, 'rate');
  if (!(await readLocations(tx)).some(({ id }) => id === locationId)) {
    return refuse('unknown_location', `no location has the id ${locationId}`, 'locationId');
  }
  const lines = await linesAnew(tx, order, input);
  if (!lines.ok) return lines;
  const { by, now } = input;
  const changed: PurchaseOrder = {
    ...{ ...order, locationId, rateE10, expectedOn, note: input.note ?? order.note },
    ...{ state: 'draft', approved: undefined, version: order.version + 1, editedBy: by },
  };
  await writeOrder(tx, changed);
  await writeLines(tx, order.id, lines.value);
  return keepStep(tx, changed, { verb: 'edit', from: order.state, by, now });
}

/** Refuses where somebody changed what is ordered since it was read. */
export function staleVersion({ number, version }: PurchaseOrder, seen: number | undefined) {
  if (seen === undefined || seen === version) return undefined;
  return refuse('changed_meanwhile', `${number} was changed since you read it`, 'version');
}

async function linesAnew(
  tx: Tx,
  { supplierId, lines: before }: PurchaseOrder,
  { lines: drafts, now }: { readonly lines: readonly LineDraft[]; readonly now: Temporal.Instant },
): Promise<Result<PurchaseOrder['lines'], LineRefusal>> {
  const variantIds = drafts.map(({ variantId }) => variantId);
  const on = await readToday(tx, now);
  const sources = await selectPriceList(tx, { supplierId, on, variantIds, limit: variantIds.length });
  const made = await linesOf(tx, { lines: drafts, sources });
  if (!made.ok) return made;
  const own = new Map(before.map((line) => [line.variantId, line.id]));
  return ok(made.value.map((line) => ({ ...line, id: own.get(line.variantId) ?? line.id })));
}
