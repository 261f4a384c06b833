export type PairCounts<Item> = {
  readonly baskets: number;
  /** Products in at least `least` baskets, each with its number of baskets. */
  readonly frequent: readonly { readonly item: Item; readonly count: number }[];
  /** Places in `frequent`, the smaller first, of pairs in at least `least` baskets. */
  readonly pairs: readonly { readonly first: number; readonly second: number; readonly together: number }[];
};

/**
 * How many baskets hold each product, and each pair of them. As in Agrawal and Srikant (1994), "Fast
 * algorithms for mining association rules", VLDB, section 2.1, only pairs of frequent products are counted. A
 * product twice in a basket is there once. Memory grows with the baskets, time with the sum of their squared
 * sizes.
 */
export function countPairs<Item>(baskets: readonly Iterable<Item>[], least: number): PairCounts<Item> {
  const distinct = baskets.map((basket) => new Set(basket));
  const counts = new Map<Item, number>();
  for (const basket of distinct) {
    for (const item of basket) counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  const frequent = Array.from(counts, ([item, count]) => ({ item, count })).filter(
    ({ count }) => count >= least,
  );
  const places = new Map(frequent.map(({ item }, place) => [item, place]));
  const held = distinct.map((basket) =>
    Uint32Array.from([...basket].flatMap((item) => places.get(item) ?? [])).sort(),
  );
  return { baskets: baskets.length, frequent, pairs: pairsIn(held, frequent.length, least) };
}

/**
 * For one product after the other, what else is in its baskets: ascending places per basket make that a run
 * at its end.
 */
function pairsIn(
  held: readonly Uint32Array[],
  products: number,
  least: number,
): PairCounts<unknown>['pairs'] {
  const holding = Array.from({ length: products }, (): Uint32Array[] => []);
  for (const basket of held) {
    for (const place of basket) holding[place]?.push(basket);
  }
  const together = new Uint32Array(products);
  return holding.flatMap((baskets, first) => {
    together.fill(0);
    for (const basket of baskets) {
      for (let index = basket.length - 1; (basket[index] ?? 0) > first; index -= 1) {
        const second = basket[index] ?? 0;
        together[second] = (together[second] ?? 0) + 1;
      }
    }
    return Array.from(together.entries())
      .filter(([, count]) => count >= least)
      .map(([second, count]) => ({ first, second, together: count }));
  });
}
