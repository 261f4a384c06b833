import { WEEKS_AHEAD } from '../forecast/forecast.ts';
import { groupOf, type Item } from './item.ts';

/** What the items of a group have in common: plain data, so that threads can be given it. */
export type Effects = {
  readonly groups: Readonly<Record<string, GroupEffects>>;
  /** Of groups that are too small to have their own. */
  readonly shop: GroupEffects;
};

export type GroupEffects = {
  /** Shares of Monday to Sunday. */
  readonly weekdays: readonly number[];
  /** By month, January first: how many times as much is wanted as on average. */
  readonly months: readonly number[];
  /** Demand goes with the price to this power; 0: nothing is known of it. */
  readonly elasticity: number;
};

export const NO_EFFECTS: GroupEffects = {
  weekdays: new Array<number>(7).fill(1 / 7),
  months: new Array<number>(12).fill(1),
  elasticity: 0,
};

export function effectsOf({ groups, shop }: Effects, item: Pick<Item, 'category'>): GroupEffects {
  return groups[groupOf(item)] ?? shop;
}

/** How many times as much is wanted in each week, of the past and of those to come, than without season and prices. */
export function weekFactors(
  item: Pick<Item, 'days' | 'prices'>,
  { months, elasticity }: GroupEffects,
  { firstWeek, weeks }: { readonly firstWeek: Temporal.PlainDate; readonly weeks: number },
): { readonly factors: Float64Array; readonly price: PriceEffect } {
  const prices = weeklyPrices(item, weeks);
  const usual = usualPrice(prices);
  const last = prices.at(-1) ?? Number.NaN;
  const ofPrice = (price: number) => (usual > 0 && price > 0 ? (price / usual) ** elasticity : 1);
  const factors = Float64Array.from({ length: weeks + WEEKS_AHEAD }, (_, week) => {
    // A week is of the month of its Thursday, as ISO 8601 has it of years.
    const { month } = firstWeek.add({ days: 7 * week + 3 });
    return (months[month - 1] ?? 1) * ofPrice(week < weeks ? (prices[week] ?? Number.NaN) : last);
  });
  const change = usual > 0 && last > 0 ? last / usual - 1 : 0;
  return { factors, price: { change, effect: ofPrice(last) - 1 } };
}

export type PriceEffect = { readonly change: number; readonly effect: number };

/** The mean price of each week; where nothing was sold, that of the week before. */
export function weeklyPrices({ days, prices }: Pick<Item, 'days' | 'prices'>, weeks: number): number[] {
  const [sums, counts] = [new Float64Array(weeks), new Float64Array(weeks)];
  days.forEach((day, index) => {
    const [week, price] = [Math.floor(day / 7), prices[index] ?? 0];
    if (price <= 0 || week >= weeks) return;
    sums[week] = (sums[week] ?? 0) + price;
    counts[week] = (counts[week] ?? 0) + 1;
  });
  let last = Number.NaN;
  return Array.from(sums, (sum, week) => {
    const count = counts[week] ?? 0;
    if (count > 0) last = sum / count;
    return last;
  });
}

const USUAL_WEEKS = 52;

/** The geometric mean of the year behind. */
function usualPrice(prices: readonly number[]): number {
  const known = prices.slice(-USUAL_WEEKS).filter((price) => price > 0);
  if (known.length === 0) return Number.NaN;
  return Math.exp(known.reduce((sum, price) => sum + Math.log(price), 0) / known.length);
}
