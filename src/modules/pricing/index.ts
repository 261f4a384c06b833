import './events.ts';

export type { Price, PriceChange, PriceRefusal, RefusedPrice } from './price.ts';
export { lowestPriorPrice, readReductions } from './read-reductions.ts';
export { announcedReduction, lowestPrior, type Reduction } from './reduction.ts';
export { PRICES_LIMIT, removePrices, setPrices } from './set-prices.ts';
export { readPriceHistory, readPrices } from './store.ts';
