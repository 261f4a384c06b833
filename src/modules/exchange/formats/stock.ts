import type { Row } from '../read/csv.ts';
import type { Cells } from './cells.ts';

/**
 * A count of stock in another shop's file. Such shops let it fall below zero by overselling; here that is no
 * stock, and the report says so.
 */
export function stockIn<Key extends string>(cells: Cells<Key>, row: Row, key: Key): number | undefined {
  const text = cells.text(row, key);
  if (!/^[-\u2212]/.test(text)) return cells.whole(row, key);
  const message = `The stock ${text} is below zero and is counted as 0.`;
  cells.report(row, key, 'warning', 'negative_stock', message);
  return 0;
}
