declare module '../../platform/outbox/events.ts' {
  interface Events {
    /**
     * At most 1,000 variants an event, bundles made of them among them; `productIds` are all their products.
     */
    'inventory.levels_changed': {
      readonly variantIds: readonly string[];
      readonly productIds: readonly string[];
    };
    /** Orders whose hold on stock ended before they were paid. */
    'inventory.reservations_expired': { readonly owners: readonly string[] };
  }
}

export {};
