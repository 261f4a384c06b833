import { splitMinor } from '../../../kernel/index.ts';
import { sumOf } from './benefits/cut.ts';
import type { QuoteDelivery, QuoteInput, QuoteTaxRate } from './quote-input.ts';
import { reducedBy } from './quote-line.ts';
import type { LineDiscount, QuotedDelivery } from './quoted.ts';
import { rateKey, ratesOf, taxed, withoutTax } from './tax.ts';

/** What a line of goods costs after discounts, and how it is taxed. */
export type GoodsShare = {
  readonly amountMinor: bigint;
  readonly taxClass: string;
  readonly isTaxable: boolean;
};

/** Delivery with its discounts and taxes: by its own class, or like the goods, in proportion to their value. */
export function quotedDelivery(
  input: Pick<QuoteInput, 'taxes' | 'pricesIncludeTax'>,
  delivery: QuoteDelivery,
  {
    discounts,
    goods,
  }: { readonly discounts: readonly LineDiscount[]; readonly goods: readonly GoodsShare[] },
): QuotedDelivery {
  const shares = delivery.isTaxedLikeGoods === true ? likeGoods(input, goods) : [];
  if (shares.length === 0) shares.push({ ...ratesOf(input, { ...delivery, isTaxable: true }), weight: 1n });
  const weights = shares.map(({ weight }) => weight);
  const reduced = reducedBy(delivery.priceMinor, discounts, (amountMinor) => {
    const amounts = splitMinor(amountMinor, weights);
    return sumOf(shares.map(({ takenOut }, index) => withoutTax(amounts[index] ?? 0n, takenOut)));
  });
  const amounts = splitMinor(reduced.subtotalMinor - reduced.discountMinor, weights);
  const paid = shares.map(({ rates }, index) => taxed(amounts[index] ?? 0n, rates, input.pricesIncludeTax));
  const netMinor = sumOf(paid.map((part) => part.netMinor));
  const taxMinor = sumOf(paid.map((part) => part.taxMinor));
  return {
    optionId: delivery.optionId,
    priceMinor: reduced.subtotalMinor,
    discountMinor: reduced.discountMinor,
    netMinor,
    taxMinor,
    totalMinor: netMinor + taxMinor,
    discounts: reduced.discounts,
    taxes: paid.flatMap((part) => part.taxes),
  };
}

type Share = {
  readonly rates: readonly QuoteTaxRate[];
  readonly takenOut: readonly QuoteTaxRate[];
  readonly weight: bigint;
};

function likeGoods(
  input: Pick<QuoteInput, 'taxes' | 'pricesIncludeTax'>,
  goods: readonly GoodsShare[],
): Share[] {
  const shares = new Map<string, Share>();
  for (const one of goods) {
    if (one.amountMinor === 0n) continue;
    const { rates, takenOut } = ratesOf(input, one);
    const key = [...rates, ...takenOut].map(rateKey).join(' ');
    const weight = (shares.get(key)?.weight ?? 0n) + one.amountMinor;
    shares.set(key, { rates, takenOut, weight });
  }
  return [...shares.values()];
}
