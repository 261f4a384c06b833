import type { PurchaseOrderLineId } from '../order/purchase-order.ts';
import { settledBy } from '../receipt/settle.ts';
import type { Settled } from '../receipt/store.ts';
import type { InvoiceDifference, InvoicedLine } from './invoice.ts';

export type MatchedLine = InvoicedLine & {
  /** What of the receipts these pieces settle: at the order's price in its currency, and in the shop's. */
  readonly settledValueMinor: bigint;
  readonly settledMinor: bigint;
};

/**
 * Three-way match: what is invoiced against what came (not settled yet) and what was agreed. Prices are compared by line
 * in money, so that a price for a thousand and one for a piece are the same where they come to the same.
 */
export function matchInvoice(
  lines: readonly InvoicedLine[],
  settled: ReadonlyMap<PurchaseOrderLineId, Settled>,
): { readonly lines: MatchedLine[]; readonly differences: InvoiceDifference[] } {
  const differences: InvoiceDifference[] = [];
  const matched = lines.map((line) => {
    const { lineId, quantity, valueMinor } = line;
    const known = settled.get(lineId);
    const open = known === undefined ? 0 : known.received - known.settled;
    if (known === undefined || quantity > open) {
      differences.push({ lineId, kind: 'more_than_received', by: BigInt(quantity - open) });
      return { ...line, settledValueMinor: 0n, settledMinor: 0n };
    }
    const part = settledBy(known, quantity);
    const by = valueMinor - part.valueMinor;
    if (by !== 0n) differences.push({ lineId, kind: by > 0n ? 'price_higher' : 'price_lower', by });
    return { ...line, settledValueMinor: part.valueMinor, settledMinor: part.costMinor };
  });
  return { lines: matched, differences };
}
