declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** Once a cart: it has an e-mail address or a customer, and nobody has touched it for an hour. */
    'carts.abandoned': { readonly cartId: string };
  }
}

export {};
