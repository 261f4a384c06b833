import { classifyDemand, type DemandPattern } from '../../../statistics/forecast/demand/classify-demand.ts';
import { type ItemForecast, nothingWanted } from '../../../statistics/forecast/demand/item-forecast.ts';
import type { VariantId } from '../../catalog/index.ts';
import { type DemandClass, WEEKS_AHEAD } from '../forecast/forecast.ts';
import type { Reason } from '../forecast/reason.ts';
import type { TestedMethod } from '../forecast/tested-method.ts';
import { type Effects, effectsOf, type GroupEffects, type PriceEffect, weekFactors } from './effects.ts';
import type { Item, Past } from './item.ts';
import { methodOf, USUAL } from './methods.ts';
import { reasonsOf } from './reasons-of.ts';
import { forecastOf, testMethods } from './test-methods.ts';
import { weeklyDemand } from './weekly-demand.ts';

/** A forecast by an item's own past, before it is fitted to its category and the shop. */
export type OwnForecast = {
  readonly variantId: VariantId;
  readonly demandClass: DemandClass;
  readonly method: string;
  readonly weeks: Float64Array;
  /** Of the sums of the first so many weeks. */
  readonly variances: Float64Array;
  readonly weekdays: readonly number[];
  /** Pieces of the weeks behind; NaN where not known. */
  readonly history: Float64Array;
  readonly reasons: readonly Reason[];
  readonly tested: readonly TestedMethod[];
  readonly daysOut: number;
  /** What it cost last; 0 where that is not known. */
  readonly price: number;
};

/** Weeks that are known: below, a variant is new. */
export const NEW_WEEKS = 13;
const DEAD_WEEKS = 26;

/** What will be wanted of an item, by its own past and what its group has in common. */
export function forecastItem(item: Item, effects: Effects, past: Past): OwnForecast {
  const group = effectsOf(effects, item);
  const { values, daysOut } = weeklyDemand(item, group.weekdays, past.weeks);
  const { factors, price } = weekFactors(item, group, { firstWeek: past.from, weeks: past.weeks });
  const { pattern } = classifyDemand(values, DEAD_WEEKS);
  const known = values.filter((value) => !Number.isNaN(value)).length;
  const demandClass = classOf(pattern, known);
  const tested = isForecast(demandClass) ? testMethods({ values, factors }) : [];
  const method = isForecast(demandClass)
    ? (tested.find(({ isChosen }) => isChosen)?.method ?? USUAL)
    : 'none';
  const forecast = isForecast(demandClass)
    ? (forecastOf(methodOf(method), values, factors, WEEKS_AHEAD) ?? nothingWanted(WEEKS_AHEAD))
    : nothingWanted(WEEKS_AHEAD);
  return {
    ...{ variantId: item.variantId, demandClass, method, weekdays: group.weekdays, history: values },
    ...{ weeks: forecast.means, variances: forecast.variances.sums, tested, daysOut },
    reasons: isForecast(demandClass) ? why({ forecast, group, price, values, factors, daysOut, past }) : [],
    price: item.prices.findLast((paid) => paid > 0) ?? 0,
  };
}

function classOf(pattern: DemandPattern, known: number): DemandClass {
  if (pattern === 'none') return known >= DEAD_WEEKS ? 'never_sold' : 'new';
  if (known < NEW_WEEKS) return 'new';
  return pattern;
}

function isForecast(demandClass: DemandClass): boolean {
  return demandClass !== 'new' && demandClass !== 'dead' && demandClass !== 'never_sold';
}

type Learnt = {
  readonly forecast: ItemForecast;
  readonly group: GroupEffects;
  readonly price: PriceEffect;
  readonly values: Float64Array;
  readonly factors: Float64Array;
  readonly daysOut: number;
  readonly past: Past;
};

function why({ forecast, group, price, values, factors, daysOut, past }: Learnt): Reason[] {
  const firstDay = past.from.add({ days: 7 * past.weeks });
  const plain = (week: number, pieces: number) => pieces / (factors[week] ?? 1);
  const behind = values.map((pieces, week) => plain(week, pieces));
  const ahead = forecast.means.map((pieces, step) => plain(past.weeks + step, pieces));
  return reasonsOf({
    firstDay,
    months: group.months,
    weekdays: group.weekdays,
    price,
    behind,
    ahead,
    daysOut,
  });
}
