import type { CollectionSort, PlacementKind } from './collection.ts';

/** What the order of a collection's page is made from. */
export type Arrangeable = {
  readonly productId: string;
  readonly position: number;
  readonly title: string;
  /** The least price in the page's currency; `undefined` sorts last either way. */
  readonly priceMinor: bigint | undefined;
  readonly createdAtMs: number;
  readonly sales30d: number;
};

export type Placed = {
  readonly productId: string;
  readonly kind: PlacementKind;
  readonly place?: number | undefined;
};

/**
 * The order of a collection's page: boosted products, then the others, then the buried, each group in the order of
 * `sort` with ties by product id; and every pin at its place from the top. Pins whose place is beyond the end close
 * the list in the order of their places. Of two pins at one place the later id moves to the next free place.
 *
 * @example arrange([a, b, c], [{ productId: c.productId, kind: 'pin', place: 1 }], 'title') // c, a, b
 */
export function arrange<Product extends Arrangeable>(
  products: readonly Product[],
  placements: readonly Placed[],
  sort: CollectionSort,
): Product[] {
  const placed = new Map(placements.map((placement) => [placement.productId, placement]));
  const sorted = products.toSorted(comparisonFor(sort));
  const groups: Record<PlacementKind | 'rest', Product[]> = { pin: [], boost: [], rest: [], bury: [] };
  for (const product of sorted) groups[placed.get(product.productId)?.kind ?? 'rest'].push(product);
  const placeOf = (product: Product) => placed.get(product.productId)?.place ?? Number.POSITIVE_INFINITY;
  const pins = groups.pin.toSorted((a, b) => placeOf(a) - placeOf(b) || byText(a.productId, b.productId));
  const slots: (Product | undefined)[] = products.map(() => undefined);
  const beyond: Product[] = [];
  for (const pin of pins) {
    const slot = freeSlot(slots, placeOf(pin) - 1);
    if (slot === undefined) beyond.push(pin);
    else slots[slot] = pin;
  }
  const others = [...groups.boost, ...groups.rest, ...groups.bury, ...beyond].values();
  return slots.flatMap((pin) => pin ?? others.next().value ?? []);
}

function freeSlot(slots: readonly unknown[], wanted: number): number | undefined {
  for (let slot = Math.max(0, wanted); slot < slots.length; slot += 1) {
    if (slots[slot] === undefined) return slot;
  }
  return undefined;
}

// The root collation with numbers by value: the same on every machine, and right enough in every language.
const TITLES = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function comparisonFor(sort: CollectionSort): (a: Arrangeable, b: Arrangeable) => number {
  const compare = COMPARISONS[sort];
  return (a, b) => compare(a, b) || byText(a.productId, b.productId);
}

const COMPARISONS: Readonly<Record<CollectionSort, (a: Arrangeable, b: Arrangeable) => number>> = {
  manual: (a, b) => a.position - b.position || b.createdAtMs - a.createdAtMs,
  best_selling: (a, b) => b.sales30d - a.sales30d,
  newest: (a, b) => b.createdAtMs - a.createdAtMs,
  title: (a, b) => TITLES.compare(a.title, b.title),
  price_ascending: (a, b) => byPrice(a, b, 1),
  price_descending: (a, b) => byPrice(a, b, -1),
};

function byPrice(a: Arrangeable, b: Arrangeable, direction: 1 | -1): number {
  if (a.priceMinor === b.priceMinor) return 0;
  if (a.priceMinor === undefined) return 1;
  if (b.priceMinor === undefined) return -1;
  return a.priceMinor < b.priceMinor ? -direction : direction;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
