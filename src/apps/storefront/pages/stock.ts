import { type Locale, nextMidnight } from '../../../kernel/index.ts';
import { type Availability, LOW_STOCK_AT } from '../../../modules/inventory/index.ts';
import { message } from '../messages/index.ts';
import type { VariantModel } from '../model/index.ts';
import type { Site } from '../site.ts';

/** What the page says of a variant's stock. The exact count is told only when it is low. */
export function stockOf(availability: Availability | undefined, locale: Locale): VariantModel['stock'] {
  if (!availability?.isBuyable) return soldOut(availability?.expectedOn, locale);
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

/** What is told of a day of return is right until the shop's day ends. */
export function returnsUntil(
  isTold: boolean,
  { shop }: Pick<Site, 'shop'>,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  return isTold ? nextMidnight(now, shop.timeZone) : undefined;
}

function soldOut(expectedOn: Temporal.PlainDate | undefined, locale: Locale): VariantModel['stock'] {
  if (expectedOn === undefined) return { state: 'sold_out', text: message(locale, 'stock.sold_out') };
  const text = message(locale, 'stock.back_about', { date: returnDay(expectedOn, locale) });
  return { state: 'sold_out', text, expectedOn: expectedOn.toString() };
}

/** `12 December`: the day about which something is back, on its page and in the cart; cards have less room. */
export function returnDay(expectedOn: Temporal.PlainDate, locale: Locale): string {
  return expectedOn.toLocaleString(locale, { day: 'numeric', month: 'long' });
}

/** `3 December`: a day within the next months needs no year. */
function dayText(at: Temporal.Instant, locale: Locale): string {
  return at.toLocaleString(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
}
