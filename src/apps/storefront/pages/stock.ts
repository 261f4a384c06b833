import type { Locale } from '../../../kernel/index.ts';
import { type Availability, LOW_STOCK_AT } from '../../../modules/inventory/index.ts';
import { message } from '../messages/index.ts';
import type { VariantModel } from '../model/index.ts';

/** What the page says of a variant's stock. The exact count is told only when it is low. */
export function stockOf(availability: Availability | undefined, locale: Locale): VariantModel['stock'] {
  if (!availability?.isBuyable) return { state: 'sold_out', text: message(locale, 'stock.sold_out') };
  const { isTracked, available, lowStockAt, preorderFrom } = availability;
  if (!isTracked) return { state: 'in_stock', text: message(locale, 'stock.in_stock') };
  if (available <= 0 && preorderFrom !== undefined) {
    const date = dayText(preorderFrom, locale);
    return { state: 'preorder', text: message(locale, 'cart.preorder', { date }) };
  }
  if (available <= 0) return { state: 'backorder', text: message(locale, 'stock.backorder') };
  if (available > (lowStockAt ?? LOW_STOCK_AT)) {
    return { state: 'in_stock', text: message(locale, 'stock.in_stock') };
  }
  return { state: 'low', text: message(locale, 'stock.low', { count: available }) };
}

/** `3 December`: a day within the next months needs no year. */
function dayText(at: Temporal.Instant, locale: Locale): string {
  return at.toLocaleString(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
}
