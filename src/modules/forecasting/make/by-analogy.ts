import {
  type Analogue,
  forecastByAnalogy,
  type ProductTraits,
  similarityOf,
} from '../../../statistics/index.ts';
import { WEEKS_AHEAD } from '../forecast/forecast.ts';
import type { OwnWeeks } from './forecast-item.ts';
import type { Item } from './item.ts';

/** Something that was forecast by its own past, as far as new things are compared with it. */
export type Peer = {
  readonly traits: ProductTraits;
  /** The last half year, NaN where not known, and what is expected of the weeks to come. */
  readonly values: Float64Array;
};

/** What an item is like, but for its price. */
type TraitedItem = Pick<Item, 'category' | 'brand' | 'attributes'>;

/** No attribute and no option of a shop is called so. */
const BRAND = ' brand';
/** Weeks behind in which a new product is compared with what is like it. */
export const COMPARED_WEEKS = 26;
/** Those most alike tell what there is to tell. */
const MOST_PEERS = 60;

/**
 * What will be wanted of something new: what is like it (category, price, brand, attributes) sold in the same weeks and is expected to, times
 * how much better or worse than that it has done, the more of its own weeks are known the more (`forecastByAnalogy`). As it
 * is where fewer than three are alike.
 *
 * @param peers of its group
 */
export function byAnalogy<Own extends OwnWeeks>(own: Own, item: TraitedItem, peers: readonly Peer[]): Own {
  const traits = traitsOf(item, own.price);
  const analogues: Analogue[] = peers
    .map((peer) => ({ similarity: similarityOf(traits, peer.traits), values: peer.values }))
    .toSorted((one, other) => other.similarity - one.similarity)
    .slice(0, MOST_PEERS);
  const forecast = forecastByAnalogy(lastWeeks(own.history), analogues, WEEKS_AHEAD);
  if (forecast === undefined) return own;
  const { means, variances, share, like } = forecast;
  return {
    ...{ ...own, weeks: means, variances: variances.sums, method: 'analogy' },
    reasons: [{ kind: 'analogy', effect: share, like }],
  };
}

/** What nobody ever wanted is a peer too, or new things would all be taken for hits. */
export function peerOf(
  item: TraitedItem,
  own: Pick<OwnWeeks, 'demandClass' | 'history' | 'weeks' | 'price'>,
): Peer | undefined {
  if (own.demandClass === 'new') return undefined;
  const values = new Float64Array(COMPARED_WEEKS + own.weeks.length);
  values.set(lastWeeks(own.history));
  values.set(own.weeks, COMPARED_WEEKS);
  return { traits: traitsOf(item, own.price), values };
}

function lastWeeks(history: Float64Array): Float64Array {
  const weeks = new Float64Array(COMPARED_WEEKS).fill(Number.NaN);
  const last = history.subarray(-COMPARED_WEEKS);
  weeks.set(last, COMPARED_WEEKS - last.length);
  return weeks;
}

function traitsOf({ category, brand, attributes }: TraitedItem, price: number): ProductTraits {
  const told = brand === undefined ? attributes : { ...attributes, [BRAND]: brand };
  return { category: category.split('/'), price, attributes: told ?? {} };
}
