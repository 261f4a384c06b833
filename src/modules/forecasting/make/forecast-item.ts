import { classifyDemand, type DemandPattern } from '../../../statistics/forecast/demand/classify-demand.ts';
import { nothingWanted } from '../../../statistics/forecast/demand/item-forecast.ts';
import type { Foretold } from '../../../statistics/forecast/horizon/level-doubt.ts';
import type { VariantId } from '../../catalog/index.ts';
import { type DemandClass, WEEKS_AHEAD } from '../forecast/forecast.ts';
import type { PromotedSpan } from '../forecast/promoted.ts';
import type { Reason } from '../forecast/reason.ts';
import type { TestedMethod } from '../forecast/tested-method.ts';
import type { Calendar } from './calendar.ts';
import { calendarFactors, type Effects, effectsOf, type GroupEffects, weekFactors } from './effects.ts';
import { groupOf, type LearntItem, type Past } from './item.ts';
import { fitMethod, isTold, METHODS, type MethodId, USUAL } from './methods.ts';
import { type MadePart, ownParts } from './own-parts.ts';
import { reasonsOf } from './reasons-of.ts';
import { forecastOf, testMethods, withoutFactors } from './test-methods.ts';
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
  /** Days ahead on which promotions make more of it. */
  readonly promoted: readonly PromotedSpan[];
  /** Pieces of the weeks behind; NaN where not known. */
  readonly history: Float64Array;
  readonly reasons: readonly Reason[];
  readonly tested: readonly TestedMethod[];
  readonly foretold: readonly Foretold[];
  readonly parts: readonly MadePart[];
  readonly daysOut: number;
  /** What it cost last; 0 where that is not known. */
  readonly price: number;
};

/** What of an own forecast is looked at when it is fitted to its group. */
export type OwnWeeks = Pick<
  OwnForecast,
  'demandClass' | 'method' | 'weeks' | 'variances' | 'history' | 'reasons' | 'price'
>;

/** Weeks that are known: below, a variant is new. */
export const NEW_WEEKS = 13;
const DEAD_WEEKS = 26;

/** What is known of all items: their past, and what weeks and groups have in common. */
export type Common = { readonly past: Past; readonly calendar: Calendar; readonly effects: Effects };

/** Forecasts items one after the other; what the items of a group share is worked out once. */
export function itemForecaster({ past, calendar, effects }: Common): (item: LearntItem) => OwnForecast {
  const factorsOf = new Map<string, Float64Array>();
  return (item) => {
    const [group, effect] = [groupOf(item), effectsOf(effects, item)];
    const known = factorsOf.get(group) ?? calendarFactors(effect, calendar);
    factorsOf.set(group, known);
    return forecastItem(item, { past, calendar, effect, factors: known });
  };
}

type About = {
  readonly past: Past;
  readonly calendar: Calendar;
  readonly effect: GroupEffects;
  /** The calendar's. */
  readonly factors: Float64Array;
};

/** What will be wanted of an item, by its own past and what its group has in common. */
function forecastItem(item: LearntItem, about: About): OwnForecast {
  const { past, effect } = about;
  const { weekdays } = effect;
  const { values, daysOut } = weeklyDemand(item, weekdays, past.weeks);
  const { pattern } = classifyDemand(values, DEAD_WEEKS);
  const known = values.reduce((count, value) => count + Number(!Number.isNaN(value)), 0);
  const demandClass = classOf(pattern, known);
  const price = lastPrice(item);
  const own = { variantId: item.variantId, demandClass, weekdays, history: values, daysOut, price };
  if (!isForecast(demandClass)) {
    const { means, variances } = nothingWanted(WEEKS_AHEAD);
    const nothing = {
      weeks: means,
      variances: variances.sums,
      reasons: [],
      tested: [],
      foretold: [],
      parts: [],
      promoted: [],
    };
    return { ...own, method: 'none', ...nothing };
  }
  const told = weekFactors(item, effect, { calendar: about.factors, weeks: past.weeks });
  const { factors } = told;
  const { tested, foretold } = testMethods({ values, factors });
  const method = chosenOf(tested);
  const plain = withoutFactors(values, factors);
  const series = { values: isTold(method) ? plain : values, factors };
  const asked = { isTold: isTold(method), horizon: WEEKS_AHEAD };
  const forecast = forecastOf(fitMethod(method), series, asked) ?? nothingWanted(WEEKS_AHEAD);
  const ahead = forecast.means.map((pieces, step) => pieces / (factors[past.weeks + step] ?? 1));
  const reasons = reasonsOf({ ...about, ...told, weekdays, behind: plain, ahead, daysOut });
  return {
    ...{ ...own, method, weeks: forecast.means, variances: forecast.variances.sums },
    ...{ reasons, tested, foretold, parts: ownParts(item, factors) },
    promoted: told.promotions.flatMap(({ name: _, ...span }) => (span.times === 1 ? [] : [span])),
  };
}

function lastPrice({ prices }: Pick<LearntItem, 'prices'>): number {
  let last = prices.length - 1;
  while (last >= 0 && !((prices[last] ?? 0) > 0)) last -= 1;
  return prices[last] ?? 0;
}

function chosenOf(tested: readonly TestedMethod[]): MethodId {
  const chosen = tested.find(({ isChosen }) => isChosen)?.method;
  return METHODS.find((method) => method === chosen) ?? USUAL;
}

function classOf(pattern: DemandPattern, known: number): DemandClass {
  if (pattern === 'none') return known >= DEAD_WEEKS ? 'never_sold' : 'new';
  if (known < NEW_WEEKS) return 'new';
  return pattern;
}

function isForecast(demandClass: DemandClass): boolean {
  return demandClass !== 'new' && demandClass !== 'dead' && demandClass !== 'never_sold';
}
