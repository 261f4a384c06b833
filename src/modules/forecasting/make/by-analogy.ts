import { WEEKS_AHEAD } from '../forecast/forecast.ts';
import type { OwnForecast } from './forecast-item.ts';
import { groupOf, type Item } from './item.ts';

/** Something that was forecast by its own past, as far as new things are compared with it. */
export type Peer = Pick<Item, 'category' | 'brand'> & Pick<OwnForecast, 'weeks' | 'variances' | 'price'>;

/** So many weeks of its own past count as much as all that is like it. */
const SHARED_WEEKS = 8;
const [SAME_CATEGORY, SAME_BRAND] = [2, 3];
/** Few that are alike differ by chance: at least so many, or nothing is known. */
const FEWEST = 3;

/**
 * What will be wanted of something new: as much as of what is like it (same group; more so the same category, brand and
 * about the same price), until its own weeks weigh more. How much those differ from each other is in its variance: the level of
 * a new product is not known, and is the same in all its weeks.
 * As it is where fewer than three are alike.
 */
export function byAnalogy(
  own: OwnForecast,
  item: Pick<Item, 'category' | 'brand'>,
  peers: readonly Peer[],
): OwnForecast {
  const like = peers
    .filter((peer) => groupOf(peer) === groupOf(item))
    .map((peer) => ({ peer, weight: likeness(own, item, peer) }));
  if (like.length < FEWEST) return own;
  const all = like.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (peer: Peer) => number) =>
    like.reduce((sum, { peer, weight }) => sum + weight * of(peer), 0) / all;
  const level = (peer: Peer) => peer.weeks[0] ?? 0;
  const usual = mean(level);
  const between = mean((peer) => (level(peer) - usual) ** 2);
  const known = own.history.filter((pieces) => !Number.isNaN(pieces));
  const sold = known.reduce((sum, pieces) => sum + pieces, 0);
  const share = SHARED_WEEKS / (known.length + SHARED_WEEKS);
  const ownLevel = known.length > 0 ? sold / known.length : usual;
  const expected = share * usual + (1 - share) * ownLevel;
  const scale = usual > 0 ? expected / usual : 0;
  const weeks = new Float64Array(WEEKS_AHEAD).map(
    (_, week) => scale * mean(({ weeks: of }) => of[week] ?? 0),
  );
  const variances = weeks.map((_, week) => {
    const within = mean(({ variances: of }) => of[week] ?? 0);
    return scale ** 2 * within + share ** 2 * between * (week + 1) ** 2;
  });
  return {
    ...{ ...own, weeks, variances, method: 'analogy' },
    reasons: [{ kind: 'analogy', effect: share, like: like.length }],
  };
}

function likeness(
  own: Pick<OwnForecast, 'price'>,
  item: Pick<Item, 'category' | 'brand'>,
  peer: Peer,
): number {
  const category = peer.category === item.category ? SAME_CATEGORY : 1;
  const brand = item.brand !== undefined && peer.brand === item.brand ? SAME_BRAND : 1;
  const isPriced = own.price > 0 && peer.price > 0;
  return category * brand * (isPriced ? Math.exp(-Math.abs(Math.log(own.price / peer.price))) : 0.5);
}

/** Those whose past says what they sell; what nobody ever wanted is among them, or new things would all be taken for hits. */
export function peersOf(
  known: readonly { readonly own: OwnForecast; readonly item: Pick<Item, 'category' | 'brand'> }[],
): Peer[] {
  return known.flatMap(({ own, item }) => {
    if (own.demandClass === 'new') return [];
    return {
      category: item.category,
      brand: item.brand,
      weeks: own.weeks,
      variances: own.variances,
      price: own.price,
    };
  });
}
