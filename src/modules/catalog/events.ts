/** What the catalogue tells. At most 1,000 products an event, so that a reaction's work has a limit. */
export type ProductsChanged = { readonly productIds: readonly string[]; readonly cause: string };

declare module '../../platform/outbox/events.ts' {
  interface Events {
    'catalog.products_changed': ProductsChanged;
    'catalog.products_removed': { readonly productIds: readonly string[] };
    /** A brand, category or attribute definition was made or changed; its products are told of separately. */
    'catalog.taxonomy_changed': {
      readonly what: 'brand' | 'category' | 'attribute';
      readonly ids: readonly string[];
    };
  }
}
