import { doubtedSums } from '../../../statistics/forecast/horizon/level-doubt.ts';
import { scaledSums } from '../../../statistics/forecast/reconcile/group-forecast.ts';
import { byAnalogy, type Peer, peerOf } from './by-analogy.ts';
import type { OwnWeeks } from './forecast-item.ts';
import { fitTogether, gather, type OwnedItem, type Together } from './gathered.ts';
import { groupOf } from './item.ts';

const QUARTER = 13;

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
export function forecastTogether(items: readonly OwnedItem[]): Together & { readonly fit: Fit } {
  const gathered = gather(items);
  const together = fitTogether(gathered);
  const peers = peersOf(items.filter(({ item }) => gathered.fresh.has(groupOf(item))));
  return { ...together, fit: fitBy({ peers, factors: factorsOf(together), doubt: together.doubt }) };
}

/** By group, by what its variants are multiplied in each week. */
export function factorsOf({ groups }: Pick<Together, 'groups'>): ReadonlyMap<string, Float64Array> {
  return new Map(groups.map(({ group, factors }) => [group, factors]));
}

/** What an item is forecast to be among all others. One by one, as that of all is more than fits into memory. */
export type Fit = <Own extends OwnWeeks>(item: OwnedItem<Own>) => Own;

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
function fitted<Own extends OwnWeeks>(own: Own, factors: Float64Array | undefined, doubt: number): Own {
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

function quarterOf(weeks: Float64Array): number {
  return weeks.subarray(0, QUARTER).reduce((sum, pieces) => sum + pieces, 0);
}
