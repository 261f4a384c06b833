import type { Handlers } from '../../../../platform/api/index.ts';
import type { ADMIN_API } from '../api.ts';
import type { AdminDeps } from '../deps.ts';
import { accessHandlers } from './access.ts';
import { agreementHandlers } from './agreement.ts';
import { alertHandlers } from './alerts.ts';
import { annotationHandlers } from './annotations.ts';
import { auditHandlers } from './audit.ts';
import { backtestHandlers } from './backtests.ts';
import { backupHandlers } from './backups.ts';
import { ledgerHandlers } from './books.ts';
import { codeHandlers } from './codes.ts';
import { collectionHandlers } from './collections.ts';
import { creditHandlers } from './credits.ts';
import { customerAddressHandlers } from './customer-addresses.ts';
import { customerDeskHandlers } from './customer-desk.ts';
import { customerListHandlers } from './customer-list.ts';
import { customerReportHandlers } from './customer-reports.ts';
import { customerHandlers } from './customers.ts';
import { decisionHandlers } from './decisions.ts';
import { deliveryTestHandlers } from './delivery-test.ts';
import { demoDataHandlers } from './demo-data.ts';
import { documentHandlers } from './documents.ts';
import { editHandlers } from './edits.ts';
import { expiringStockHandlers } from './expiring-stock.ts';
import { explorationHandlers } from './explorations.ts';
import { exportHandlers } from './exports.ts';
import { forecastHandlers } from './forecasts.ts';
import { fulfilmentHandlers } from './fulfilments.ts';
import { historyHandlers } from './history.ts';
import { importHandlers } from './imports.ts';
import { linkedOrderHandlers } from './linked-orders.ts';
import { linkHandlers } from './links.ts';
import { liveHandlers } from './live.ts';
import { locationHandlers } from './locations.ts';
import { mailHandlers } from './mails.ts';
import { mandateHandlers } from './mandate.ts';
import { marketHandlers } from './markets.ts';
import { mediaHandlers } from './media.ts';
import { orderBulkHandlers } from './order-bulk.ts';
import { orderDeskHandlers } from './order-desk.ts';
import { orderAdminHandlers } from './orders.ts';
import { paymentAccountHandlers } from './payment-accounts.ts';
import { paymentMethodHandlers } from './payment-methods.ts';
import { paymentStandingHandlers } from './payment-standing.ts';
import { pickupPointHandlers } from './pickup-points.ts';
import { priceDeskHandlers } from './price-desk.ts';
import { priceListHandlers } from './price-lists.ts';
import { productBulkHandlers } from './product-bulk.ts';
import { productEditorHandlers } from './product-editor.ts';
import { productTableHandlers } from './product-table.ts';
import { productHandlers } from './products.ts';
import { profileHandlers } from './profile.ts';
import { promotionDeskHandlers } from './promotion-desk.ts';
import { promotionHandlers } from './promotions.ts';
import { purchaseOrderHandlers } from './purchase-orders.ts';
import { purchaseReceiptHandlers } from './purchase-receipts.ts';
import { refundHandlers } from './refunds.ts';
import { replenishmentHandlers } from './replenishment.ts';
import { replenishmentPolicyHandlers } from './replenishment-policies.ts';
import { reportHandlers } from './reports.ts';
import { returnHandlers } from './returns.ts';
import { scheduledPriceHandlers } from './scheduled-prices.ts';
import { scheduleHandlers } from './schedules.ts';
import { searchDeskHandlers } from './search-desk.ts';
import { sessionHandlers } from './session.ts';
import { settlementHandlers } from './settlements.ts';
import { setupHandlers } from './setup.ts';
import { shippingHandlers } from './shipping.ts';
import { shopHandlers } from './shop.ts';
import { shopLookHandlers } from './shop-look.ts';
import { shopPlaceHandlers } from './shop-place.ts';
import { staffHandlers } from './staff.ts';
import { priceHandlers, stockHandlers } from './stock.ts';
import { stockDeskHandlers } from './stock-desk.ts';
import { stockHealthHandlers } from './stock-health.ts';
import { stockTermHandlers } from './stock-terms.ts';
import { stocktakeHandlers } from './stocktakes.ts';
import { supplierPaymentHandlers } from './supplier-payments.ts';
import { supplierHandlers } from './suppliers.ts';
import { systemHandlers } from './system.ts';
import { targetHandlers } from './targets.ts';
import { taxTestHandlers } from './tax-test.ts';
import { taxHandlers } from './taxes.ts';
import { taxonomyHandlers } from './taxonomy.ts';
import { todayHandlers } from './today.ts';
import { trackingHandlers } from './tracking.ts';
import { transferHandlers } from './transfers.ts';
import { viewHandlers } from './views.ts';
import { webhookHandlers } from './webhooks.ts';
import { welcomeHandlers } from './welcome.ts';
import { whyHandlers } from './why.ts';
import { withdrawalHandlers } from './withdrawals.ts';
import { workHandlers } from './work.ts';

export function adminHandlers(deps: AdminDeps): Handlers<typeof ADMIN_API.endpoints> {
  return {
    ...productHandlers(deps),
    ...collectionHandlers(deps),
    ...demoDataHandlers(deps),
    ...exportHandlers(),
    ...historyHandlers(deps),
    ...importHandlers(deps),
    ...mediaHandlers(deps),
    ...productBulkHandlers(deps),
    ...productEditorHandlers(deps),
    ...productTableHandlers(deps),
    ...searchDeskHandlers(deps),
    ...taxonomyHandlers(deps),
    ...priceHandlers(deps),
    ...scheduledPriceHandlers(deps),
    ...locationHandlers(deps),
    ...stockHandlers(deps),
    ...stockTermHandlers(deps),
    ...stockDeskHandlers(deps),
    ...transferHandlers(deps),
    ...stocktakeHandlers(deps),
    ...supplierHandlers(deps),
    ...supplierPaymentHandlers(deps),
    ...expiringStockHandlers(deps),
    ...purchaseOrderHandlers(deps),
    ...purchaseReceiptHandlers(),
    ...replenishmentHandlers(deps),
    ...replenishmentPolicyHandlers(deps),
    ...stockHealthHandlers(deps),
    ...backtestHandlers(deps),
    ...promotionHandlers(deps),
    ...promotionDeskHandlers(deps),
    ...priceDeskHandlers(deps),
    ...codeHandlers(deps),
    ...priceListHandlers(deps),
    ...orderAdminHandlers(deps),
    ...orderDeskHandlers(deps),
    ...orderBulkHandlers(deps),
    ...todayHandlers(deps),
    ...setupHandlers(deps),
    ...fulfilmentHandlers(deps),
    ...refundHandlers(deps),
    ...returnHandlers(deps),
    ...editHandlers(deps),
    ...linkedOrderHandlers(deps),
    ...withdrawalHandlers(deps),
    ...documentHandlers(deps),
    ...customerHandlers(deps),
    ...customerListHandlers(deps),
    ...customerDeskHandlers(deps),
    ...customerAddressHandlers(deps),
    ...creditHandlers(deps),
    ...ledgerHandlers(deps),
    ...reportHandlers(deps),
    ...scheduleHandlers(deps),
    ...linkHandlers(deps),
    ...alertHandlers(deps),
    ...customerReportHandlers(deps),
    ...liveHandlers(deps),
    ...annotationHandlers(deps),
    ...whyHandlers(deps),
    ...targetHandlers(deps),
    ...forecastHandlers(deps),
    ...decisionHandlers(deps),
    ...mandateHandlers(deps),
    ...agreementHandlers(deps),
    ...trackingHandlers(deps),
    ...paymentMethodHandlers(deps),
    ...paymentAccountHandlers(deps),
    ...paymentStandingHandlers(deps),
    ...settlementHandlers(deps),
    ...explorationHandlers(deps),
    ...viewHandlers(deps),
    ...workHandlers(deps),
    ...webhookHandlers(deps),
    ...mailHandlers(deps),
    ...shopHandlers(deps),
    ...shopLookHandlers(deps),
    ...shopPlaceHandlers(deps),
    ...marketHandlers(deps),
    ...taxHandlers(deps),
    ...taxTestHandlers(deps),
    ...shippingHandlers(deps),
    ...deliveryTestHandlers(deps),
    ...pickupPointHandlers(deps),
    ...accessHandlers(deps),
    ...systemHandlers(deps),
    ...backupHandlers(deps),
    ...auditHandlers(deps),
    ...sessionHandlers(deps),
    ...welcomeHandlers(deps),
    ...profileHandlers(deps),
    ...staffHandlers(deps),
  };
}
