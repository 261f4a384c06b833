import type { Goods, Selection } from '../promotions/promotion.ts';
import type { Cart } from './cart.ts';

/**
 * The places in `cart.lines` of the goods that are meant, in order; never gift cards or gifts. Lines are found on
 * their shelves and not looked through: a cart of 200 lines meets 200 promotions.
 */
export function goodsIn(cart: Cart, { anyOf, noneOf, isFullPriceOnly }: Goods): readonly number[] {
  const { all } = cart.shelves;
  if (anyOf.length === 0 && noneOf.length === 0 && !isFullPriceOnly) return all;
  const isMeant = new Uint8Array(cart.lines.length);
  if (anyOf.length === 0) isMeant.fill(1);
  for (const selection of anyOf) mark(cart, selection, isMeant, 1);
  for (const selection of noneOf) mark(cart, selection, isMeant, 0);
  return all.filter(
    (place) => isMeant[place] === 1 && !(isFullPriceOnly && cart.lines[place]?.price.isReduced === true),
  );
}

const LISTS = ['variants', 'products', 'brands', 'collections', 'tags', 'categories'] as const;

/** Sets `as` at every line that is in all the lists given. */
function mark({ shelves, lines }: Cart, selection: Selection, marks: Uint8Array, as: 0 | 1): void {
  // In how many of the lists so far a line was found; one that missed a list stays behind.
  const foundIn = new Uint8Array(lines.length);
  let lists = 0;
  for (const name of LISTS) {
    const list = selection[name];
    if (list === undefined) continue;
    lists += 1;
    for (const places of onShelves(shelves.by[name], list)) {
      for (const place of places) if (foundIn[place] === lists - 1) foundIn[place] = lists;
    }
  }
  for (const place of shelves.all) if (foundIn[place] === lists) marks[place] = as;
}

function onShelves(
  shelf: ReadonlyMap<string, readonly number[]>,
  list: readonly string[],
): (readonly number[])[] {
  const found: (readonly number[])[] = [];
  if (list.length <= shelf.size) {
    for (const entry of list) {
      const places = shelf.get(entry);
      if (places !== undefined) found.push(places);
    }
    return found;
  }
  const wanted = setOf(list);
  for (const [entry, places] of shelf) if (wanted.has(entry)) found.push(places);
  return found;
}

// A rulebook lives through thousands of quotes: its lists become sets once.
const SETS = new WeakMap<readonly string[], ReadonlySet<string>>();

function setOf(list: readonly string[]): ReadonlySet<string> {
  const known = SETS.get(list);
  if (known !== undefined) return known;
  const made = new Set(list);
  SETS.set(list, made);
  return made;
}
