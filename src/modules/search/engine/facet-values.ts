import type { SearchDocument } from '../document.ts';

type FacetValueOf = {
  readonly facet: string;
  readonly value: string;
  readonly names: readonly (readonly [locale: string, name: string])[];
};

/** Facets that are filtered by and never shown with counts. */
export const HIDDEN_FACETS: ReadonlySet<string> = new Set(['collection', 'tag']);

/** Every value that a product has, once each, a category with all its ancestors. */
export function facetValues(document: SearchDocument): FacetValueOf[] {
  const found = new Map<string, FacetValueOf>();
  const add = (facet: string, value: string, name?: string): void => {
    if (value === '') return;
    const names = [
      ...(name === undefined ? [] : [['', name] as const]),
      ...translations(document, facet, value),
    ];
    found.set(`${facet}\u0000${value}`, { facet, value, names });
  };
  if (document.brand !== null) add('brand', document.brand.handle, document.brand.name);
  add('type', document.productType);
  for (const path of document.categoryPaths)
    for (const ancestor of withAncestors(path)) add('category', ancestor);
  for (const tag of document.tags) add('tag', tag);
  for (const { id } of document.collections) add('collection', id);
  for (const [name, values] of Object.entries(document.options))
    for (const value of values) add(`option.${name}`, value);
  for (const [key, value] of Object.entries(document.attributes))
    for (const one of typeof value === 'number' ? [String(value)] : value) add(`attribute.${key}`, one);
  return [...found.values()];
}

function translations(document: SearchDocument, facet: string, value: string): [string, string][] {
  const names: [string, string][] = [];
  for (const [locale, texts] of Object.entries(document.texts)) {
    const name = texts.labels?.[facet]?.[value];
    if (name !== undefined) names.push([locale, name]);
  }
  return names;
}

/** `a/b/c` gives `a`, `a/b` and `a/b/c`. */
export function withAncestors(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
