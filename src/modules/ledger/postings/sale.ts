import { type CurrencyCode, divideRounded } from '../../../kernel/index.ts';
import type { AccountCode, Posting } from '../account.ts';
import { entry, reversed, type TaxPart, taxAccount } from './entry.ts';

type Priced = {
  readonly discountMinor: bigint;
  /** Without tax, after discounts. */
  readonly netMinor: bigint;
  readonly taxes: readonly (TaxPart & { readonly rateMillionths: number | bigint })[];
};

/** What is sold: a quote, as far as the ledger cares. */
export type Sale = {
  readonly currency: CurrencyCode;
  readonly pricesIncludeTax: boolean;
  readonly lines: readonly (Priced & { readonly isGiftCard?: boolean })[];
  readonly delivery?: Priced | undefined;
};

/**
 * The customer owes the total; goods and delivery are earned without their tax, what discounts took off
 * stands by itself. A gift card is no sale: it is owed until it is used.
 *
 * @example
 * // One cup at 23.80 with 19 % in it, 10 % off, delivered for 5.95: 27.37 receivable;
 * // sales -20.00, discounts 2.00, shipping -5.00, tax:DE -4.37.
 */
export function salePostings({ currency, pricesIncludeTax, lines, delivery }: Sale): Posting[] {
  const parts: [AccountCode, bigint][] = [];
  const earn = (account: AccountCode, priced: Priced): void => {
    const discountMinor = discountWithoutTax(priced, pricesIncludeTax);
    parts.push([account, -(priced.netMinor + discountMinor)], ['discounts', discountMinor]);
    for (const tax of priced.taxes) parts.push([taxAccount(tax), -tax.taxMinor]);
  };
  for (const line of lines) earn(line.isGiftCard === true ? 'gift_cards_sold' : 'sales', line);
  if (delivery !== undefined) earn('shipping', delivery);
  const owed = parts.reduce((sum, [, amountMinor]) => sum - amountMinor, 0n);
  return entry(currency, [['receivable', owed], ...parts]);
}

/** What was sold is another sale now: the first is taken back and the other posted, as what differs between them. */
export function resalePostings(before: Sale, after: Sale): Posting[] {
  const postings = [...reversed(salePostings(before)), ...salePostings(after)];
  return entry(
    before.currency,
    postings.map(({ account, amountMinor }) => [account, amountMinor]),
  );
}

/** What discounts took off, without the tax that was in it. */
export function discountWithoutTax({ discountMinor, taxes }: Priced, pricesIncludeTax: boolean): bigint {
  if (!pricesIncludeTax) return discountMinor;
  const rate = taxes.reduce((sum, tax) => sum + BigInt(tax.rateMillionths), 0n);
  return divideRounded(discountMinor * 1_000_000n, 1_000_000n + rate);
}
