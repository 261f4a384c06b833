import type { Definitions } from './definitions.ts';
import { customers } from './fr/customers.ts';
import { dimensions } from './fr/dimensions.ts';
import { payments } from './fr/payments.ts';
import { products } from './fr/products.ts';
import { rules } from './fr/rules.ts';
import { sales } from './fr/sales.ts';
import { visits } from './fr/visits.ts';

export const DEFINITIONS: Definitions = {
  ...customers,
  ...dimensions,
  ...payments,
  ...products,
  ...rules,
  ...sales,
  ...visits,
};
