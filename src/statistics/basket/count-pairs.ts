export type PairCounts<Item> = {
  readonly baskets: number;
  /** Products in at least `least` baskets, each with its number of baskets. */
  readonly frequent: readonly { readonly item: Item; readonly count: number }[];
  /** Places in `frequent`, the smaller first, of pairs in at least `least` baskets. */
  readonly pairs: readonly { readonly first: number; readonly second: number; readonly together: number }[];
};

/**
 * How many baskets hold each product, and each pair of them. As in Agrawal and Srikant (1994), "Fast algorithms for mining
 * association rules", VLDB, section 2.1, only pairs of frequent products are counted. A product twice in a basket is there
 * once. A basket of k frequent products costs k² / 2.
 */
export function countPairs<Item>(baskets: readonly Iterable<Item>[], least: number): PairCounts<Item> {
  const counts = new Map<Item, number>();
  for (const basket of baskets) {
    for (const item of new Set(basket)) counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  const frequent = Array.from(counts, ([item, count]) => ({ item, count })).filter(
    ({ count }) => count >= least,
  );
  const places = new Map(frequent.map(({ item }, place) => [item, place]));
  const together = new Map<number, number>();
  for (const basket of baskets) {
    const held = [...new Set(basket)]
      .flatMap((item) => places.get(item) ?? [])
      .sort((one, other) => one - other);
    for (const [index, first] of held.entries()) {
      for (const second of held.slice(index + 1)) {
        const key = first * frequent.length + second;
        together.set(key, (together.get(key) ?? 0) + 1);
      }
    }
  }
  const pairs = Array.from(together, ([key, count]) => ({
    first: Math.floor(key / frequent.length),
    second: key % frequent.length,
    together: count,
  })).filter((pair) => pair.together >= least);
  return { baskets: baskets.length, frequent, pairs };
}
