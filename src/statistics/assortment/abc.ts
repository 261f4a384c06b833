export type AbcClass = 'A' | 'B' | 'C';

export type AbcItem<Item> = {
  readonly item: Item;
  readonly value: number;
  /** Share of all value that this item and those above it have together. */
  readonly cumulatedShare: number;
  readonly abc: AbcClass;
};

/**
 * Items by value, the greatest first, as A, B and C: those that make the first 80 % of all value, the next 15
 * %, and the rest (Silver, Pyke and Thomas 2017, Inventory and Production Management in Supply Chains, 4th
 * edition, after Dickie 1951). An item belongs where it begins: the one that crosses 80 % is still A. What
 * has no value or a negative one (returned more than sold) is C, and does not count in the total. Of equals,
 * the first given stands first.
 */
export function abcClasses<Item>(
  items: readonly { readonly item: Item; readonly value: number }[],
  limits: { readonly a: number; readonly b: number } = { a: 0.8, b: 0.95 },
): AbcItem<Item>[] {
  const total = items.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  let before = 0;
  return items
    .toSorted((one, other) => other.value - one.value)
    .map(({ item, value }) => {
      const begins = total > 0 ? before / total : 1;
      before += Math.max(0, value);
      const abc = value <= 0 || begins >= limits.b ? 'C' : begins >= limits.a ? 'B' : 'A';
      return { item, value, cumulatedShare: total > 0 ? before / total : 0, abc };
    });
}
