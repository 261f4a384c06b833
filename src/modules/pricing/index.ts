import './events.ts';

export type { Price, PriceChange, PriceRefusal, RefusedPrice } from './price.ts';
export type { ListPrice, ListPriceDraft, PriceList, PriceListId } from './price-lists/price-list.ts';
export { type PriceListRefusal, removePriceList, savePriceList } from './price-lists/save-price-list.ts';
export { type RefusedListPrice, setListPrices } from './price-lists/set-list-prices.ts';
export { readListPrices, readPriceLists } from './price-lists/store.ts';
export { claimPromotions } from './promotions/claim.ts';
export { normaliseCode } from './promotions/code.ts';
export {
  type Code,
  type CodeRefusal,
  makeCodes,
  readCodes,
  removeCodes,
  saveCodes,
} from './promotions/codes.ts';
export { saveLane } from './promotions/lanes.ts';
export { type PromotionDraft, parsePromotion } from './promotions/parse-promotion.ts';
export type { Benefit, Conditions, Goods, Promotion, PromotionId } from './promotions/promotion.ts';
export { readPromotionRulebook } from './promotions/read-rulebook.ts';
export { readPromotionUsage } from './promotions/read-usage.ts';
export { releasePromotions } from './promotions/release.ts';
export type { Lane, PromotionRulebook, PromotionUsage } from './promotions/rulebook.ts';
export { NO_PROMOTIONS, NO_USAGE } from './promotions/rulebook.ts';
export { type PromotionRefusal, removePromotion, savePromotion } from './promotions/save-promotion.ts';
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
