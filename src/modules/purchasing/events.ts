declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** An order was made, changed, or is in another state. */
    'purchasing.order_changed': { readonly orderId: string; readonly state: string };
    /** Goods of an order came in, as one receipt. */
    'purchasing.goods_received': {
      readonly orderId: string;
      readonly receiptId: string;
      readonly variantIds: readonly string[];
    };
    /** What a supplier is, sells or asks for changed. */
    'purchasing.supplier_changed': { readonly supplierId: string };
  }
}

export {};
