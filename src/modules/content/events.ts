declare module '../../platform/outbox/events.ts' {
  interface Events {
    /** `handle` is a redirect's path, or `*` when several changed at once; a size table's is its id. */
    'content.changed': {
      readonly what: 'page' | 'menu' | 'sections' | 'redirect' | 'size_table';
      readonly handle: string;
    };
  }
}

export {};
