import { EXAMPLE } from '../example-ids.ts';

const { variant: variantId, location: locationId } = EXAMPLE;

const transfer = {
  ...{ fromId: locationId, toId: EXAMPLE.otherLocation, expectedOn: '2026-12-01', note: 'By van' },
  lines: [{ variantId, quantity: 2 }],
};

/** Bodies of work with stock: transfers and counts. */
export const STOCK_EXAMPLES = {
  createTransfer: transfer,
  changeTransfer: transfer,
  receiveTransfer: { lines: [{ variantId, received: 1 }], missing: 'lost' },
  openStocktake: { locationId, name: 'Shelf 7', isBlind: true, variantIds: [variantId] },
  countItems: { entries: [{ variantId, quantity: 1, isAnew: false }] },
  approveStocktake: { uncounted: 'as_they_are', leavesOut: [variantId] },
};
