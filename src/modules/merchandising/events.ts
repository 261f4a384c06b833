declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** `productIds` (at most 1,000 an event) entered, left or moved; none: only the collections' own words changed. */
    'merchandising.collections_changed': {
      readonly collectionIds: readonly string[];
      readonly productIds: readonly string[];
    };
    /** Units sold in the last 30 days are others than before: what is sorted by them moves. */
    'merchandising.sales_changed': { readonly productIds: readonly string[] };
  }
}

export {};
