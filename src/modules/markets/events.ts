declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** The shop, a market or a storefront was changed: everything that shows a price or a text may differ. */
    'markets.changed': Readonly<Record<string, never>>;
  }
}

export {};
