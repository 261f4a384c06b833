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
const CONFIDENCE = 0.8;

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
  const known = items.map((item) => ({ item, values: weeklyDemand(item, weekdays, past.weeks).values }));
  const together = new Float64Array(past.weeks);
  for (const { values } of known) {
    values.forEach((pieces, week) => {
      together[week] = (together[week] ?? 0) + (Number.isNaN(pieces) ? 0 : pieces);
    });
  }
  const pieces = together.reduce((sum, one) => sum + one, 0);
  const free = pieces < FEWEST_PIECES ? undefined : seasonFree(together);
  if (free === undefined) return { ...around, weekdays };
  const rows = known.slice(0, most).flatMap(({ item, values }) => rowsOf(item, values, free, past));
  const fit = fitEffects(rows);
  return fit === undefined ? { ...around, weekdays } : { weekdays, ...learnt(fit) };
}

/** Weeks of an item: what was wanted, against its share of what the group would have come to. */
function rowsOf(item: Item, values: Float64Array, free: Float64Array, past: Past): EffectRow[] {
  const prices = weeklyPrices(item, past.weeks);
  const first = values.findIndex((pieces) => pieces > 0);
  const weeks = [...values.keys()].filter(
    (week) => week >= first && !Number.isNaN(values[week] ?? Number.NaN) && (free[week] ?? 0) > 0,
  );
  const [own, all] = [values, free].map((of) => weeks.reduce((sum, week) => sum + (of[week] ?? 0), 0));
  const usual = meanPrice(weeks.map((week) => prices[week] ?? Number.NaN));
  if (first < 0 || !own || !all) return [];
  return weeks.map((week) => {
    const price = (prices[week] ?? Number.NaN) / usual;
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
