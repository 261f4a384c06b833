declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** The whole shop was looked at: so many of its variants are to be ordered. */
    'replenishment.needs_reviewed': { readonly needed: number };
  }
}

export {};
