import type { Api, Changes, Endpoint } from '../../../platform/api/index.ts';
import { accessEndpoints } from './contract/access.ts';
import { agreementEndpoints } from './contract/agreement.ts';
import { alertEndpoints } from './contract/alerts.ts';
import { annotationEndpoints } from './contract/annotations.ts';
import { auditEndpoints } from './contract/audit.ts';
import { backtestEndpoints } from './contract/backtests.ts';
import { backupEndpoints } from './contract/backups.ts';
import { ledgerEndpoints } from './contract/books.ts';
import { collectionEndpoints } from './contract/collections.ts';
import { creditEndpoints } from './contract/credits.ts';
import { customerAddressEndpoints } from './contract/customer-addresses.ts';
import { customerDeskEndpoints } from './contract/customer-desk.ts';
import { customerListEndpoints } from './contract/customer-list.ts';
import { customerReportEndpoints } from './contract/customer-reports.ts';
import { customerEndpoints } from './contract/customers.ts';
import { decisionEndpoints } from './contract/decisions.ts';
import { deliveryTestEndpoints } from './contract/delivery-test.ts';
import { demoDataEndpoints } from './contract/demo-data.ts';
import { documentEndpoints } from './contract/documents.ts';
import { editEndpoints } from './contract/edits.ts';
import { expiringStockEndpoints } from './contract/expiring-stock.ts';
import { explorationEndpoints } from './contract/explorations.ts';
import { exportEndpoints } from './contract/exports.ts';
import { forecastEndpoints } from './contract/forecasts.ts';
import { fulfilmentEndpoints } from './contract/fulfilments.ts';
import { historyEndpoints } from './contract/history.ts';
import { importEndpoints } from './contract/imports.ts';
import { linkedOrderEndpoints } from './contract/linked-orders.ts';
import { liveEndpoints } from './contract/live.ts';
import { locationEndpoints } from './contract/locations.ts';
import { mailEndpoints } from './contract/mails.ts';
import { mandateEndpoints } from './contract/mandate.ts';
import { marketEndpoints } from './contract/markets.ts';
import { mediaEndpoints } from './contract/media.ts';
import { orderBulkEndpoints } from './contract/order-bulk.ts';
import { orderDeskEndpoints } from './contract/order-desk.ts';
import { orderAdminEndpoints } from './contract/orders.ts';
import { paymentAccountEndpoints } from './contract/payment-accounts.ts';
import { paymentMethodEndpoints } from './contract/payment-methods.ts';
import { paymentStandingEndpoints } from './contract/payment-standing.ts';
import { pickupPointEndpoints } from './contract/pickup-points.ts';
import { priceDeskEndpoints } from './contract/price-desk.ts';
import { priceListEndpoints } from './contract/price-lists.ts';
import { productBulkEndpoints } from './contract/product-bulk.ts';
import { productEditorEndpoints } from './contract/product-editor.ts';
import { productTableEndpoints } from './contract/product-table.ts';
import { productEndpoints } from './contract/products.ts';
import { profileEndpoints } from './contract/profile.ts';
import { promotionDeskEndpoints } from './contract/promotion-desk.ts';
import { promotionEndpoints } from './contract/promotions.ts';
import { purchaseOrderEndpoints } from './contract/purchase-orders.ts';
import { purchaseReceiptEndpoints } from './contract/purchase-receipts.ts';
import { refundEndpoints } from './contract/refunds.ts';
import { replenishmentEndpoints } from './contract/replenishment.ts';
import { replenishmentPolicyEndpoints } from './contract/replenishment-policies.ts';
import { reportEndpoints } from './contract/reports.ts';
import { returnEndpoints } from './contract/returns.ts';
import { scheduledPriceEndpoints } from './contract/scheduled-prices.ts';
import { linkEndpoints, scheduleEndpoints } from './contract/schedules.ts';
import { searchDeskEndpoints } from './contract/search-desk.ts';
import { sessionEndpoints } from './contract/session.ts';
import { settlementEndpoints } from './contract/settlements.ts';
import { setupEndpoints } from './contract/setup.ts';
import { shippingEndpoints } from './contract/shipping.ts';
import { shopEndpoints } from './contract/shop.ts';
import { shopLookEndpoints } from './contract/shop-look.ts';
import { shopPlaceEndpoints } from './contract/shop-place.ts';
import { staffEndpoints } from './contract/staff.ts';
import { priceEndpoints, stockEndpoints } from './contract/stock.ts';
import { stockDeskEndpoints } from './contract/stock-desk.ts';
import { stockHealthEndpoints } from './contract/stock-health.ts';
import { stockTermEndpoints } from './contract/stock-terms.ts';
import { stocktakeEndpoints } from './contract/stocktakes.ts';
import { supplierPaymentEndpoints } from './contract/supplier-payments.ts';
import { supplierEndpoints } from './contract/suppliers.ts';
import { systemEndpoints } from './contract/system.ts';
import { targetEndpoints } from './contract/targets.ts';
import { taxTestEndpoints } from './contract/tax-test.ts';
import { taxEndpoints } from './contract/taxes.ts';
import { taxonomyEndpoints } from './contract/taxonomy.ts';
import { todayEndpoints } from './contract/today.ts';
import { trackingEndpoints } from './contract/tracking.ts';
import { transferEndpoints } from './contract/transfers.ts';
import { viewEndpoints } from './contract/views.ts';
import { webhookEndpoints } from './contract/webhooks.ts';
import { welcomeEndpoints } from './contract/welcome.ts';
import { whyEndpoints } from './contract/why.ts';
import { withdrawalEndpoints } from './contract/withdrawals.ts';
import { workEndpoints } from './contract/work.ts';
import { ADMIN_EXAMPLES } from './examples.ts';

/** Everything that is no read says what it changes: the audit log keeps it, with before and after. */
type WithChanges = Readonly<
  Record<string, Endpoint & ({ readonly method: 'GET' } | { readonly changes: Changes })>
>;

/** What the cockpit does, and programs that work for the shop, each with a key of its own. */
export const ADMIN_API = {
  prefix: '/api/admin/v1',
  title: 'Admin API',
  description:
    'Run the shop. Send an API key as `Authorization: Bearer ik_…`; each endpoint names the scope it needs. Make keys ' +
    'with `institor api-key create`; members of staff call with the cookie of their session. Money is a decimal text ' +
    'with its currency, instants are RFC 3339, ids are UUIDs.',
  // Without https, where no browser keeps a cookie of this name, its name has no `__Host-`.
  cookie: '__Host-institor_staff',
  examples: ADMIN_EXAMPLES,
  endpoints: {
    ...productEndpoints,
    ...productTableEndpoints,
    ...productEditorEndpoints,
    ...productBulkEndpoints,
    ...mediaEndpoints,
    ...collectionEndpoints,
    ...searchDeskEndpoints,
    ...taxonomyEndpoints,
    ...demoDataEndpoints,
    ...exportEndpoints,
    ...historyEndpoints,
    ...importEndpoints,
    ...priceEndpoints,
    ...scheduledPriceEndpoints,
    ...locationEndpoints,
    ...stockEndpoints,
    ...stockTermEndpoints,
    ...stockDeskEndpoints,
    ...transferEndpoints,
    ...stocktakeEndpoints,
    ...supplierEndpoints,
    ...supplierPaymentEndpoints,
    ...expiringStockEndpoints,
    ...purchaseOrderEndpoints,
    ...purchaseReceiptEndpoints,
    ...replenishmentEndpoints,
    ...replenishmentPolicyEndpoints,
    ...stockHealthEndpoints,
    ...backtestEndpoints,
    ...promotionEndpoints,
    ...promotionDeskEndpoints,
    ...priceDeskEndpoints,
    ...priceListEndpoints,
    ...orderAdminEndpoints,
    ...orderDeskEndpoints,
    ...orderBulkEndpoints,
    ...todayEndpoints,
    ...setupEndpoints,
    ...fulfilmentEndpoints,
    ...refundEndpoints,
    ...returnEndpoints,
    ...editEndpoints,
    ...linkedOrderEndpoints,
    ...withdrawalEndpoints,
    ...documentEndpoints,
    ...customerEndpoints,
    ...customerListEndpoints,
    ...customerDeskEndpoints,
    ...customerAddressEndpoints,
    ...creditEndpoints,
    ...ledgerEndpoints,
    ...reportEndpoints,
    ...scheduleEndpoints,
    ...linkEndpoints,
    ...alertEndpoints,
    ...customerReportEndpoints,
    ...liveEndpoints,
    ...annotationEndpoints,
    ...whyEndpoints,
    ...targetEndpoints,
    ...forecastEndpoints,
    ...decisionEndpoints,
    ...mandateEndpoints,
    ...agreementEndpoints,
    ...trackingEndpoints,
    ...paymentMethodEndpoints,
    ...paymentAccountEndpoints,
    ...paymentStandingEndpoints,
    ...settlementEndpoints,
    ...webhookEndpoints,
    ...mailEndpoints,
    ...shopEndpoints,
    ...shopLookEndpoints,
    ...shopPlaceEndpoints,
    ...marketEndpoints,
    ...taxEndpoints,
    ...taxTestEndpoints,
    ...shippingEndpoints,
    ...deliveryTestEndpoints,
    ...pickupPointEndpoints,
    ...explorationEndpoints,
    ...viewEndpoints,
    ...workEndpoints,
    ...accessEndpoints,
    ...systemEndpoints,
    ...backupEndpoints,
    ...auditEndpoints,
    ...sessionEndpoints,
    ...welcomeEndpoints,
    ...profileEndpoints,
    ...staffEndpoints,
  },
} as const satisfies Api<WithChanges>;
