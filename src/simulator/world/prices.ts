import type { WorldPrice } from './world.ts';

/**
 * Prices in the shop's three currencies from whole euros, each with an ending that its shoppers are used to:
 * x.90 or whole euros, x.50 or whole pounds, whole dollars. Dollars are without tax, so nearer to the euro figure
 * than the exchange rate would put them.
 *
 * @param discountPercent when above zero, the price before it is the compare-at price
 */
export function pricesFrom(euros: number, discountPercent: number): readonly WorldPrice[] {
  return CURRENCIES.map(({ currency, rate, ending }) => {
    const regular = ending(euros * rate);
    const reduced = discountPercent === 0 ? regular : ending(euros * rate * (1 - discountPercent / 100));
    return {
      currency,
      amountMinor: BigInt(reduced),
      compareAtMinor: reduced < regular ? BigInt(regular) : undefined,
    };
  });
}

/** What the shop paid for it: between 34 and 46 percent of the price without 19 percent tax. In euro cents. */
export function costFrom(euros: number, share: number): bigint {
  return BigInt(Math.round((euros / 1.19) * (0.34 + 0.12 * share) * 100));
}

const CURRENCIES = [
  { currency: 'EUR', rate: 1, ending: (amount: number) => euroEnding(amount) },
  { currency: 'GBP', rate: 0.86, ending: (amount: number) => poundEnding(amount) },
  { currency: 'USD', rate: 1.02, ending: (amount: number) => Math.max(1, Math.round(amount)) * 100 },
] as const;

function euroEnding(amount: number): number {
  if (amount >= 30) return Math.round(amount) * 100;
  return Math.max(1, Math.round(amount)) * 100 - 10;
}

function poundEnding(amount: number): number {
  if (amount >= 30) return Math.round(amount) * 100;
  return Math.max(2, Math.round(amount * 2)) * 50;
}
