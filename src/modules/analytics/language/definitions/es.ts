import type { Definitions } from './definitions.ts';
import { columns } from './es/columns.ts';
import { customers } from './es/customers.ts';
import { dimensions } from './es/dimensions.ts';
import { payments } from './es/payments.ts';
import { products } from './es/products.ts';
import { reports } from './es/reports.ts';
import { rules } from './es/rules.ts';
import { sales } from './es/sales.ts';
import { visits } from './es/visits.ts';

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
