import { money, toDecimal } from '../../../../kernel/index.ts';
import { type ListOrders, listOrders, type OrderRow } from '../../../../modules/orders/index.ts';
import { csvCell } from '../../../../platform/csv/index.ts';
import type { Db } from '../../../../platform/database/index.ts';

const COLUMNS = [
  ...['number', 'placed at', 'state', 'payment', 'fulfilment', 'customer', 'email', 'market', 'country'],
  ...['currency', 'total', 'items', 'tags', 'archived'],
] as const;

/** A list of orders as CSV, page after page while it is sent: a million lie nowhere at once. */
export async function* orderSheet(
  db: Db,
  filter: Omit<ListOrders, 'limit' | 'after'>,
  { withContacts }: { readonly withContacts: boolean },
): AsyncGenerator<string> {
  yield lineOf(COLUMNS.map((name) => csvCell(name)));
  let after: ListOrders['after'];
  do {
    const page = await listOrders(db, { ...filter, limit: 100, ...(after === undefined ? {} : { after }) });
    yield page.orders.map((row) => lineOf(cellsOf(row, withContacts))).join('');
    after = page.next;
  } while (after !== undefined);
}

function cellsOf(row: OrderRow, withContacts: boolean): string[] {
  const { number, placedAt, state, paymentState, fulfilmentState, customerName, market, country } = row;
  return [
    ...[csvCell(number), csvCell(placedAt.toString()), csvCell(state), csvCell(paymentState)],
    ...[csvCell(fulfilmentState), csvCell(customerName), csvCell(withContacts ? row.email : '')],
    ...[csvCell(market), csvCell(country), csvCell(row.currency)],
    csvCell(toDecimal(money(row.totalMinor, row.currency)), true),
    ...[csvCell(String(row.quantity), true), csvCell(row.tags.join(', ')), csvCell(String(row.isArchived))],
  ];
}

function lineOf(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}
