import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Posting } from '../account.ts';
import { entry, move, type TaxPart, taxAccount } from './entry.ts';

/** What a customer is credited, by what it was paid for. Amounts without tax, above zero. */
export type Credited = {
  readonly currency: CurrencyCode;
  readonly goodsMinor: bigint;
  readonly deliveryMinor: bigint;
  /** Gift cards that were ordered and not issued. */
  readonly giftCardsMinor?: bigint;
  readonly taxes: readonly TaxPart[];
};

/**
 * Goods, delivery and their tax are credited: the customer owes so much less. Paying it out is an entry of
 * its own.
 */
export function refundPostings({
  currency,
  goodsMinor,
  deliveryMinor,
  giftCardsMinor = 0n,
  taxes,
}: Credited) {
  const taxMinor = taxes.reduce((sum, tax) => sum + tax.taxMinor, 0n);
  return entry(currency, [
    ['returns', goodsMinor],
    ['shipping', deliveryMinor],
    ['gift_cards_sold', giftCardsMinor],
    ...taxes.map((tax) => [taxAccount(tax), tax.taxMinor] as const),
    ['receivable', -(goodsMinor + deliveryMinor + giftCardsMinor + taxMinor)],
  ]);
}

/** Given to a customer without anything coming back: the shop's own cost. */
export function goodwillPostings(currency: CurrencyCode, amountMinor: bigint): Posting[] {
  return move(currency, 'goodwill', 'receivable', amountMinor);
}

/**
 * A total that was rounded to what can be paid in cash; `differenceMinor` is what was left out of the
 * payment.
 */
export function roundingPostings(currency: CurrencyCode, differenceMinor: bigint): Posting[] {
  return move(currency, 'rounding', 'receivable', differenceMinor);
}
