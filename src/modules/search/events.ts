declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** Rows of search.document were written or became tombstones. */
    'search.documents_changed': { productIds: string[] };
    /** Synonyms or search rules. */
    'search.settings_changed': Record<string, never>;
  }
}

export type {};
