declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** Zones, methods, carrier's tables or pick-up points are others than before. */
    'shipping.changed': Record<string, never>;
  }
}

export {};
