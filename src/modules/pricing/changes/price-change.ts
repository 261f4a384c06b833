import { divideRounded } from '../../../kernel/index.ts';

/** How many prices are changed at once. Rates are millionths: 50,000 is 5 %. */
export type PriceChangeRule = {
  readonly change:
    | { readonly kind: 'percent'; readonly rateMillionths: number }
    | { readonly kind: 'amount'; readonly amountMinor: bigint }
    | { readonly kind: 'set'; readonly amountMinor: bigint }
    /** So that this much of the net price is left after cost. */
    | { readonly kind: 'margin'; readonly rateMillionths: number };
  readonly rounding: PriceRounding;
  /** What becomes of the compare-at price: left, taken away, or the price before. */
  readonly compareAt: 'keep' | 'remove' | 'price_before';
};

/** The last two digits that prices end with, the nearest way; `none`: as computed. */
export type PriceRounding = 'none' | '99' | '95' | '90' | '00';

export type PriceFacts = {
  readonly amountMinor: bigint;
  readonly compareAtMinor: bigint | undefined;
  /** What one costs, net, in the same currency. */
  readonly costMinor: bigint | undefined;
  /** The tax that the price contains; 0 where prices are net. */
  readonly taxRateMillionths: number;
  /** How many minor units the currency's digits make: 100 for euros, 1 for yen. */
  readonly unit: bigint;
};

export type ChangedPrice =
  | {
      readonly isChanged: true;
      readonly amountMinor: bigint;
      readonly compareAtMinor: bigint | undefined;
      readonly isBelowCost: boolean;
    }
  | { readonly isChanged: false; readonly why: 'same' | 'no_cost' | 'below_zero' };

/**
 * What one price becomes.
 *
 * @example
 * // 19.99 less 10 % is 17.991, and 17.99 rounded to .99; a margin of 40 % on a cost of 6.00 net at 19 % tax is
 * // 6.00 / 0.6 × 1.19 = 11.90.
 */
export function changedPrice(facts: PriceFacts, rule: PriceChangeRule): ChangedPrice {
  const wanted = wantedMinor(facts, rule.change);
  if (wanted === undefined) return { isChanged: false, why: 'no_cost' };
  const amountMinor = roundedPrice(wanted, rule.rounding, facts.unit);
  if (amountMinor < 0n) return { isChanged: false, why: 'below_zero' };
  const before = rule.compareAt === 'price_before' ? facts.amountMinor : facts.compareAtMinor;
  const compareAt = rule.compareAt === 'remove' ? undefined : before;
  // What is not more than the price is no price to compare with.
  const compareAtMinor = compareAt !== undefined && compareAt > amountMinor ? compareAt : undefined;
  if (amountMinor === facts.amountMinor && compareAtMinor === facts.compareAtMinor) {
    return { isChanged: false, why: 'same' };
  }
  const isBelowCost = facts.costMinor !== undefined && netMinor(amountMinor, facts) < facts.costMinor;
  return { isChanged: true, amountMinor, compareAtMinor, isBelowCost };
}

/** What of a price is the shop's: 11.90 with 19 % tax in it is 10.00 net. */
export function netMinor(
  amountMinor: bigint,
  { taxRateMillionths }: Pick<PriceFacts, 'taxRateMillionths'>,
): bigint {
  return divideRounded(amountMinor * 1_000_000n, 1_000_000n + BigInt(taxRateMillionths));
}

/** What is left of the net price after cost, in money and as a rate of it; a price of nothing has no rate. */
export function marginOf(
  amountMinor: bigint,
  facts: Pick<PriceFacts, 'taxRateMillionths'> & { readonly costMinor: bigint },
): { readonly marginMinor: bigint; readonly rateMillionths: number | undefined } {
  const net = netMinor(amountMinor, facts);
  const marginMinor = net - facts.costMinor;
  if (net <= 0n) return { marginMinor, rateMillionths: undefined };
  return { marginMinor, rateMillionths: Number(divideRounded(marginMinor * 1_000_000n, net)) };
}

/**
 * The nearest price that ends so, ties to the higher one; in currencies without cents the last two digits of the price
 * itself (1,499 yen ends with 99). A price above zero never becomes zero.
 */
export function roundedPrice(amountMinor: bigint, rounding: PriceRounding, unit: bigint): bigint {
  if (rounding === 'none' || amountMinor <= 0n) return amountMinor;
  const whole = unit > 100n ? unit : 100n;
  const ending = (BigInt(rounding) * whole) / 100n;
  const below = ((amountMinor - ending) / whole) * whole + ending;
  const start = below > amountMinor ? below - whole : below;
  const lower = start > 0n ? start : start + whole;
  const upper = start + whole;
  return amountMinor - lower < upper - amountMinor ? lower : upper;
}

function wantedMinor(facts: PriceFacts, change: PriceChangeRule['change']): bigint | undefined {
  const { amountMinor, costMinor, taxRateMillionths } = facts;
  switch (change.kind) {
    case 'percent':
      return divideRounded(amountMinor * (1_000_000n + BigInt(change.rateMillionths)), 1_000_000n);
    case 'amount':
      return amountMinor + change.amountMinor;
    case 'set':
      return change.amountMinor;
    case 'margin': {
      if (costMinor === undefined) return undefined;
      const left = 1_000_000n - BigInt(change.rateMillionths);
      return divideRounded(costMinor * (1_000_000n + BigInt(taxRateMillionths)), left);
    }
  }
}
