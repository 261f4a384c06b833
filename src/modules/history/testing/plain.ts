import type { Mapping } from '../index.ts';

/** Columns as a plain table of orders has them. */
export const PLAIN: Mapping = {
  ...{ date: 'Date', order: 'Order', customer: 'Customer', sku: 'SKU', title: 'Title' },
  ...{ quantity: 'Quantity', price: 'Price', country: 'Country' },
};
