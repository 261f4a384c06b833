import { type Interval, twoSided } from '../interval.ts';
import { at } from '../series.ts';
import { countPairs } from './count-pairs.ts';
import { falseDiscovery } from './false-discovery.ts';
import { attractionProbability } from './fisher.ts';

export type FrequentPair<Item> = {
  readonly first: Item;
  readonly second: Item;
  /** Baskets with both. */
  readonly together: number;
  /** Share of all baskets with both. */
  readonly support: number;
  /** Share of the baskets with the first that have the second too, and the other way round. */
  readonly secondGivenFirst: number;
  readonly firstGivenSecond: number;
  /** How many times as often as by chance. */
  readonly lift: Interval;
  /** That chance alone brings them together so often: Fisher's exact test. */
  readonly probability: number;
  /** The same among all pairs of frequent products: Benjamini and Hochberg. */
  readonly falseDiscovery: number;
};

export type PairOptions = {
  /** Baskets that a product and a pair must be in at least. */
  readonly least: number;
  /** Of the lift's interval. */
  readonly confidence: number;
};

/**
 * Products that are bought together, strongest first (by the low end of the lift's interval). Support,
 * confidence and lift as in Brin, Motwani and Tsur (1997), "Dynamic itemset counting and implication rules
 * for market basket data", SIGMOD. Pairs too rare to be listed count as tested too. Baskets should be of
 * different people: one shopper's weekly basket fifty times over is not fifty.
 */
export function frequentPairs<Item>(
  baskets: readonly Iterable<Item>[],
  { least, confidence }: PairOptions,
): FrequentPair<Item>[] {
  const z = twoSided(confidence);
  const { baskets: total, frequent, pairs } = countPairs(baskets, least);
  const tested = pairs.map((pair) => {
    const [one, other] = [frequent[pair.first], frequent[pair.second]];
    if (one === undefined || other === undefined)
      throw new RangeError('a pair of a product that is not frequent');
    const probability = attractionProbability(pair.together, one.count, other.count, total);
    return { one, other, together: pair.together, probability };
  });
  const rates = falseDiscovery(
    tested.map(({ probability }) => probability),
    (frequent.length * (frequent.length - 1)) / 2,
  );
  return tested
    .map(({ one, other, together, probability }, index) => ({
      first: one.item,
      second: other.item,
      together,
      support: together / total,
      secondGivenFirst: together / one.count,
      firstGivenSecond: together / other.count,
      lift: { ...liftInterval(together, one.count, other.count, total, z), confidence },
      probability,
      falseDiscovery: at(rates, index),
    }))
    .sort((pair, next) => next.lift.low - pair.lift.low || next.together - pair.together);
}

/**
 * The lift P(AB) / (P(A) P(B)) with the interval of its logarithm by the delta method: the gradient of ln p₁₁
 * − ln(p₁₁ + p₁₀) − ln(p₁₁ + p₀₁) under the multinomial covariance (Agresti 2013, Categorical Data Analysis,
 * 3rd edition, section 16.1).
 */
function liftInterval(together: number, first: number, second: number, total: number, z: number) {
  const [both, one, other] = [together / total, first / total, second / total];
  const ofBoth = 1 / both - 1 / one - 1 / other;
  const square = both * ofBoth ** 2 + (one - both) / one ** 2 + (other - both) / other ** 2 - 1;
  const estimate = both / (one * other);
  const reach = Math.exp(z * Math.sqrt(Math.max(0, square) / total));
  return { estimate, low: estimate / reach, high: estimate * reach };
}
