import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { readProductIdsOfVariants, type VariantId } from '../../catalog/index.ts';
import { priceAt } from '../source/price.ts';
import type { SourceRow } from '../source/store.ts';
import { MOST_PIECES, ORDER_LINES, type PurchaseOrderLine } from './purchase-order.ts';

/** A line as it is asked for; without a price it has that of the supplier's list. */
export type LineDraft = {
  readonly variantId: VariantId;
  readonly quantity: number;
  readonly priceMinor?: bigint | undefined;
  readonly perQuantity?: number | undefined;
};

export type LineRefusal = Refusal<
  'unknown_variant' | 'not_a_quantity' | 'not_a_price' | 'no_price' | 'line_twice'
>;

/**
 * Lines of drafts, each with what the list says. A fractional quantity is refused with its line, and nothing else: the
 * others of the same call are not touched.
 */
export async function linesOf(
  tx: Tx,
  { lines, sources }: { readonly lines: readonly LineDraft[]; readonly sources: readonly SourceRow[] },
): Promise<Result<PurchaseOrderLine[], LineRefusal>> {
  if (lines.length > ORDER_LINES) throw new RangeError(`at most ${ORDER_LINES} lines an order`);
  const known = await readProductIdsOfVariants(tx, [...new Set(lines.map(({ variantId }) => variantId))]);
  const made = new Map<VariantId, PurchaseOrderLine>();
  for (const [index, draft] of lines.entries()) {
    const { variantId } = draft;
    const at = `lines[${index}]`;
    if (!known.has(variantId)) return refuse('unknown_variant', 'no variant has this id', `${at}.variantId`);
    if (made.has(variantId))
      return refuse('line_twice', 'this variant is in the order twice', `${at}.variantId`);
    const line = lineOf(
      draft,
      sources.find((one) => one.variantId === variantId),
      at,
    );
    if (!line.ok) return line;
    made.set(variantId, line.value);
  }
  return ok([...made.values()]);
}

function lineOf(
  { variantId, quantity, priceMinor, perQuantity = 1 }: LineDraft,
  source: SourceRow | undefined,
  at: string,
): Result<PurchaseOrderLine, LineRefusal> {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST_PIECES) {
    const message = `${quantity} is no whole number of pieces from 1 to ${MOST_PIECES}`;
    return refuse('not_a_quantity', message, `${at}.quantity`);
  }
  const isPrice = Number.isInteger(perQuantity) && perQuantity >= 1 && perQuantity <= MOST_PIECES;
  if (!isPrice || (priceMinor ?? 0n) < 0n) {
    return refuse(
      'not_a_price',
      'a price is not below nothing, for 1 to 1,000,000 pieces',
      `${at}.priceMinor`,
    );
  }
  const list = source && priceAt(source.breaks, quantity);
  const price = priceMinor === undefined ? list : { priceMinor, perQuantity };
  if (price === undefined) {
    return refuse('no_price', 'the supplier has no price for this: give one', `${at}.priceMinor`);
  }
  return ok({
    ...{ id: newId<'purchase_order_line'>(), variantId, quantity, sku: source?.sku ?? '' },
    ...{ priceMinor: price.priceMinor, perQuantity: price.perQuantity },
    list: list && { priceMinor: list.priceMinor, perQuantity: list.perQuantity },
    confirmed: { quantity: undefined, price: undefined, expectedOn: undefined },
    ...{ received: 0, damaged: 0, wrong: 0, returned: 0 },
  });
}

/**
 * The lines of an open draft with those that are added: pieces of the same variant are one line, at the price of the list
 * for all of them where both had that of the list.
 */
export function mergedLines(
  open: readonly PurchaseOrderLine[],
  added: readonly PurchaseOrderLine[],
  sources: readonly SourceRow[],
): PurchaseOrderLine[] {
  const news = new Map(added.map((line) => [line.variantId, line]));
  const merged = open.map((line) => {
    const more = news.get(line.variantId);
    if (more === undefined) return line;
    news.delete(line.variantId);
    const quantity = line.quantity + more.quantity;
    const source = sources.find(({ variantId }) => variantId === line.variantId);
    const found = source && priceAt(source.breaks, quantity);
    const list = found && { priceMinor: found.priceMinor, perQuantity: found.perQuantity };
    const price = isAtList(line) && isAtList(more) ? list : undefined;
    return { ...line, quantity, list, ...price };
  });
  return [...merged, ...news.values()];
}

/** Whether it was ordered at the price of the supplier's list. */
export function isAtList({ list, priceMinor, perQuantity }: PurchaseOrderLine): boolean {
  return list !== undefined && list.priceMinor === priceMinor && list.perQuantity === perQuantity;
}
