declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** Stock is held and a payment is waited for (or there was nothing to pay, and `orders.paid` follows). */
    'orders.placed': { readonly orderId: string };
    /** Authorised, captured, or nothing to pay: the order stands. Once an order. */
    'orders.paid': { readonly orderId: string };
    'orders.captured': { readonly orderId: string };
    /** An attempt was declined; the order waits for another until it expires. */
    'orders.payment_failed': { readonly orderId: string };
    'orders.cancelled': { readonly orderId: string };
    'orders.fulfilled': { readonly orderId: string };
    'orders.delivered': { readonly orderId: string };
    'orders.refunded': { readonly orderId: string };
    'orders.returned': { readonly orderId: string };
    'orders.edited': { readonly orderId: string };
    'orders.withdrawn': { readonly orderId: string };
  }
}

export {};
