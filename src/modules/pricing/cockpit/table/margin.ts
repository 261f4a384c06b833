import { currencyOf, divideRounded, fromDecimal, money, toDecimal } from '../../../../kernel/index.ts';

export type MarginShown = {
  /** A decimal, below zero where the price is below cost. */
  readonly amount: string;
  /** Of the net price, in millionths; undefined for a price of nothing. */
  readonly rateMillionths: number | undefined;
};

/**
 * What is left of a price as it is typed, net of tax and cost; undefined while it is no amount.
 *
 * @example
 * marginAsTyped('11.90', { cost: '6.00', currency: 'EUR', taxRateMillionths: 190_000 }) // 4.00, 400,000
 */
export function marginAsTyped(
  price: string,
  about: { readonly cost: string; readonly currency: string; readonly taxRateMillionths: number },
): MarginShown | undefined {
  const currency = currencyOf(about.currency);
  const gross = fromDecimal(price, currency)?.minor;
  const cost = fromDecimal(about.cost, currency)?.minor;
  if (gross === undefined || cost === undefined) return undefined;
  const net = divideRounded(gross * 1_000_000n, 1_000_000n + BigInt(about.taxRateMillionths));
  const left = net - cost;
  return {
    amount: toDecimal(money(left, currency)),
    rateMillionths: net <= 0n ? undefined : Number(divideRounded(left * 1_000_000n, net)),
  };
}
