import './events.ts';

export { createPurchaseOrder, type NewOrder } from './order/create-order.ts';
export type { LineDraft } from './order/line-draft.ts';
export { type OnOrder, readOnOrder } from './order/on-order.ts';
export type {
  OrderState,
  PurchaseOrder,
  PurchaseOrderId,
  PurchaseOrderLine,
} from './order/purchase-order.ts';
export { listPurchaseOrders, readPurchaseOrder } from './order/store.ts';
export type { LeadTime } from './score/lead-time.ts';
export { cheaperBreak, lineValueMinor, orderableQuantity, type PriceBreak, priceAt } from './source/price.ts';
export { converted } from './source/rate.ts';
export { readSources } from './source/read-sources.ts';
export { removeSources, saveSources } from './source/save-sources.ts';
export type { Source, SourceDraft } from './source/source.ts';
export { saveSupplier } from './supplier/save-supplier.ts';
export { readSupplier, readSuppliers } from './supplier/store.ts';
export type { Supplier, SupplierDraft, SupplierId } from './supplier/supplier.ts';
