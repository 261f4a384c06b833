import { z } from 'zod';
import { EXPORT_FORMATS } from '../../../../modules/exchange/index.ts';
import { endpoint } from '../../../../platform/api/index.ts';
import { auditEndpoints } from './audit.ts';
import { creditEndpoints } from './credits.ts';
import { customerListEndpoints } from './customer-list.ts';
import { forecastEndpoints } from './forecasts.ts';
import { orderListEndpoints } from './order-list.ts';
import { priceDeskEndpoints } from './price-desk.ts';
import { productFilter } from './product-table.ts';
import { stockDeskEndpoints } from './stock-desk.ts';
import { workAnswer, workTitle } from './work.ts';

const PAGE = { cursor: true, limit: true } as const;
const shared = {
  group: 'Exports',
  method: 'POST',
  rate: 'write',
  idempotency: 'transaction',
  status: 202,
  description:
    'As long work (see there): its file is RFC 4180 in UTF-8, in the order of the list, kept for seven days. What you ' +
    'may not see is not in it. Texts that a spreadsheet would run begin with an apostrophe.',
  output: workAnswer,
  refusals: { not_an_amount: 422 },
  changes: { kind: 'export', id: 'id', read: 'readWork' },
} as const;
const body = z.strictObject({ title: workTitle });

export const exportEndpoints = {
  beginOrderExport: endpoint({
    ...{ ...shared, path: '/order-exports', summary: 'All orders of a list as a file', body },
    ...{ audience: 'orders:read', query: orderListEndpoints.listOrders.query.omit(PAGE) },
  }),
  beginCustomerExport: endpoint({
    ...{ ...shared, path: '/customer-exports', summary: 'All customers of a list as a file', body },
    ...{ audience: 'customers:read', query: customerListEndpoints.listCustomers.query.omit(PAGE) },
  }),
  beginProductExport: endpoint({
    ...{ ...shared, path: '/product-exports', summary: 'All products of a list as a file' },
    description: `${shared.description} Our own dialect comes back in without a difference; Shopify’s holds less.`,
    audience: 'products:read',
    body: z.strictObject({
      format: z.enum(EXPORT_FORMATS).default('institor'),
      filter: productFilter.default({}),
      title: workTitle,
    }),
  }),
  beginStockLevelExport: endpoint({
    ...{ ...shared, path: '/stock-level-exports', summary: 'What every place has as a file', body },
    ...{ audience: 'stock:read', query: stockDeskEndpoints.listStockLevels.query.omit(PAGE) },
  }),
  beginMovementExport: endpoint({
    ...{ ...shared, path: '/stock-movement-exports', summary: 'All that moved as a file', body },
    ...{ audience: 'stock:read', query: stockDeskEndpoints.listStockMovements.query.omit(PAGE) },
  }),
  beginGiftCardExport: endpoint({
    ...{
      ...shared,
      path: '/gift-card-exports',
      summary: 'All gift cards as a file, never their codes',
      body,
    },
    ...{ audience: 'gift_cards:read', query: creditEndpoints.listGiftCards.query.omit(PAGE) },
  }),
  beginAuditExport: endpoint({
    ...{ ...shared, path: '/audit/exports', summary: 'Who did what as a file', body },
    ...{ audience: 'audit:read', query: auditEndpoints.listAuditEntries.query.omit(PAGE) },
  }),
  beginForecastExport: endpoint({
    ...{ ...shared, path: '/forecast-exports', summary: 'What will be wanted of everything as a file', body },
    ...{ audience: 'stock:read', query: forecastEndpoints.listForecasts.query.omit(PAGE) },
  }),
  beginPriceExport: endpoint({
    ...{ ...shared, path: '/price-exports', summary: 'What everything costs as a file', body },
    ...{ audience: 'products:read', query: priceDeskEndpoints.listPriceRows.query.omit(PAGE) },
  }),
};
