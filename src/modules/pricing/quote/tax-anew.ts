import { type GoodsShare, quotedDelivery } from './quote-delivery.ts';
import type { QuoteDelivery, QuoteTaxes } from './quote-input.ts';
import type { LineDiscount, QuotedDelivery } from './quoted.ts';
import { ratesOf, type Taxed, taxed } from './tax.ts';

/** What was agreed of a line: with its tax where prices include it, without it where they do not. */
export type AgreedGoods = GoodsShare & { readonly isGiftCard: boolean };

/**
 * Taxes prices that were agreed by the rates of another place, and a delivery there. No price is made anew: where prices
 * include tax the same amount has another tax in it, elsewhere another tax comes on top. Rounded as a quote rounds, once
 * a line.
 *
 * @example
 * // A pot at 30.00: with 19 % in it 25.21 + 4.79, with 20 % in it 25.00 + 5.00.
 */
export function taxedAnew(input: {
  readonly pricesIncludeTax: boolean;
  readonly taxes: QuoteTaxes;
  readonly goods: readonly AgreedGoods[];
  readonly delivery: (QuoteDelivery & { readonly discounts: readonly LineDiscount[] }) | undefined;
}): { readonly lines: readonly Taxed[]; readonly delivery: QuotedDelivery | undefined } {
  const { pricesIncludeTax, taxes, delivery } = input;
  if (pricesIncludeTax && taxes.isExempt)
    throw new RangeError('prices with tax are no prices of an exempt sale');
  const goods = input.goods.filter(({ isGiftCard }) => !isGiftCard);
  return {
    lines: input.goods.map(({ amountMinor, taxClass, isTaxable, isGiftCard }) => {
      const { rates } = ratesOf(input, { taxClass, isTaxable: isTaxable && !isGiftCard });
      return taxed(amountMinor, rates, pricesIncludeTax);
    }),
    delivery: delivery && quotedDelivery(input, delivery, { discounts: delivery.discounts, goods }),
  };
}
