declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** Found on the pages where money is paid, and not told of before. */
    'pagewatch.found': { readonly findingIds: readonly string[] };
  }
}

export {};
