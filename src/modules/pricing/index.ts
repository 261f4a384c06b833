import './events.ts';

export { promotedPrice } from './announced/promoted-price.ts';
export { readListReductions } from './announced/read-list-reductions.ts';
export type { Price, PriceChange, PriceRefusal, RefusedPrice } from './price.ts';
export type { ListPrice, ListPriceDraft, PriceList, PriceListId } from './price-lists/price-list.ts';
export { removePriceList, savePriceList } from './price-lists/save-price-list.ts';
export { setListPrices } from './price-lists/set-list-prices.ts';
export { readListPrices, readPriceLists } from './price-lists/store.ts';
export { claimPromotions } from './promotions/claim.ts';
export { makeCodes, readCodes, removeCodes, saveCodes } from './promotions/codes.ts';
export { saveLane } from './promotions/lanes.ts';
export type { Benefit, Goods, Promotion, PromotionId } from './promotions/promotion.ts';
export { type PromotionHistory, readPromotionHistory } from './promotions/promotion-history.ts';
export { readPromotionRulebook } from './promotions/read-rulebook.ts';
export { readPromotionUsage } from './promotions/read-usage.ts';
export { releasePromotions } from './promotions/release.ts';
export type { Lane, PromotionRulebook, PromotionUsage } from './promotions/rulebook.ts';
export { NO_PROMOTIONS, NO_USAGE } from './promotions/rulebook.ts';
export { removePromotion, savePromotion } from './promotions/save-promotion.ts';
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
export { taxedAnew } from './quote/tax-anew.ts';
export type { PromotionVerdict, WhyNot } from './quote/verdict.ts';
export { lowestPriorPrice, readReductions } from './read-reductions.ts';
export { announcedReduction, lowestPrior, type Reduction } from './reduction.ts';
export { readScheduledPrices, schedulePrices, withdrawScheduledPrices } from './scheduled/schedule-prices.ts';
export { PRICES_LIMIT, removePrices, setPrices } from './set-prices.ts';
export { readPriceHistory, readPrices } from './store.ts';
export { pricingCrons, pricingJobs } from './tasks.ts';
