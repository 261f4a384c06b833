declare module '../../platform/outbox/events.ts' {
  interface Events {
    /**
     * At most 1,000 variants an event, bundles made of them among them; `productIds` are all their products.
     */
    'inventory.levels_changed': {
      readonly variantIds: readonly string[];
      readonly productIds: readonly string[];
    };
  }
}

export {};
