declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** Rates, classes or the seller's settings are others than before. */
    'taxes.changed': Record<string, never>;
  }
}

export {};
