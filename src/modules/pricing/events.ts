declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** At most 1,000 variants an event; `productIds` are the products they belong to. */
    'pricing.prices_changed': {
      readonly variantIds: readonly string[];
      readonly productIds: readonly string[];
    };
    /** Promotions or how they stack are others than before. */
    'pricing.promotions_changed': Record<string, never>;
  }
}

export {};
