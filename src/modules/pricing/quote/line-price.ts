import type { ListPrice } from '../price-lists/price-list.ts';
import type { QuoteInput, QuoteLine } from './quote-input.ts';
import type { PriceReason } from './quoted.ts';

export type LinePrice = {
  readonly unitMinor: bigint;
  readonly reason: PriceReason;
  /** Sold at a reduced price already. */
  readonly isReduced: boolean;
};

/**
 * What one piece costs before promotions: the entry of the first list that applies, else the base price.
 *
 * A list applies in its market, to its segment, in its time and from its quantity on; of its entries for one
 * variant the one with the highest quantity reached is its price. Of several lists the lowest priority comes
 * first, then the lowest price, then the id. A sale list counts only below the base price.
 *
 * @param quantity pieces of this variant in all lines together
 */
export function linePrice(
  line: QuoteLine,
  quantity: number,
  input: Pick<QuoteInput, 'marketCode' | 'customer' | 'now'>,
): LinePrice {
  const best = bestOf(line, quantity, input);
  if (best === undefined) {
    return {
      unitMinor: line.basePriceMinor,
      reason: { kind: 'base' },
      isReduced: line.compareAt !== undefined,
    };
  }
  const isSale = best.kind === 'sale';
  const { priceListId, name, segment, marketCode, fromQuantity } = best;
  return {
    unitMinor: best.amountMinor,
    isReduced: isSale,
    reason: {
      ...{ kind: 'price_list', priceListId, name, segment, marketCode, fromQuantity, isSale },
      basePriceMinor: line.basePriceMinor,
    },
  };
}

function bestOf(
  line: QuoteLine,
  quantity: number,
  input: Pick<QuoteInput, 'marketCode' | 'customer' | 'now'>,
): ListPrice | undefined {
  const byList = new Map<string, ListPrice>();
  for (const price of line.listPrices) {
    if (price.fromQuantity > quantity || !applies(price, input)) continue;
    const other = byList.get(price.priceListId);
    if (other === undefined || other.fromQuantity < price.fromQuantity) byList.set(price.priceListId, price);
  }
  let best: ListPrice | undefined;
  for (const price of byList.values()) {
    if (price.kind === 'sale' && price.amountMinor >= line.basePriceMinor) continue;
    if (best === undefined || isBefore(price, best)) best = price;
  }
  return best;
}

function applies(price: ListPrice, input: Pick<QuoteInput, 'marketCode' | 'customer' | 'now'>): boolean {
  const { segment, marketCode, startsAt, endsAt } = price;
  if (marketCode !== undefined && marketCode !== input.marketCode) return false;
  if (segment !== undefined && !(input.customer?.segments.includes(segment) ?? false)) return false;
  if (startsAt !== undefined && Temporal.Instant.compare(input.now, startsAt) < 0) return false;
  return endsAt === undefined || Temporal.Instant.compare(input.now, endsAt) < 0;
}

function isBefore(a: ListPrice, b: ListPrice): boolean {
  if (a.priority !== b.priority) return a.priority < b.priority;
  if (a.amountMinor !== b.amountMinor) return a.amountMinor < b.amountMinor;
  return a.priceListId < b.priceListId;
}
