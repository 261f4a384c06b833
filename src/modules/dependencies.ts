/**
 * What each module may import: the front doors (`index.ts`) of these modules and nothing else of them. Together a
 * directed graph without circles, drawn in ARCHITECTURE.md and enforced by test/house-rules.test.ts.
 */
export const DEPENDENCIES = {
  markets: [],
  media: [],
  catalog: ['markets', 'media'],
  pricing: ['catalog', 'markets'],
  inventory: ['catalog'],
  merchandising: ['catalog', 'pricing', 'inventory', 'media', 'markets'],
  search: ['catalog', 'pricing', 'inventory', 'merchandising', 'media', 'markets'],
  content: ['markets', 'media', 'catalog'],
  exchange: ['catalog', 'pricing', 'inventory', 'media', 'markets', 'merchandising', 'content'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
