import { boundsOf, type Elasticity, meanOf, type Outlook, salesCases } from './outlook.ts';

/** What a change of price is judged by; amounts are minor units, before tax. */
export type PriceCase = {
  readonly netBeforeMinor: number;
  /** What a piece is worth that is not sold: what it takes to replace it, or what it brings later. */
  readonly keptMinor: number;
  readonly outlook: Outlook;
  readonly elasticity: Elasticity;
  /** `Infinity` where it does not run out. */
  readonly stock: number;
};

/**
 * What another price is worth over the days of the outlook: pieces sold, each at what is left of its price over what it is
 * worth when it is kept, against what today's price is expected to bring. The interval is that of what will be measured:
 * actual sales at the new price against that same expectation.
 *
 * @example
 * // 100 pieces, 10 wanted at 20.00, kept worth 5.00: today brings 150.00. At 16.00 and an elasticity of -2, 15.6 are sold at
 * // 11.00 each, 171.90: 21.90 more.
 */
export function worthOfPrice(given: PriceCase, netAfterMinor: number) {
  const base = baseOf(given);
  const ratio = netAfterMinor / given.netBeforeMinor;
  const sold = salesCases(given.outlook, { ratio, stock: given.stock, elasticity: given.elasticity });
  return {
    ...boundsOf(sold.map((pieces) => pieces * (netAfterMinor - given.keptMinor) - base)),
    soldBefore: meanOf(casesBefore(given)),
    soldAfter: meanOf(sold),
  };
}

/** What today's price is expected to bring, and within which bounds. */
export function baseBounds(given: PriceCase) {
  return boundsOf(casesBefore(given).map((pieces) => pieces * (given.netBeforeMinor - given.keptMinor)));
}

function baseOf(given: PriceCase): number {
  return meanOf(casesBefore(given)) * (given.netBeforeMinor - given.keptMinor);
}

function casesBefore({ outlook, stock, elasticity }: PriceCase): number[] {
  return salesCases(outlook, { ratio: 1, stock, elasticity });
}

/**
 * What a piece is worth that is still there when the days are over: it is sold later, for what it cost less what keeping it
 * costs until then (half of the time that the rest will take), and at least for what is left of it in the end.
 */
export function keptWorth(
  costMinor: number,
  {
    coverDays,
    holdingMillionths,
    salvageMillionths,
  }: {
    readonly coverDays: number;
    readonly holdingMillionths: number;
    readonly salvageMillionths: number;
  },
): number {
  const years = coverDays / 2 / 365;
  const later = costMinor * (1 - (holdingMillionths / 1_000_000) * years);
  return Math.max((costMinor * salvageMillionths) / 1_000_000, later);
}
