import { auditEndpoints } from '../contract/audit.ts';
import { creditEndpoints } from '../contract/credits.ts';
import { customerListEndpoints } from '../contract/customer-list.ts';
import { forecastEndpoints } from '../contract/forecasts.ts';
import { orderListEndpoints } from '../contract/order-list.ts';
import { priceDeskEndpoints } from '../contract/price-desk.ts';
import { stockDeskEndpoints } from '../contract/stock-desk.ts';
import { auditHandlers } from '../handlers/audit.ts';
import { giftCardListHandlers } from '../handlers/credits.ts';
import { customerListHandlers } from '../handlers/customer-list.ts';
import { forecastHandlers } from '../handlers/forecasts.ts';
import { orderListHandlers } from '../handlers/order-list.ts';
import { priceDeskHandlers } from '../handlers/price-desk.ts';
import { stockDeskHandlers } from '../handlers/stock-desk.ts';
import type { ListEndpoint, ListSheet, RowOf } from './list-sheet.ts';
import { moneyColumns, type SheetColumn } from './sheet-column.ts';

const CONTACTS = { permission: 'contacts:read' } as const;
const COSTS = 'costs:read';

export const orders = sheet({
  name: 'orders',
  endpoint: orderListEndpoints.listOrders,
  list: (db) => orderListHandlers({ reads: db }).listOrders,
  columns: [
    { name: 'number', cell: (row) => row.number },
    { name: 'placed at', cell: (row) => row.placedAt },
    { name: 'state', cell: (row) => row.state },
    { name: 'payment', cell: (row) => row.paymentState },
    { name: 'fulfilment', cell: (row) => row.fulfilmentState },
    { name: 'customer', cell: (row) => row.customerName },
    { name: 'email', cell: (row) => row.email, ...CONTACTS },
    { name: 'market', cell: (row) => row.market },
    { name: 'country', cell: (row) => row.country },
    ...moneyColumns('total', (row: RowOf<typeof orderListEndpoints.listOrders>) => row.total),
    { name: 'items', cell: (row) => row.quantity },
    { name: 'tags', cell: (row) => row.tags.join(', ') },
    { name: 'archived', cell: (row) => row.isArchived },
    { name: 'id', cell: (row) => row.id },
  ],
});

export const customers = sheet({
  name: 'customers',
  endpoint: customerListEndpoints.listCustomers,
  list: (db) => customerListHandlers({ reads: db }).listCustomers,
  columns: [
    { name: 'name', cell: (row) => row.name },
    { name: 'email', cell: (row) => row.email, ...CONTACTS },
    { name: 'phone', cell: (row) => row.phone, ...CONTACTS },
    { name: 'language', cell: (row) => row.locale },
    { name: 'country', cell: (row) => row.country },
    { name: 'market', cell: (row) => row.market },
    { name: 'orders', cell: (row) => row.orders },
    ...moneyColumns('spent', (row: RowOf<typeof customerListEndpoints.listCustomers>) => row.spent),
    { name: 'first order at', cell: (row) => row.firstOrderAt },
    { name: 'last order at', cell: (row) => row.lastOrderAt },
    { name: 'segments', cell: (row) => row.segments.join(', ') },
    { name: 'tags', cell: (row) => row.tags.join(', ') },
    { name: 'accepts marketing', cell: (row) => row.acceptsMarketing },
    { name: 'VAT id', cell: (row) => row.vatId },
    { name: 'created at', cell: (row) => row.createdAt },
    { name: 'id', cell: (row) => row.id },
  ],
});

export const stockLevels = sheet({
  name: 'stock-levels',
  endpoint: stockDeskEndpoints.listStockLevels,
  list: (db) => stockDeskHandlers({ db, reads: db }).listStockLevels,
  columns: [
    ...itemColumns(({ item }: RowOf<typeof stockDeskEndpoints.listStockLevels>) => item),
    { name: 'location id', cell: (row) => row.locationId },
    { name: 'on hand', cell: (row) => row.onHand },
    { name: 'reserved', cell: (row) => row.reserved },
    { name: 'available', cell: (row) => row.available },
    { name: 'incoming', cell: (row) => row.incoming },
    { name: 'low at', cell: (row) => row.lowStockAt },
    { name: 'tracked', cell: (row) => row.isTracked },
  ],
});

export const movements = sheet({
  name: 'stock-movements',
  endpoint: stockDeskEndpoints.listStockMovements,
  list: (db) => stockDeskHandlers({ db, reads: db }).listStockMovements,
  columns: [
    { name: 'moved at', cell: (row) => row.movedAt },
    ...itemColumns(({ item }: RowOf<typeof stockDeskEndpoints.listStockMovements>) => item),
    { name: 'location id', cell: (row) => row.locationId },
    { name: 'quantity', cell: (row) => row.quantity },
    { name: 'reason', cell: (row) => row.reason },
    { name: 'reference', cell: (row) => row.reference },
    { name: 'by', cell: (row) => row.actor },
  ],
});

export const giftCards = sheet({
  name: 'gift-cards',
  endpoint: creditEndpoints.listGiftCards,
  list: (db) => giftCardListHandlers({ reads: db }).listGiftCards,
  columns: [
    { name: 'last four', cell: (row) => row.last4 },
    ...moneyColumns('balance', (row: RowOf<typeof creditEndpoints.listGiftCards>) => row.balance),
    { name: 'recipient', cell: (row) => row.recipient, ...CONTACTS },
    { name: 'sold', cell: (row) => row.isSold },
    { name: 'issued at', cell: (row) => row.issuedAt },
    { name: 'expires at', cell: (row) => row.expiresAt },
    { name: 'disabled at', cell: (row) => row.disabledAt },
    { name: 'id', cell: (row) => row.id },
  ],
});

export const auditEntries = sheet({
  name: 'audit-log',
  endpoint: auditEndpoints.listAuditEntries,
  list: (db) => auditHandlers({ db, reads: db }).listAuditEntries,
  columns: [
    { name: 'at', cell: (row) => row.at },
    { name: 'actor', cell: (row) => row.actor },
    { name: 'name', cell: (row) => row.actorName },
    { name: 'operation', cell: (row) => row.operation },
    { name: 'summary', cell: (row) => row.summary },
    { name: 'kind', cell: (row) => row.kind },
    { name: 'id', cell: (row) => row.subjectId },
    { name: 'outcome', cell: (row) => row.outcome },
    { name: 'code', cell: (row) => row.code },
    { name: 'ip', cell: (row) => row.ip },
    { name: 'user agent', cell: (row) => row.userAgent },
    { name: 'changes', cell: (row) => JSON.stringify(row.differences) },
    { name: 'entry', cell: (row) => row.id },
  ],
});

type PriceOf = RowOf<typeof priceDeskEndpoints.listPriceRows>;
const firstPrice = ({ prices }: PriceOf) => prices[0];

/** In the shop's first currency, or in the one that is asked for. */
export const prices = sheet({
  name: 'prices',
  endpoint: priceDeskEndpoints.listPriceRows,
  list: (db) => priceDeskHandlers({ reads: db }).listPriceRows,
  columns: [
    ...itemColumns(({ item }: PriceOf) => item),
    ...moneyColumns('price', (row: PriceOf) => firstPrice(row)?.price),
    ...moneyColumns('compare at', (row: PriceOf) => firstPrice(row)?.compareAt),
    ...moneyColumns('lowest of 30 days', (row: PriceOf) => firstPrice(row)?.lowest30Days),
    ...moneyColumns('net', (row: PriceOf) => firstPrice(row)?.net),
    ...moneyColumns('cost', (row: PriceOf) => row.cost, COSTS),
    ...moneyColumns('margin', (row: PriceOf) => firstPrice(row)?.margin, COSTS),
    {
      name: 'other prices',
      cell: ({ prices: [, ...others] }: PriceOf) =>
        others.map(({ price }) => `${price.amount} ${price.currency}`).join(', '),
    },
  ],
});

export const forecasts = sheet({
  name: 'forecasts',
  endpoint: forecastEndpoints.listForecasts,
  list: (db) => forecastHandlers({ db, reads: db }).listForecasts,
  columns: [
    ...itemColumns(({ item }: RowOf<typeof forecastEndpoints.listForecasts>) => item),
    { name: 'from', cell: (row) => row.firstDay },
    { name: 'next 4 weeks', cell: (row) => row.next4.mean },
    { name: 'next 4 weeks low', cell: (row) => row.next4.low },
    { name: 'next 4 weeks high', cell: (row) => row.next4.high },
    { name: 'next 13 weeks', cell: (row) => row.next13.mean },
    { name: 'next 13 weeks low', cell: (row) => row.next13.low },
    { name: 'next 13 weeks high', cell: (row) => row.next13.high },
    { name: 'demand', cell: (row) => row.demandClass },
    { name: 'method', cell: (row) => row.method },
    { name: 'bias', cell: (row) => row.bias },
    { name: 'error', cell: (row) => row.error },
    { name: 'coverage', cell: (row) => row.coverage },
    { name: 'flags', cell: (row) => row.flags.join(', ') },
  ],
});

type Item = PriceOf['item'];

function itemColumns<Row>(of: (row: Row) => Item | undefined): readonly SheetColumn<Row>[] {
  return [
    { name: 'product', cell: (row) => of(row)?.title },
    { name: 'variant', cell: (row) => of(row)?.options },
    { name: 'sku', cell: (row) => of(row)?.sku },
    { name: 'barcode', cell: (row) => of(row)?.barcode },
    { name: 'variant id', cell: (row) => of(row)?.variantId },
  ];
}

/** For the types of its rows. */
function sheet<One extends ListEndpoint>(one: ListSheet<One>): ListSheet<One> {
  return one;
}
