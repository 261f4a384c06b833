import { createHash } from 'node:crypto';
import { type CurrencyCode, currencyOf, type Id, idFrom } from '../../../kernel/index.ts';
import type { Benefit, Goods, Promotion, Selection } from '../promotions/promotion.ts';
import { type Lane, NO_USAGE, type PromotionRulebook } from '../promotions/rulebook.ts';
import type { QuoteInput, QuoteLine, QuoteTaxes } from '../quote/quote-input.ts';

export const EUR: CurrencyCode = currencyOf('EUR');
export const NOON: Temporal.Instant = Temporal.Instant.from('2026-11-23T11:00:00Z');

/** An id that a name stands for: the same name, the same id. */
export function idOf<Name extends string>(name: string): Id<Name> {
  return idFrom(0, createHash('sha256').update(name).digest());
}

/** Whole goods, or what is in these lists. */
export function goods(...anyOf: Selection[]): Goods {
  return { anyOf, noneOf: [], isFullPriceOnly: false };
}

/** One piece of its own variant at this price, standard tax class, weighing nothing. */
export function aLine(id: string, priceMinor: bigint, change: Partial<QuoteLine> = {}): QuoteLine {
  return {
    id,
    variantId: idOf(`variant ${id}`),
    productId: idOf(`product ${id}`),
    quantity: 1,
    basePriceMinor: priceMinor,
    listPrices: [],
    isTaxable: true,
    taxClass: '',
    weightGrams: 0,
    requiresShipping: true,
    isGiftCard: false,
    collectionIds: [],
    categoryPaths: [],
    tags: [],
    ...change,
  };
}

/** An automatic promotion in lane 1 without conditions and limits. */
export function aPromotion(name: string, benefit: Benefit, change: Partial<Promotion> = {}): Promotion {
  return {
    id: idOf(`promotion ${name}`),
    name,
    trigger: 'automatic',
    lane: 1,
    priority: 0,
    isExclusive: false,
    conditions: {},
    benefits: [benefit],
    limits: {},
    ...change,
  };
}

export function percentOff(percent: number, per: 'item' | 'order' = 'order', of = goods()): Benefit {
  return { kind: 'percent_off', per, rateMillionths: Math.round(percent * 10_000), goods: of };
}

export function amountOff(minor: bigint, of = goods()): Benefit {
  return { kind: 'amount_off_order', amount: { [EUR]: minor }, goods: of };
}

export function rulebook(promotions: readonly Promotion[], lanes: readonly Lane[] = []): PromotionRulebook {
  return { version: 1n, lanes, promotions };
}

/** Percent by tax class; a class that is not given is not taxed. */
export function taxesOf(percents: Readonly<Record<string, number | readonly number[]>>): QuoteTaxes {
  const rateFor = (taxClass: string) =>
    [percents[taxClass] ?? []].flat().map((percent, index) => ({
      name: `tax ${index + 1}`,
      country: 'DE',
      rateMillionths: Math.round(percent * 10_000),
    }));
  return { isExempt: false, rateFor };
}

/** Euros with 19 % included in a German market at noon, no promotions. */
export function aQuote(lines: readonly QuoteLine[], change: Partial<QuoteInput> = {}): QuoteInput {
  return {
    currency: EUR,
    pricesIncludeTax: true,
    marketCode: 'de',
    timeZone: 'Europe/Berlin',
    now: NOON,
    lines,
    rulebook: rulebook([]),
    codes: [],
    usage: NO_USAGE,
    taxes: taxesOf({ '': 19 }),
    ...change,
  };
}
