import type { Row } from '../../exchange/index.ts';
import type { Cells } from './cells.ts';
import type { OrderFacts } from './compose.ts';
import type { FormatContext } from './order-format.ts';

type ItemKey = 'quantity' | 'title' | 'price' | 'sku';

/**
 * The goods of an order's rows, one a row; a row without any has none.
 *
 * @returns `undefined` when one of them cannot be read, which is noted: half an order is worse than none
 */
export function itemsIn(
  rows: readonly Row[],
  cells: Cells<ItemKey>,
  { classOf, hasCustomer }: Pick<FormatContext, 'classOf'> & { readonly hasCustomer: boolean },
): OrderFacts['goods'] | undefined {
  const items = rows.map((row) => {
    if (cells.text(row, 'quantity') === '' && cells.text(row, 'title') === '') return [];
    for (const key of ['quantity', 'price'] as const) cells.needed(row, key);
    const [quantity, price] = [cells.whole(row, 'quantity'), cells.amount(row, 'price')];
    if (quantity === undefined || price === undefined) return undefined;
    const [sku, title] = [cells.text(row, 'sku'), cells.text(row, 'title')];
    const name = classOf({ sku, quantity, hasPrice: price !== 0n, hasCustomer });
    return [{ line: row.line, class: name, sku, title, quantity, price }];
  });
  const read = items.filter((item) => item !== undefined);
  return read.length === items.length ? read.flat() : undefined;
}
