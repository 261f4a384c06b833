import { summed } from './ratio.ts';

const POSTED = 'By the day on which it was posted, in the shop’s zone.';

export const STOCK_VALUE = summed('money', {
  id: 'stock_value',
  about: 'Balance of the account inventory; of the total, at the end of the span.',
  timeRule: 'At the end of the day, in the shop’s zone.',
});

export const STOCK_ADDED = summed('money', {
  id: 'stock_added',
  about: 'Goods received, come back or found, at cost.',
  timeRule: POSTED,
});

export const STOCK_TAKEN = summed('money', {
  id: 'stock_taken',
  about: 'Goods shipped, lost or written off, at cost.',
  timeRule: POSTED,
});
