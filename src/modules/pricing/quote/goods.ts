import type { Goods, Selection } from '../promotions/promotion.ts';
import type { Cart, CartLine } from './cart.ts';

/** The places in `cart.lines` of the goods that are meant; never gift cards or gifts. */
export function goodsIn(cart: Cart, goods: Goods): number[] {
  const places: number[] = [];
  for (const [place, line] of cart.lines.entries()) {
    if (line.mayBeDiscounted && isMeant(line, goods)) places.push(place);
  }
  return places;
}

function isMeant(line: CartLine, { anyOf, noneOf, isFullPriceOnly }: Goods): boolean {
  if (isFullPriceOnly && line.price.isReduced) return false;
  if (anyOf.length > 0 && !anyOf.some((selection) => isIn(line, selection))) return false;
  return !noneOf.some((selection) => isIn(line, selection));
}

function isIn({ line, collections, categories, tags }: CartLine, selection: Selection): boolean {
  return (
    hasOne(selection.products, line.productId) &&
    hasOne(selection.variants, line.variantId) &&
    hasOne(selection.brands, line.brandId) &&
    hasAny(selection.collections, collections) &&
    hasAny(selection.categories, categories) &&
    hasAny(selection.tags, tags)
  );
}

function hasOne(list: readonly string[] | undefined, id: string | undefined): boolean {
  return list === undefined || (id !== undefined && setOf(list).has(id));
}

function hasAny(list: readonly string[] | undefined, own: ReadonlySet<string>): boolean {
  if (list === undefined) return true;
  if (list.length <= own.size) return list.some((entry) => own.has(entry));
  const entries = setOf(list);
  for (const one of own) if (entries.has(one)) return true;
  return false;
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
