import type { Selection } from '../promotions/promotion.ts';
import type { CartLine } from './cart-line.ts';

/** Where lines stand by each of their properties, in the order of places. */
export type Shelves = {
  readonly all: readonly number[];
  readonly by: Readonly<Record<keyof Selection, ReadonlyMap<string, readonly number[]>>>;
};

export function shelvesOf(lines: readonly CartLine[]): Shelves {
  const all: number[] = [];
  const by = {
    products: new Map<string, number[]>(),
    variants: new Map<string, number[]>(),
    collections: new Map<string, number[]>(),
    categories: new Map<string, number[]>(),
    brands: new Map<string, number[]>(),
    tags: new Map<string, number[]>(),
  };
  const put = (shelf: Map<string, number[]>, entry: string, place: number): void => {
    const known = shelf.get(entry);
    if (known === undefined) shelf.set(entry, [place]);
    else if (known.at(-1) !== place) known.push(place);
  };
  for (const [place, { line, mayBeDiscounted }] of lines.entries()) {
    if (!mayBeDiscounted) continue;
    all.push(place);
    put(by.products, line.productId, place);
    put(by.variants, line.variantId, place);
    if (line.brandId !== undefined) put(by.brands, line.brandId, place);
    for (const id of line.collectionIds) put(by.collections, id, place);
    for (const tag of line.tags) put(by.tags, tag, place);
    for (const path of withAncestors(line.categoryPaths)) put(by.categories, path, place);
  }
  return { all, by };
}

/** `home/kitchen/mugs` is also in `home/kitchen` and `home`. */
function withAncestors(paths: readonly string[]): Set<string> {
  const all = new Set<string>();
  for (const path of paths) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) all.add(path.slice(0, end));
  }
  return all;
}
