import './events.ts';

export { keepSupplierInvoice } from './invoice/keep-invoice.ts';
export { addLandedCost } from './landed/add-landed-cost.ts';
export { purchaseOrderPdf } from './letter/order-pdf.ts';
export { approvePurchaseOrder, sendBackPurchaseOrder, worthOf } from './order/approve-order.ts';
export { cancelPurchaseOrder, closePurchaseOrder, reopenPurchaseOrder } from './order/close-order.ts';
export { confirmPurchaseOrder } from './order/confirm-order.ts';
export { createPurchaseOrder, type NewOrder } from './order/create-order.ts';
export { readDossier } from './order/dossier.ts';
export { editPurchaseOrder } from './order/edit-order.ts';
export { lineFigures } from './order/line-figures.ts';
export { countOpenOrders, type OnOrder, readOnOrder } from './order/on-order.ts';
export type {
  OrderState,
  PurchaseOrder,
  PurchaseOrderId,
  PurchaseOrderLine,
} from './order/purchase-order.ts';
export { openValueMinor, orderValueMinor } from './order/purchase-order.ts';
export { expeditePurchaseOrder, sendPurchaseOrder } from './order/send-order.ts';
export { splitPurchaseOrder } from './order/split-order.ts';
export { listPurchaseOrders, readPurchaseOrder } from './order/store.ts';
export { verbsIn } from './order/transitions.ts';
export { receivePurchaseOrder } from './receipt/receive-order.ts';
export { undoReceipt } from './receipt/undo-receipt.ts';
export type { LeadTime } from './score/lead-time.ts';
export { type SupplierScore, supplierScorecard } from './score/read-scorecard.ts';
export { importPriceSheet } from './source/import-price-sheet.ts';
export { cheaperBreak, lineValueMinor, orderableQuantity, type PriceBreak, priceAt } from './source/price.ts';
export { converted, parseRate, rateText } from './source/rate.ts';
export { readSources } from './source/read-sources.ts';
export { removeSources, saveSources } from './source/save-sources.ts';
export type { Source, SourceDraft } from './source/source.ts';
export { selectPriceList } from './source/store.ts';
export { reviewDays } from './supplier/calendar.ts';
export { saveSupplier } from './supplier/save-supplier.ts';
export { readSupplier, readSuppliers } from './supplier/store.ts';
export type { Supplier, SupplierDraft, SupplierId, SupplierRefusal } from './supplier/supplier.ts';
export { returnPurchasedGoods } from './supplier-return/return-goods.ts';
