import { type Foretold, levelDoubt } from '../../../statistics/forecast/horizon/level-doubt.ts';
import { forecastGroups } from '../../../statistics/forecast/reconcile/group-forecast.ts';
import { YEAR_OF_WEEKS } from '../../../statistics/forecast/season/fit-season.ts';
import { WEEKS_AHEAD } from '../forecast/forecast.ts';
import type { OwnForecast } from './forecast-item.ts';
import { groupOf, type Item } from './item.ts';

/** An item with what its own past says. */
export type OwnedItem<Own = OwnForecast> = {
  readonly item: Pick<Item, 'variantId' | 'category' | 'brand' | 'attributes'>;
  readonly own: Own;
};

/** What is remembered of items until their groups can be fitted, however many they are: sums, which threads can hand over. */
export type Gathered = {
  readonly groups: Map<string, GroupSums>;
  /** Lists of four figures a case: mean, variance, what came, weight. */
  readonly foretold: Float64Array[];
  /** Groups that have something new. */
  readonly fresh: Set<string>;
};

type GroupSums = { readonly history: Float64Array; readonly sum: Float64Array };

/** What the variants of a group are fitted to; '' is the shop. */
export type GroupForecast = {
  readonly group: string;
  /** Pieces of the weeks behind, new things left out. */
  readonly history: Float64Array;
  /** What each week of each of its variants is multiplied by. */
  readonly factors: Float64Array;
};

/** What all items taught together. */
export type Together = {
  readonly groups: readonly GroupForecast[];
  /** By what share the level of all may be off. */
  readonly doubt: number;
};

/** The same for every week of what has no group yet. */
const NO_FACTORS = new Float64Array(WEEKS_AHEAD).fill(1);
/** Weeks of a variant that are not known count as those around them in its group. */
const USUAL = 26;
const FIGURES = 4;

/** New things are no part of what their group sold: it says nothing of how much they will. */
export function gather(items: readonly OwnedItem[]): Gathered {
  const groups = new Map<string, GroupSums>();
  const fresh = new Set<string>();
  const foretold: number[] = [];
  for (const { item, own } of items) {
    const group = groupOf(item);
    for (const { mean, variance, actual, weight } of own.foretold)
      foretold.push(mean, variance, actual, weight);
    if (own.demandClass === 'new') fresh.add(group);
    else addTo(groups, group, { history: withUsual(own.history), sum: own.weeks });
  }
  return { groups, foretold: [Float64Array.from(foretold)], fresh };
}

/** Adds what was gathered of others. */
export function addGathered(all: Gathered, more: Gathered): void {
  for (const [group, sums] of more.groups) addTo(all.groups, group, sums);
  for (const group of more.fresh) all.fresh.add(group);
  all.foretold.push(...more.foretold);
}

/** What groups come to, and by what their variants are multiplied so that they add up to it. */
export function fitTogether({ groups, foretold }: Gathered): Together {
  const named = [...groups];
  const fitted = forecastGroups(
    named.map(([, sums]) => sums),
    YEAR_OF_WEEKS,
  );
  return {
    groups: named.map(([group, { history, sum }], index) => {
      const weeks = fitted.groups[index];
      const factors = NO_FACTORS.map((_, week) => {
        const pieces = sum[week] ?? 0;
        return pieces > 0 ? (weeks?.[week] ?? pieces) / pieces : 1;
      });
      return { group, history, factors };
    }),
    doubt: levelDoubt(foretold.flatMap(casesOf)),
  };
}

function casesOf(foretold: Float64Array): Foretold[] {
  return Array.from({ length: foretold.length / FIGURES }, (_, index) => {
    const [mean = 0, variance = 0, actual = 0, weight = 0] = foretold.subarray(
      FIGURES * index,
      FIGURES * (index + 1),
    );
    return { mean, variance, actual, weight };
  });
}

function addTo(groups: Map<string, GroupSums>, group: string, { history, sum }: GroupSums): void {
  const sums = groups.get(group);
  if (sums === undefined) {
    groups.set(group, { history: history.slice(), sum: sum.slice() });
    return;
  }
  for (let week = 0; week < history.length; week += 1)
    sums.history[week] = (sums.history[week] ?? 0) + (history[week] ?? 0);
  for (let week = 0; week < sum.length; week += 1) sums.sum[week] = (sums.sum[week] ?? 0) + (sum[week] ?? 0);
}

function withUsual(history: Float64Array): Float64Array {
  return history.map((pieces, week) => (Number.isNaN(pieces) ? usualAt(history, week) : pieces));
}

/** The mean of the known weeks just before one; before the first that is known there was nothing. */
function usualAt(history: Float64Array, week: number): number {
  let [sum, known] = [0, 0];
  for (let before = Math.max(0, week - USUAL); before < week; before += 1) {
    const pieces = history[before] ?? Number.NaN;
    if (Number.isNaN(pieces)) continue;
    sum += pieces;
    known += 1;
  }
  return sum / Math.max(1, known);
}
