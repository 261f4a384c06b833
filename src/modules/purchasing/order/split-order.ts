import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { priceAt } from '../source/price.ts';
import { readToday } from '../source/read-today.ts';
import { type SourceRow, selectPriceList } from '../source/store.ts';
import { isAtList } from './line-draft.ts';
import { writeLines } from './lines-store.ts';
import type {
  Doing,
  Known,
  PurchaseOrder,
  PurchaseOrderId,
  PurchaseOrderLine,
  PurchaseOrderLineId,
} from './purchase-order.ts';
import { keepStep, lockFor } from './steps.ts';
import { writeOrder } from './store.ts';

export type SplitRefusal =
  | Known
  | Refusal<'not_on_order' | 'not_a_quantity' | 'more_than_ordered' | 'nothing_left'>;

/** What becomes an order of its own. */
export type OrderPart = {
  readonly lines: readonly { readonly lineId: PurchaseOrderLineId; readonly quantity: number }[];
  readonly expectedOn?: Temporal.PlainDate | undefined;
};

/**
 * Makes several orders of one that nobody was told of yet; what is in no part stays. Pieces are neither lost nor made.
 * Prices of the list are those of the smaller quantities.
 *
 * @returns all of them, drafts, what was left of the order first
 */
export async function splitPurchaseOrder(
  tx: Tx,
  { id, parts, by, now }: Doing & { readonly id: PurchaseOrderId; readonly parts: readonly OrderPart[] },
): Promise<Result<PurchaseOrder[], SplitRefusal>> {
  const locked = await lockFor(tx, 'split', id);
  if (!locked.ok) return locked;
  const order = locked.value;
  const planned = planSplit(order.lines, parts);
  if (!planned.ok) return planned;
  const { supplierId } = order;
  const variantIds = order.lines.map(({ variantId }) => variantId);
  const on = await readToday(tx, now);
  const sources = await selectPriceList(tx, { supplierId, on, variantIds, limit: variantIds.length });
  const rest = { ...order, version: order.version + 1, editedBy: by, ...DRAFT };
  await writeOrder(tx, rest);
  await writeLines(
    tx,
    id,
    planned.value.rest.map((line) => repriced(line, sources)),
  );
  const kept = await keepStep(tx, rest, { verb: 'split', from: order.state, by, now });
  if (!kept.ok) return kept;
  const made = [kept.value];
  for (const [index, lines] of planned.value.parts.entries()) {
    const expectedOn = parts[index]?.expectedOn ?? order.expectedOn;
    const part: PurchaseOrder = {
      ...{ ...order, ...DRAFT, id: newId<'purchase_order'>(), version: 1, expectedOn },
      ...{ made: { at: now, by }, editedBy: by },
    };
    await writeOrder(tx, part);
    await writeLines(
      tx,
      part.id,
      lines.map((line) => repriced({ ...line, id: newId() }, sources)),
    );
    const one = await keepStep(tx, part, { verb: 'create', from: 'draft', note: order.number, by, now });
    if (!one.ok) return one;
    made.push(one.value);
  }
  return ok(made);
}

const DRAFT = { state: 'draft', approved: undefined } as const;

/** Lines of each part, and of what is left. */
export function planSplit(
  lines: readonly PurchaseOrderLine[],
  parts: readonly OrderPart[],
): Result<{ readonly rest: PurchaseOrderLine[]; readonly parts: PurchaseOrderLine[][] }, SplitRefusal> {
  const left = new Map(lines.map((line) => [line.id, line.quantity]));
  for (const [number, part] of parts.entries()) {
    for (const [index, { lineId, quantity }] of part.lines.entries()) {
      const at = `parts[${number}].lines[${index}]`;
      const open = left.get(lineId);
      if (open === undefined) return refuse('not_on_order', 'the order has no such line', `${at}.lineId`);
      if (!Number.isInteger(quantity) || quantity < 1) {
        return refuse('not_a_quantity', 'whole pieces, 1 or more', `${at}.quantity`);
      }
      if (quantity > open) return refuse('more_than_ordered', `${open} are left`, `${at}.quantity`);
      left.set(lineId, open - quantity);
    }
  }
  const rest = lines.flatMap((line) => {
    const quantity = left.get(line.id) ?? 0;
    return quantity === 0 ? [] : [{ ...line, quantity }];
  });
  if (rest.length === 0) return refuse('nothing_left', 'something stays in the order', 'parts');
  const taken = parts.map((part) =>
    lines.flatMap((line) => {
      const some = part.lines.filter(({ lineId }) => lineId === line.id);
      const quantity = some.reduce((sum, one) => sum + one.quantity, 0);
      return quantity === 0 ? [] : [{ ...line, quantity }];
    }),
  );
  return ok({ rest, parts: taken });
}

function repriced(line: PurchaseOrderLine, sources: readonly SourceRow[]): PurchaseOrderLine {
  const source = sources.find(({ variantId }) => variantId === line.variantId);
  const found = source && priceAt(source.breaks, line.quantity);
  if (found === undefined || !isAtList(line)) return line;
  const price = { priceMinor: found.priceMinor, perQuantity: found.perQuantity };
  return { ...line, ...price, list: price };
}
