declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** The whole shop was looked at from a moment (ISO 8601) on: so many of its variants are to be ordered. */
    'replenishment.needs_reviewed': { readonly needed: number; readonly begunAt: string };
  }
}

export {};
