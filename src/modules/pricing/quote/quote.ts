import { sumOf } from './benefits/cut.ts';
import { candidatesIn } from './candidates.ts';
import { cartOf } from './cart.ts';
import { discountsOf } from './discounts.ts';
import { quotedDelivery } from './quote-delivery.ts';
import type { QuoteInput } from './quote-input.ts';
import { quotedLine } from './quote-line.ts';
import type { Quote, QuotedDelivery, QuotedLine, QuoteTotals, TaxTotal } from './quoted.ts';
import { stack } from './stack.ts';
import { rateKey } from './tax.ts';
import { verdictsOf } from './verdicts.ts';

/**
 * What everything costs and why: prices from price lists, then promotions, then tax.
 *
 * A line is rounded once where it is taxed, half away from zero; what promotions take off the goods together is
 * rounded once and spread by largest remainder. Every total is the sum of rounded lines. The order of lines,
 * promotions, codes and rates changes nothing, and nothing is ever below zero.
 *
 * @example
 * quote({ …, pricesIncludeTax: true, lines: [{ …, quantity: 2, basePriceMinor: 1999n }] }).totals
 * // { subtotalMinor: 3998n, discountMinor: 0n, deliveryMinor: 0n, taxMinor: 638n, totalMinor: 3998n } at 19 %
 */
export function quote(input: QuoteInput): Quote {
  const cart = cartOf(input);
  const { candidates, refused } = candidatesIn(cart);
  const stacked = stack(cart, candidates);
  const { byLine, ofDelivery, given } = discountsOf(cart, stacked.applied);
  const quoted = new Map<string, QuotedLine>();
  const goods = cart.lines.flatMap((line, place) => {
    const discounts = byLine[place] ?? [];
    if (line.line.isGift === true && given[place] === 0) return [];
    quoted.set(line.line.id, quotedLine(cart, line, { discounts, given: given[place] ?? 0 }));
    const amountMinor = line.subtotalMinor - sumOf(discounts.map((discount) => discount.amountMinor));
    return line.mayBeDiscounted ? [{ ...line.line, amountMinor }] : [];
  });
  const lines = input.lines.flatMap((line) => quoted.get(line.id) ?? []);
  const delivery = input.delivery && quotedDelivery(input, input.delivery, { discounts: ofDelivery, goods });
  const isNet = input.taxes.isExempt;
  const pricesIncludeTax = input.pricesIncludeTax && !isNet;
  return {
    currency: input.currency,
    pricesIncludeTax,
    exemptReason: isNet ? input.taxes.exemptReason : undefined,
    lines,
    delivery,
    verdicts: verdictsOf({ lines, delivery, stacked, refused }),
    taxes: taxTotals(lines, delivery),
    totals: totalsOf(lines, delivery),
  };
}

function totalsOf(lines: readonly QuotedLine[], delivery: QuotedDelivery | undefined): QuoteTotals {
  return {
    subtotalMinor: sumOf(lines.map((line) => line.subtotalMinor)),
    discountMinor: sumOf(lines.map((line) => line.discountMinor)) + (delivery?.discountMinor ?? 0n),
    deliveryMinor: delivery?.priceMinor ?? 0n,
    taxMinor: sumOf(lines.map((line) => line.taxMinor)) + (delivery?.taxMinor ?? 0n),
    totalMinor: sumOf(lines.map((line) => line.totalMinor)) + (delivery?.totalMinor ?? 0n),
  };
}

/** By country, region and rate. */
function taxTotals(lines: readonly QuotedLine[], delivery: QuotedDelivery | undefined): TaxTotal[] {
  const totals = new Map<string, TaxTotal>();
  for (const tax of [...lines, ...(delivery === undefined ? [] : [delivery])].flatMap((one) => one.taxes)) {
    const key = rateKey(tax);
    const sum = totals.get(key);
    totals.set(key, {
      ...tax,
      baseMinor: (sum?.baseMinor ?? 0n) + tax.baseMinor,
      taxMinor: (sum?.taxMinor ?? 0n) + tax.taxMinor,
    });
  }
  return [...totals].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
}
