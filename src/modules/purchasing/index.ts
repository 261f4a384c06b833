import './events.ts';

export type { InvoiceDifference, SupplierInvoice } from './invoice/invoice.ts';
export { keepSupplierInvoice } from './invoice/keep-invoice.ts';
export { readSupplierInvoices } from './invoice/store.ts';
export { addLandedCost } from './landed/add-landed-cost.ts';
export { COST_KINDS, SPREADS } from './landed/landed-cost.ts';
export { readLandedCosts } from './landed/store.ts';
export { purchaseOrderPdf } from './letter/order-pdf.ts';
export { approvePurchaseOrder, sendBackPurchaseOrder, worthOf } from './order/approve-order.ts';
export { cancelPurchaseOrder, closePurchaseOrder, reopenPurchaseOrder } from './order/close-order.ts';
export { confirmedDifferences, confirmPurchaseOrder } from './order/confirm-order.ts';
export { createPurchaseOrder, type NewOrder } from './order/create-order.ts';
export { editPurchaseOrder } from './order/edit-order.ts';
export { type OnOrder, readOnOrder } from './order/on-order.ts';
export {
  agreedPrice,
  agreedQuantity,
  ORDER_STATES,
  openQuantity,
  openValueMinor,
  orderValueMinor,
  type PurchaseOrder,
  type PurchaseOrderId,
} from './order/purchase-order.ts';
export { expeditePurchaseOrder, sendPurchaseOrder } from './order/send-order.ts';
export { splitPurchaseOrder } from './order/split-order.ts';
export { readSteps } from './order/steps.ts';
export { listPurchaseOrders, readPurchaseOrder } from './order/store.ts';
export { verbsIn } from './order/transitions.ts';
export type { Receipt } from './receipt/receipt.ts';
export { receivePurchaseOrder } from './receipt/receive-order.ts';
export { readReceipts } from './receipt/store.ts';
export { undoReceipt } from './receipt/undo-receipt.ts';
export { cheaperBreak, lineValueMinor, orderableQuantity, type PriceBreak, priceAt } from './source/price.ts';
export { converted, parseRate, rateText } from './source/rate.ts';
export { readSources } from './source/read-sources.ts';
export { removeSources, saveSources } from './source/save-sources.ts';
export type { Source, SourceDraft } from './source/source.ts';
export { saveSupplier } from './supplier/save-supplier.ts';
export { readSupplier, readSuppliers } from './supplier/store.ts';
export type { Supplier, SupplierDraft, SupplierId } from './supplier/supplier.ts';
export { RETURN_REASONS, readSupplierReturns, returnPurchasedGoods } from './supplier-return/return-goods.ts';
