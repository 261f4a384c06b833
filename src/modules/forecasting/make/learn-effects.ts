import { type EffectRow, type EffectsFit, effectsOf, testedEffects } from '../../../statistics/index.ts';
import type { Calendar } from './calendar.ts';
import { type Effects, type GroupEffects, NO_EFFECTS, promotedWeeks, weeklyPrices } from './effects.ts';
import { groupOf, type LearntItem } from './item.ts';
import { seasonFree } from './season-free.ts';
import { weekdayShares } from './weekday-shares.ts';
import { weeklyDemand } from './weekly-demand.ts';

/** Those that sell most tell most; more of them tell no more. */
const [OF_GROUP, OF_SHOP] = [60, 120];
/** Pieces that a group must have sold to have effects of its own. */
const FEWEST_PIECES = 300;
/** Demand that rises with the price was not learnt, but chance. */
const ELASTICITIES = { low: -5, high: 0 };
/** A promotion that makes less of demand, or six times as much, was not understood. */
const PROMOTIONS = { low: 0, high: 1.8 };
const HOLIDAYS = { low: -0.5, high: 0.5 };
const [CONFIDENCE, ROUNDS] = [0.8, 3];

/** What is learnt from: weeks of the past, and what is known of each. */
export type Learning = { readonly weeks: number; readonly calendar: Calendar };

/**
 * What items have in common, by group and over all of them: the shares of weekdays, what months, public holidays, promotions and
 * prices make of demand. Learnt from the items that sell most, each week against what its group would have come to without
 * season, times the item's share of it; each kind is kept only where it tells of weeks that it was not learnt from, and is
 * shrunk towards nothing the less there is to learn it from. A group of which nothing is kept has the shop's.
 *
 * @param items the most wanted first
 */
export function learnEffects(items: readonly LearntItem[], learning: Learning): Effects {
  const weekdays = weekdayShares(items, learning);
  const known = items.map((item) => ({
    group: groupOf(item),
    known: knownOf(item, weekdays(groupOf(item)), learning),
  }));
  const all = known.map((one) => one.known);
  const shop = effectsIn(all, learning, { weekdays: weekdays(''), most: OF_SHOP, around: NO_EFFECTS });
  const groups: Record<string, GroupEffects> = {};
  for (const [group, members] of Map.groupBy(known, (one) => one.group)) {
    const own = members.map((one) => one.known);
    const about = { weekdays: weekdays(group), most: OF_GROUP, around: shop };
    groups[group] = effectsIn(own, learning, about);
  }
  return { groups, shop };
}

function effectsIn(
  known: readonly Known[],
  learning: Learning,
  about: { readonly weekdays: readonly number[]; readonly most: number; readonly around: GroupEffects },
): GroupEffects {
  const { weekdays, most, around } = about;
  const pieces = known.reduce((sum, { sold }) => sum + sold, 0);
  let effects: GroupEffects = { ...around, weekdays };
  if (pieces < FEWEST_PIECES) return effects;
  let taken: Pick<GroupEffects, 'elasticity' | 'promotion'> = NO_EFFECTS;
  // A price that went up for some made less of the group, too, and a promotion more: what was learnt is taken out of it and learnt
  // again.
  for (let round = 0; round < ROUNDS; round += 1) {
    const free = seasonFree(together(known, taken, learning.weeks));
    if (free === undefined) return effects;
    const rows = known.slice(0, most).flatMap((one) => rowsOf(one, free, learning));
    const { fit } = testedEffects(rows, learning.weeks);
    if (fit === undefined) return effects;
    const before = taken;
    effects = { weekdays, ...learnt(fit, around) };
    taken = effects;
    const moved =
      Math.abs(taken.elasticity - before.elasticity) + Math.abs(taken.promotion - before.promotion);
    if (moved < 0.1) break;
  }
  return effects;
}

/** An item by week: pieces, NaN where not known, the price against its usual one, NaN where not known, and its promotions. */
type Known = {
  readonly values: Float64Array;
  readonly prices: Float64Array;
  readonly promoted: Float64Array | undefined;
  readonly sold: number;
};

function knownOf(item: LearntItem, weekdays: readonly number[], { weeks }: Learning): Known {
  const { values } = weeklyDemand(item, weekdays, weeks);
  const prices = weeklyPrices(item, weeks);
  const usual = meanPrice(prices);
  const sold = values.reduce((sum, pieces) => sum + (Number.isNaN(pieces) ? 0 : pieces), 0);
  return { values, prices: prices.map((price) => price / usual), promoted: promotedWeeks(item, weeks), sold };
}

/** What all came to by week, each at its usual price and without promotions. */
function together(
  known: readonly Known[],
  { elasticity, promotion }: Pick<GroupEffects, 'elasticity' | 'promotion'>,
  weeks: number,
): Float64Array {
  const sums = new Float64Array(weeks);
  for (const { values, prices, promoted } of known) {
    for (let week = 0; week < weeks; week += 1) {
      const [pieces, price] = [values[week] ?? 0, prices[week] ?? Number.NaN];
      if (Number.isNaN(pieces)) continue;
      const more = Math.exp(promotion * (promoted?.[week] ?? 0)) * (price > 0 ? price ** elasticity : 1);
      sums[week] = (sums[week] ?? 0) + pieces / more;
    }
  }
  return sums;
}

/** Weeks of an item: what was wanted, against its share of what the group would have come to. */
function rowsOf(
  { values, prices, promoted }: Known,
  free: Float64Array,
  { calendar: { months, holidays } }: Learning,
): (EffectRow & { readonly period: number })[] {
  const first = values.findIndex((pieces) => pieces > 0);
  if (first < 0) return [];
  const weeks = [...values.keys()].filter(
    (week) => week >= first && !Number.isNaN(values[week] ?? Number.NaN) && (free[week] ?? 0) > 0,
  );
  const [own, all] = [values, free].map((of) => weeks.reduce((sum, week) => sum + (of[week] ?? 0), 0));
  if (!own || !all) return [];
  return weeks.map((week) => {
    const price = prices[week] ?? Number.NaN;
    const facts = {
      ...{ month: months[week] ?? 1, holidays: holidays[week] ?? 0, promotion: promoted?.[week] ?? 0 },
      ...(price > 0 ? { price } : {}),
    };
    return { period: week, actual: values[week] ?? 0, expected: (own / all) * (free[week] ?? 0), facts };
  });
}

/** What was kept; of promotions and holidays of which nothing was seen here, what is so around. */
function learnt(
  fit: EffectsFit,
  around: GroupEffects,
): Pick<GroupEffects, 'months' | 'holiday' | 'promotion' | 'elasticity'> {
  const months = Array.from({ length: 12 }, (_, index) => {
    const [one] = effectsOf(fit, { month: index + 1 }, CONFIDENCE);
    return 1 + (one?.effect.estimate ?? 0);
  });
  const logOf = (facts: Parameters<typeof effectsOf>[1]) => {
    const [one] = effectsOf(fit, facts, CONFIDENCE);
    return one === undefined ? undefined : Math.log1p(one.effect.estimate);
  };
  // Of a price that is e times as high, the logarithm of the effect is the elasticity.
  return {
    months,
    holiday: within(HOLIDAYS, logOf({ holidays: 1 }) ?? 0),
    promotion: within(PROMOTIONS, logOf({ promotion: 1 }) ?? around.promotion),
    elasticity: within(ELASTICITIES, logOf({ price: Math.E }) ?? 0),
  };
}

function within({ low, high }: { readonly low: number; readonly high: number }, value: number): number {
  return Math.min(high, Math.max(low, value));
}

function meanPrice(prices: Float64Array): number {
  const known = prices.filter((price) => price > 0);
  return Math.exp(known.reduce((sum, price) => sum + Math.log(price), 0) / Math.max(1, known.length));
}
