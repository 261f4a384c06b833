import { doubtedSums, levelDoubt } from '../../../statistics/forecast/horizon/level-doubt.ts';
import { forecastGroups, scaledSums, YEAR_OF_WEEKS } from '../../../statistics/index.ts';
import { WEEKS_AHEAD } from '../forecast/forecast.ts';
import { byAnalogy, type Peer, peerOf } from './by-analogy.ts';
import type { OwnForecast } from './forecast-item.ts';
import { groupOf, type Item } from './item.ts';

/** An item with what its own past says. */
export type OwnedItem = {
  readonly item: Pick<Item, 'variantId' | 'category' | 'brand'>;
  readonly own: OwnForecast;
};

/** What the variants of a group are fitted to; '' is the shop. */
export type GroupForecast = {
  readonly group: string;
  /** Pieces of the weeks behind, new things left out. */
  readonly history: Float64Array;
  /** What each week of each of its variants is multiplied by. */
  readonly factors: Float64Array;
};

/** The same for every week of what has no group yet. */
const NO_FACTORS = new Float64Array(WEEKS_AHEAD).fill(1);
const QUARTER = 13;
/** Weeks of a variant that are not known count as those around them in its group. */
const USUAL = 26;

/**
 * What groups come to, and by what their variants are multiplied so that they add up to it. New things are no part of what their
 * group sold: it says nothing of how much they will.
 */
function fitGroups(items: readonly OwnedItem[]): readonly GroupForecast[] {
  const told = items.filter(({ own }) => own.demandClass !== 'new');
  const named = [...Map.groupBy(told, ({ item }) => groupOf(item))];
  const series = named.map(([, members]) => seriesOf(members));
  const { groups } = forecastGroups(series, YEAR_OF_WEEKS);
  return named.map(([group], index) => {
    const [sum, weeks] = [series[index]?.sum, groups[index]];
    const factors = NO_FACTORS.map((_, week) => {
      const pieces = sum?.[week] ?? 0;
      return pieces > 0 ? (weeks?.[week] ?? pieces) / pieces : 1;
    });
    return { group, history: series[index]?.history ?? new Float64Array(0), factors };
  });
}

/** Everything with which new things can be compared, by group. */
function peersOf(items: readonly OwnedItem[]): ReadonlyMap<string, readonly Peer[]> {
  const found = new Map<string, Peer[]>();
  for (const { item, own } of items) {
    const peer = peerOf(item, own);
    if (peer === undefined) continue;
    const group = groupOf(item);
    const others = found.get(group);
    if (others === undefined) found.set(group, [peer]);
    else others.push(peer);
  }
  return found;
}

/**
 * What is forecast of all items together: new ones by what is like them, all of them so that they add up to their groups and
 * the shop.
 */
export function forecastTogether(items: readonly OwnedItem[]): {
  readonly fit: Fit;
  readonly groups: readonly GroupForecast[];
  /** By what share the level of all may be off. */
  readonly doubt: number;
} {
  const groups = fitGroups(items);
  const fresh = new Set(items.flatMap(({ item, own }) => (own.demandClass === 'new' ? groupOf(item) : [])));
  const peers = peersOf(items.filter(({ item }) => fresh.has(groupOf(item))));
  const factors = new Map(groups.map((group) => [group.group, group.factors]));
  const doubt = levelDoubt(items.flatMap(({ own }) => own.foretold));
  return { fit: fitBy({ peers, factors, doubt }), groups, doubt };
}

/** What an item is forecast to be among all others. One by one, as that of all is more than fits into memory. */
export type Fit = (item: OwnedItem) => OwnForecast;

/** Fits items as their groups are: new ones by their peers. */
export function fitBy(all: {
  readonly peers: ReadonlyMap<string, readonly Peer[]>;
  readonly factors: ReadonlyMap<string, Float64Array>;
  readonly doubt: number;
}): Fit {
  return ({ item, own }) => {
    const group = groupOf(item);
    const told = own.demandClass === 'new' ? byAnalogy(own, item, all.peers.get(group) ?? []) : own;
    return fitted(told, all.factors.get(group), all.doubt);
  };
}

/**
 * A forecast as its group's factors have it, in ten-thousandths of a piece, so that sums of many are exact; as wide as forecasts of
 * all turned out to have to be. What is new is told by others, whose spread is wider than that.
 */
function fitted(own: OwnForecast, factors: Float64Array | undefined, doubt: number): OwnForecast {
  const isFitted = own.demandClass !== 'new' && factors !== undefined;
  const weeks = own.weeks.map((pieces, week) => rounded(pieces * (isFitted ? (factors[week] ?? 1) : 1)));
  const [before, after] = [quarterOf(own.weeks), quarterOf(weeks)];
  const effect = isFitted && before > 0 ? after / before - 1 : 0;
  const variances = scaledSums(own.variances, own.weeks, weeks);
  return {
    ...{ ...own, weeks, variances: isFitted ? doubtedSums(variances, weeks, doubt) : variances },
    reasons: [...own.reasons, { kind: 'category', effect }],
  };
}

const PARTS_OF_A_PIECE = 10_000;

function rounded(pieces: number): number {
  return Math.round(pieces * PARTS_OF_A_PIECE) / PARTS_OF_A_PIECE;
}

function seriesOf(members: readonly OwnedItem[]) {
  const length = members.reduce((most, { own }) => Math.max(most, own.history.length), 0);
  const [history, sum] = [new Float64Array(length), new Float64Array(WEEKS_AHEAD)];
  for (const { own } of members) {
    for (let week = 0; week < length; week += 1) {
      const pieces = own.history[week] ?? 0;
      history[week] = (history[week] ?? 0) + (Number.isNaN(pieces) ? usualAt(own.history, week) : pieces);
    }
    for (let week = 0; week < WEEKS_AHEAD; week += 1) sum[week] = (sum[week] ?? 0) + (own.weeks[week] ?? 0);
  }
  return { history, sum };
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

function quarterOf(weeks: Float64Array): number {
  return weeks.subarray(0, QUARTER).reduce((sum, pieces) => sum + pieces, 0);
}
