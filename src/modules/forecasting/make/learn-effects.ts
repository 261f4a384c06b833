import { type EffectRow, type EffectsFit, effectsOf, fitEffects } from '../../../statistics/index.ts';
import { type Effects, type GroupEffects, NO_EFFECTS, weeklyPrices } from './effects.ts';
import { groupOf, type Item, type Past } from './item.ts';
import { seasonFree } from './season-free.ts';
import { weekdayShares } from './weekday-shares.ts';
import { weeklyDemand } from './weekly-demand.ts';

/** Those that sell most tell most; more of them tell no more. */
const [OF_GROUP, OF_SHOP] = [60, 120];
/** Pieces that a group must have sold to have effects of its own. */
const FEWEST_PIECES = 300;
/** Demand that rises with the price was not learnt, but chance. */
const ELASTICITIES = { low: -5, high: 0 };
const [CONFIDENCE, ROUNDS] = [0.8, 4];

/**
 * What items have in common, by group and over all of them: the shares of weekdays, what months and prices make of demand. Learnt
 * from the items that sell most, each week against what its group would have come to without season, times the item's
 * share of it.
 *
 * @param items the most wanted first
 */
export function learnEffects(items: readonly Item[], past: Past): Effects {
  const weekdays = weekdayShares(items, past);
  const shop = effectsIn(items, past, { weekdays: weekdays(''), most: OF_SHOP, around: NO_EFFECTS });
  const groups: Record<string, GroupEffects> = {};
  for (const [group, members] of Map.groupBy(items, groupOf)) {
    groups[group] = effectsIn(members, past, { weekdays: weekdays(group), most: OF_GROUP, around: shop });
  }
  return { groups, shop };
}

function effectsIn(
  items: readonly Item[],
  past: Past,
  about: { readonly weekdays: readonly number[]; readonly most: number; readonly around: GroupEffects },
): GroupEffects {
  const { weekdays, most, around } = about;
  const known = items.map((item) => knownOf(item, weekdays, past));
  const pieces = known.reduce((sum, { sold }) => sum + sold, 0);
  let effects: GroupEffects = { ...around, weekdays };
  if (pieces < FEWEST_PIECES) return effects;
  // A price that went up for some made less of the group, too: what was learnt is taken out of it and learnt again.
  for (let round = 0, elasticity = 0; round < ROUNDS; round += 1) {
    const free = seasonFree(together(known, elasticity, past.weeks));
    const fit = free && fitEffects(known.slice(0, most).flatMap((one) => rowsOf(one, free, past)));
    if (fit === undefined) return effects;
    effects = { weekdays, ...learnt(fit) };
    elasticity = effects.elasticity;
  }
  return effects;
}

/** An item by week: pieces, NaN where not known, and the price against its usual one, NaN where not known. */
type Known = { readonly values: Float64Array; readonly prices: readonly number[]; readonly sold: number };

function knownOf(item: Item, weekdays: readonly number[], past: Past): Known {
  const { values } = weeklyDemand(item, weekdays, past.weeks);
  const prices = weeklyPrices(item, past.weeks);
  const usual = meanPrice(prices);
  const sold = values.reduce((sum, pieces) => sum + (Number.isNaN(pieces) ? 0 : pieces), 0);
  return { values, prices: prices.map((price) => price / usual), sold };
}

/** What all came to by week, each at its usual price. */
function together(known: readonly Known[], elasticity: number, weeks: number): Float64Array {
  const sums = new Float64Array(weeks);
  for (const { values, prices } of known) {
    for (let week = 0; week < weeks; week += 1) {
      const [pieces, price] = [values[week] ?? 0, prices[week] ?? Number.NaN];
      if (Number.isNaN(pieces)) continue;
      sums[week] = (sums[week] ?? 0) + (price > 0 ? pieces / price ** elasticity : pieces);
    }
  }
  return sums;
}

/** Weeks of an item: what was wanted, against its share of what the group would have come to. */
function rowsOf({ values, prices }: Known, free: Float64Array, past: Past): EffectRow[] {
  const first = values.findIndex((pieces) => pieces > 0);
  if (first < 0) return [];
  const weeks = [...values.keys()].filter(
    (week) => week >= first && !Number.isNaN(values[week] ?? Number.NaN) && (free[week] ?? 0) > 0,
  );
  const [own, all] = [values, free].map((of) => weeks.reduce((sum, week) => sum + (of[week] ?? 0), 0));
  if (!own || !all) return [];
  return weeks.map((week) => {
    const price = prices[week] ?? Number.NaN;
    // A week is of the month of its Thursday.
    const { month } = past.from.add({ days: 7 * week + 3 });
    return {
      ...{ actual: values[week] ?? 0, expected: (own / all) * (free[week] ?? 0) },
      facts: price > 0 ? { month, price } : { month },
    };
  });
}

function learnt(fit: EffectsFit): Pick<GroupEffects, 'months' | 'elasticity'> {
  const months = Array.from({ length: 12 }, (_, index) => {
    const [one] = effectsOf(fit, { month: index + 1 }, CONFIDENCE);
    return 1 + (one?.effect.estimate ?? 0);
  });
  // Of a price that is e times as high, the logarithm of the effect is the elasticity.
  const [price] = effectsOf(fit, { price: Math.E }, CONFIDENCE);
  const elasticity = price === undefined ? 0 : Math.log1p(price.effect.estimate);
  return { months, elasticity: Math.min(ELASTICITIES.high, Math.max(ELASTICITIES.low, elasticity)) };
}

function meanPrice(prices: readonly number[]): number {
  const known = prices.filter((price) => price > 0);
  return Math.exp(known.reduce((sum, price) => sum + Math.log(price), 0) / Math.max(1, known.length));
}
