import { columns } from './de/columns.ts';
import { customers } from './de/customers.ts';
import { dimensions } from './de/dimensions.ts';
import { payments } from './de/payments.ts';
import { products } from './de/products.ts';
import { reports } from './de/reports.ts';
import { rules } from './de/rules.ts';
import { sales } from './de/sales.ts';
import { visits } from './de/visits.ts';
import type { Definitions } from './definitions.ts';

export const DEFINITIONS: Definitions = {
  ...columns,
  ...customers,
  ...dimensions,
  ...payments,
  ...products,
  ...reports,
  ...rules,
  ...sales,
  ...visits,
};
