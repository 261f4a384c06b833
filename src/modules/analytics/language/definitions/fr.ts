import type { Definitions } from './definitions.ts';
import { columns } from './fr/columns.ts';
import { customers } from './fr/customers.ts';
import { dimensions } from './fr/dimensions.ts';
import { payments } from './fr/payments.ts';
import { products } from './fr/products.ts';
import { reports } from './fr/reports.ts';
import { rules } from './fr/rules.ts';
import { sales } from './fr/sales.ts';
import { visits } from './fr/visits.ts';

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
