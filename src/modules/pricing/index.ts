import './events.ts';

export type { Price, PriceChange, PriceRefusal, RefusedPrice } from './price.ts';
export type { ListPrice, ListPriceDraft, PriceList, PriceListId } from './price-lists/price-list.ts';
export type { Benefit, Conditions, Goods, Promotion, PromotionId } from './promotions/promotion.ts';
export {
  type Lane,
  NO_PROMOTIONS,
  NO_USAGE,
  type PromotionRulebook,
  type PromotionUsage,
} from './promotions/rulebook.ts';
export { quote } from './quote/quote.ts';
export type { QuoteDelivery, QuoteInput, QuoteLine, QuoteTaxes, QuoteTaxRate } from './quote/quote-input.ts';
export type {
  PriceReason,
  Quote,
  QuotedDelivery,
  QuotedLine,
  QuoteTotals,
  TaxTotal,
} from './quote/quoted.ts';
export type { AppliedPromotion, PromotionVerdict, RefusedPromotion, WhyNot } from './quote/verdict.ts';
export { lowestPriorPrice, readReductions } from './read-reductions.ts';
export { announcedReduction, lowestPrior, type Reduction } from './reduction.ts';
export { PRICES_LIMIT, removePrices, setPrices } from './set-prices.ts';
export { readPriceHistory, readPrices } from './store.ts';
