/** What a product is like, for products that have no past. */
export type ProductTraits = {
  /** From the widest to the narrowest: ['home', 'kitchen', 'mugs']. */
  readonly category: readonly string[];
  /** Above 0, in any unit that is the same for all; 0: not known. */
  readonly price: number;
  /** Colour, material, brand, … by name. */
  readonly attributes: Readonly<Record<string, string>>;
};

/** What twice the price leaves of being alike. */
const TWICE = 0.5;

/**
 * How alike two products are, in [0, 1]: the mean of category, price and attributes as in Gower (1971), "A
 * general coefficient of similarity and some of its properties", Biometrics 27, the category counting twice.
 * Category: the share of the longer path that both begin with. Price: ½ at twice the price, ¼ at four times.
 * Attributes: the share of those that either has that are the same. A price that is not known and attributes that neither has
 * are left out.
 */
export function similarityOf(one: ProductTraits, other: ProductTraits): number {
  const parts = [
    { weight: 2, alike: alikeIn(one.category, other.category) },
    ...priceAlike(one.price, other.price),
    ...attributesAlike(one, other),
  ];
  const weights = parts.reduce((total, { weight }) => total + weight, 0);
  return parts.reduce((total, { weight, alike }) => total + weight * alike, 0) / weights;
}

function priceAlike(one: number, other: number) {
  if (!(one > 0 && other > 0)) return [];
  return [{ weight: 1, alike: TWICE ** Math.abs(Math.log2(one / other)) }];
}

function alikeIn(one: readonly string[], other: readonly string[]): number {
  const longest = Math.max(one.length, other.length);
  if (longest === 0) return 0;
  const apart = one.findIndex((name, level) => name !== other[level]);
  return (apart < 0 ? one.length : apart) / longest;
}

function attributesAlike(one: ProductTraits, other: ProductTraits) {
  // By hand: it is asked of every new product and everything in its group.
  let [names, same] = [0, 0];
  for (const name in one.attributes) {
    names += 1;
    if (one.attributes[name] === other.attributes[name]) same += 1;
  }
  for (const name in other.attributes) if (one.attributes[name] === undefined) names += 1;
  return names === 0 ? [] : [{ weight: 1, alike: same / names }];
}
