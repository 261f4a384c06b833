import { WEEKS_AHEAD } from '../forecast/forecast.ts';
import { type PromotedSpan, runsOn } from '../forecast/promoted.ts';
import type { Calendar } from './calendar.ts';
import { groupOf, type Item, type LearntItem } from './item.ts';

/** What the items of a group have in common: plain data, so that threads can be given it. */
export type Effects = {
  readonly groups: Readonly<Record<string, GroupEffects>>;
  /** Of groups that are too small to have their own. */
  readonly shop: GroupEffects;
};

/** Of each what was kept when it was tested; what was not, or is not known, makes nothing of demand. */
export type GroupEffects = {
  /** Shares of Monday to Sunday. */
  readonly weekdays: readonly number[];
  /** By month, January first: how many times as much is wanted as on average. */
  readonly months: readonly number[];
  /** Of a public holiday in a week: the logarithm of how many times as much. */
  readonly holiday: number;
  /** Of a week of a promotion that takes off as much as `USUAL_DEPTH`: the logarithm of how many times as much. */
  readonly promotion: number;
  /** Demand goes with the price to this power; 0: nothing is known of it. */
  readonly elasticity: number;
};

/** A promotion of 20 % counts once, one of 10 % half. */
export const USUAL_DEPTH = 0.2;

export const NO_EFFECTS: GroupEffects = {
  weekdays: new Array<number>(7).fill(1 / 7),
  months: new Array<number>(12).fill(1),
  ...{ holiday: 0, promotion: 0, elasticity: 0 },
};

export function effectsOf({ groups, shop }: Effects, item: Pick<Item, 'category'>): GroupEffects {
  return groups[groupOf(item)] ?? shop;
}

/** How many times as much is wanted in each week as in one without season and holidays: the same for all of a group. */
export function calendarFactors(
  { months, holiday }: GroupEffects,
  { months: of, holidays }: Calendar,
): Float64Array {
  return Float64Array.from(of, (month, week) => {
    return (months[month - 1] ?? 1) * Math.exp(holiday * (holidays[week] ?? 0));
  });
}

export type WeekFactors = {
  /** Of each week, past and to come: calendar, promotions and prices together. */
  readonly factors: Float64Array;
  readonly price: PriceEffect;
  /** Promotions that are still to come, or go on, with what they make of their days: those of the first week ahead on. */
  readonly promotions: readonly PromotionEffect[];
};

export type PriceEffect = { readonly change: number; readonly effect: number };
export type PromotionEffect = PromotedSpan & { readonly name: string };

/** The calendar's factors of an item's group with what its own prices and promotions make of them. */
export function weekFactors(
  item: Pick<LearntItem, 'days' | 'prices' | 'promotions' | 'planned'>,
  { elasticity, promotion }: GroupEffects,
  { calendar, weeks }: { readonly calendar: Float64Array; readonly weeks: number },
): WeekFactors {
  const amounts = promotedWeeks(item, weeks + WEEKS_AHEAD);
  const prices = weeklyPrices(item, weeks);
  const usual = usualPrice(prices);
  const last = prices.at(-1) ?? Number.NaN;
  const ofPrice = (price: number) => (usual > 0 && price > 0 ? (price / usual) ** elasticity : 1);
  const factors = calendar.map((factor, week) => {
    const price = week < weeks ? (prices[week] ?? Number.NaN) : last * plannedTimes(item, week);
    return factor * ofPrice(price) * Math.exp(promotion * (amounts?.[week] ?? 0));
  });
  const next = last * plannedTimes(item, weeks + LOOKED_AT);
  const change = usual > 0 && next > 0 ? next / usual - 1 : 0;
  return {
    factors,
    price: { change, effect: ofPrice(next) - 1 },
    promotions: (item.promotions ?? [])
      .filter(({ to }) => to > 7 * weeks)
      .map(({ depth, from, to, ...about }) => ({
        ...{ ...about, from: Math.max(0, from - 7 * weeks), to: to - 7 * weeks },
        times: Math.exp((promotion * depth) / USUAL_DEPTH),
      })),
  };
}

/** Reasons speak of the next quarter: of a price that begins in it they tell what it will be at its end. */
const LOOKED_AT = 12;

/** How many times today's price is planned to apply in a week, by its middle. */
function plannedTimes({ planned = [] }: Pick<Item, 'planned'>, week: number): number {
  return planned.findLast(({ day }) => day <= 7 * week + 3)?.times ?? 1;
}

/** How much of a usual promotion ran in each week; undefined where none ever did. */
export function promotedWeeks(
  { promotions = [] }: Pick<Item, 'promotions'>,
  weeks: number,
): Float64Array | undefined {
  if (promotions.length === 0) return undefined;
  const amounts = new Float64Array(weeks);
  for (const promotion of promotions) {
    for (let day = Math.max(0, promotion.from); day < Math.min(promotion.to, 7 * weeks); day += 1) {
      const week = Math.floor(day / 7);
      if (runsOn(promotion, day)) amounts[week] = (amounts[week] ?? 0) + promotion.depth / USUAL_DEPTH / 7;
    }
  }
  return amounts;
}

/**
 * The mean price of each week; where nothing was sold, that of the week before. What was taken off by a promotion is the
 * promotion's effect: its days tell nothing of the price.
 */
export function weeklyPrices(
  { days, prices, promotions = [] }: Pick<LearntItem, 'days' | 'prices' | 'promotions'>,
  weeks: number,
): Float64Array {
  const [sums, counts] = [new Float64Array(weeks), new Float64Array(weeks)];
  for (let index = 0; index < days.length; index += 1) {
    const [day, price] = [days[index] ?? 0, prices[index] ?? 0];
    const week = Math.floor(day / 7);
    if (price <= 0 || week >= weeks) continue;
    if (promotions.some((promotion) => runsOn(promotion, day))) continue;
    sums[week] = (sums[week] ?? 0) + price;
    counts[week] = (counts[week] ?? 0) + 1;
  }
  let last = Number.NaN;
  for (let week = 0; week < weeks; week += 1) {
    const count = counts[week] ?? 0;
    if (count > 0) last = (sums[week] ?? 0) / count;
    sums[week] = last;
  }
  return sums;
}

const USUAL_WEEKS = 52;

/** The geometric mean of the year behind. */
function usualPrice(prices: Float64Array): number {
  let [sum, count] = [0, 0];
  for (let week = Math.max(0, prices.length - USUAL_WEEKS); week < prices.length; week += 1) {
    const price = prices[week] ?? 0;
    if (!(price > 0)) continue;
    sum += Math.log(price);
    count += 1;
  }
  return count > 0 ? Math.exp(sum / count) : Number.NaN;
}
