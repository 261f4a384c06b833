import { discountWithoutTax } from '../../ledger/index.ts';
import { taxSum } from '../after-sale/tax-sums.ts';
import type { SoldOrder } from '../pay/sale-of.ts';
import type { EntryDraft } from './sales-entry.ts';
import { difference, isNothing } from './sold-amounts.ts';

/**
 * What the postings of a sale (`salePostings`) are of: a row a line, and one for delivery. A gift card is no revenue.
 *
 * @example
 * // Two cups at 11.90 with 19 % in it, 10 % off, delivered for 5.95:
 * // the cups: 2 pieces, gross 20.00, discount 2.00, tax 3.42; delivery: shipping 5.00, tax 0.95.
 */
export function soldEntries({ lines, quotedDelivery, pricesIncludeTax }: SoldOrder): EntryDraft[] {
  const sold = lines.map((line): EntryDraft => {
    const { id: lineId, kind, quantity, netMinor, taxes } = line;
    const discountMinor = discountWithoutTax(line, pricesIncludeTax);
    const listMinor = netMinor + discountMinor;
    const price = kind === 'gift_card' ? { giftCardsMinor: listMinor } : { grossMinor: listMinor };
    return { kind: 'sale', lineId, quantity, ...price, discountMinor, taxMinor: taxSum(taxes) };
  });
  if (quotedDelivery === undefined) return sold;
  const discountMinor = discountWithoutTax(quotedDelivery, pricesIncludeTax);
  const shippingMinor = quotedDelivery.netMinor + discountMinor;
  const taxMinor = taxSum(quotedDelivery.taxes);
  const delivered: EntryDraft = { kind: 'sale', shippingMinor, discountMinor, taxMinor };
  return isNothing(delivered) ? sold : [...sold, delivered];
}

/** What differs of each line and of delivery, when what was sold is another sale now (`resalePostings`). */
export function resoldEntries(before: SoldOrder, after: SoldOrder): EntryDraft[] {
  const [was, is] = [before, after].map((order) => {
    return new Map(soldEntries(order).map((entry) => [entry.lineId, entry]));
  });
  const lineIds = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  return [...lineIds]
    .map((lineId): EntryDraft => {
      return { kind: 'correction', lineId, ...difference(was?.get(lineId), is?.get(lineId)) };
    })
    .filter((entry) => !isNothing(entry));
}
