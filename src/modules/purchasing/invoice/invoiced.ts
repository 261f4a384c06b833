import { splitMinor } from '../../../kernel/index.ts';
import type { PurchaseOrderLineId } from '../order/purchase-order.ts';
import type { InvoicedLine, SupplierInvoice, SupplierInvoiceId } from './invoice.ts';

/** What invoices that stand asked for: pieces, and what they and their tax come to, in the order's currency and in the shop's. */
export type Invoiced = {
  readonly pieces: number;
  readonly valueMinor: bigint;
  readonly bookedMinor: bigint;
  readonly taxMinor: bigint;
};

/**
 * What was invoiced of each line. The tax of an invoice is of its goods and of the charges on it, by value, since a supplier
 * says one sum.
 *
 * @example
 * // 10 cups at 100.00, freight 20.00, tax 22.80: the cups bear 19.00 of it.
 */
export function invoicedByLine(
  invoices: readonly SupplierInvoice[],
  lines: readonly (InvoicedLine & { readonly invoiceId: SupplierInvoiceId })[],
  inShop: (minor: bigint, rateE10: bigint) => bigint,
): ReadonlyMap<PurchaseOrderLineId, Invoiced> {
  const sums = new Map<PurchaseOrderLineId, Invoiced>();
  for (const { id, undone, chargesMinor, taxMinor, rateE10 } of invoices) {
    if (undone !== undefined) continue;
    const own = lines.filter(({ invoiceId }) => invoiceId === id);
    const weights = [...own.map(({ valueMinor }) => valueMinor), chargesMinor];
    const taxes = weights.some((weight) => weight > 0n) ? splitMinor(taxMinor, weights) : [];
    for (const [index, { lineId, quantity, valueMinor }] of own.entries()) {
      const before = sums.get(lineId) ?? NOTHING_INVOICED;
      sums.set(lineId, {
        pieces: before.pieces + quantity,
        valueMinor: before.valueMinor + valueMinor,
        bookedMinor: before.bookedMinor + inShop(valueMinor, rateE10),
        taxMinor: before.taxMinor + (taxes[index] ?? 0n),
      });
    }
  }
  return sums;
}

export const NOTHING_INVOICED: Invoiced = { pieces: 0, valueMinor: 0n, bookedMinor: 0n, taxMinor: 0n };
