import type { PriceRecord } from '../record.ts';
import { type MoneyCell, priceOf } from './cells.ts';

export type SaleWindow = {
  readonly from: Temporal.Instant | undefined;
  readonly until: Temporal.Instant | undefined;
};

/**
 * The price of a file that has a regular and a sale price: within the sale's window the sale price, with the
 * regular one struck out. `isRunning` is false when there is a sale that applies at another time.
 */
export function salePrice(
  regular: MoneyCell | undefined,
  sale: MoneyCell | undefined,
  window: SaleWindow,
  now: Temporal.Instant,
): { readonly prices: readonly PriceRecord[]; readonly isRunning: boolean } {
  if (sale === undefined) return { prices: priceOf(regular, undefined), isRunning: true };
  const hasBegun = window.from === undefined || Temporal.Instant.compare(window.from, now) <= 0;
  const hasEnded = window.until !== undefined && Temporal.Instant.compare(window.until, now) < 0;
  if (hasBegun && !hasEnded) return { prices: priceOf(sale, regular), isRunning: true };
  return { prices: priceOf(regular ?? sale, undefined), isRunning: false };
}

/**
 * A date or time as shops write it (`2026-11-23`, `2026-11-23 10:00:00`, ISO 8601); without a zone it is UTC.
 */
export function readInstant(text: string): Temporal.Instant | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(
      text.trim(),
    );
  if (!match) return undefined;
  try {
    return Temporal.Instant.from(`${match[1]}T${match[2] ?? '00:00'}${match[3] ?? 'Z'}`);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
