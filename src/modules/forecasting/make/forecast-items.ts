import { WEEKS_AHEAD } from '../forecast/forecast.ts';
import { byAnalogy, peersOf } from './by-analogy.ts';
import type { OwnForecast } from './forecast-item.ts';
import { groupOf, type Item } from './item.ts';
import { fitted, type GroupForecast, type GroupSeries, reconcile } from './reconcile.ts';

/** An item with what its own past says. */
export type OwnedItem = {
  readonly item: Pick<Item, 'variantId' | 'category' | 'brand'>;
  readonly own: OwnForecast;
};

export type FittedForecast = OwnForecast & {
  /** By its own past alone. */
  readonly ownWeeks: Float64Array;
};

/**
 * What is forecast of all items together: new ones by what is like them, all of them so that they add up to their groups
 * and the shop.
 */
export function forecastTogether(items: readonly OwnedItem[]): {
  readonly forecasts: readonly FittedForecast[];
  readonly groups: readonly GroupForecast[];
  readonly shop: GroupForecast;
} {
  const peers = Map.groupBy(peersOf(items), groupOf);
  const owned = items.map(({ item, own }) => ({
    item,
    own: own.demandClass === 'new' ? byAnalogy(own, item, peers.get(groupOf(item)) ?? []) : own,
  }));
  // New things are no part of what their group sold: it says nothing of how much they will.
  const { groups, shop } = reconcile([...seriesOf(owned.filter(({ own }) => own.demandClass !== 'new'))]);
  const factors = new Map(groups.map((group) => [group.group, group.factors]));
  const forecasts = owned.map(({ item, own }) => {
    const told = own.demandClass === 'new' ? own : fitted(own, factors.get(groupOf(item)) ?? ONE);
    const [before, after] = [quarterOf(own.weeks), quarterOf(told.weeks)];
    const effect = before > 0 ? after / before - 1 : 0;
    const reasons = [...own.reasons, { kind: 'category', effect } as const];
    return { ...own, ...told, ownWeeks: own.weeks, reasons };
  });
  const fresh = owned.filter(({ own }) => own.demandClass === 'new');
  const withNew = (group: GroupForecast, members: readonly OwnedItem[]) => ({
    ...group,
    weeks: group.weeks.map((pieces, week) =>
      members.reduce((sum, { own }) => sum + (own.weeks[week] ?? 0), pieces),
    ),
  });
  return {
    forecasts,
    groups: groups.map((group) =>
      withNew(
        group,
        fresh.filter(({ item }) => groupOf(item) === group.group),
      ),
    ),
    shop: withNew(shop, fresh),
  };
}

const ONE = new Float64Array(WEEKS_AHEAD).fill(1);
const QUARTER = 13;
/** Weeks of a variant that are not known count as those around them in its group. */
const USUAL = 26;

function* seriesOf(items: readonly OwnedItem[]): Generator<GroupSeries> {
  for (const [group, members] of Map.groupBy(items, ({ item }) => groupOf(item))) {
    const length = Math.max(0, ...members.map(({ own }) => own.history.length));
    const [history, sum] = [new Float64Array(length), new Float64Array(WEEKS_AHEAD)];
    for (const { own } of members) {
      const usual = usualOf(own.history);
      for (let week = 0; week < length; week += 1) {
        const pieces = own.history[week] ?? 0;
        history[week] = (history[week] ?? 0) + (Number.isNaN(pieces) ? usual(week) : pieces);
      }
      for (let week = 0; week < WEEKS_AHEAD; week += 1) sum[week] = (sum[week] ?? 0) + (own.weeks[week] ?? 0);
    }
    yield { group, history, sum };
  }
}

/** The mean of the known weeks just before one; before the first that is known there was nothing. */
function usualOf(history: Float64Array): (week: number) => number {
  return (week) => {
    const known = history.subarray(Math.max(0, week - USUAL), week).filter((pieces) => !Number.isNaN(pieces));
    return known.reduce((sum, pieces) => sum + pieces, 0) / Math.max(1, known.length);
  };
}

function quarterOf(weeks: Float64Array): number {
  return weeks.subarray(0, QUARTER).reduce((sum, pieces) => sum + pieces, 0);
}
