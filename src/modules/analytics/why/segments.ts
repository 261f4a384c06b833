import { segmentChanges } from '../../../statistics/index.ts';
import { exactParts } from './exact-parts.ts';

/** What a segment came to in a period: visits, orders or pieces, and what is explained. */
export type SegmentSums = { readonly volume: bigint; readonly amount: bigint };

export type SegmentPair = {
  /** What it is of, by dimensions; of the rest of many nothing. */
  readonly of: Readonly<Record<string, string>>;
  readonly before: SegmentSums;
  readonly after: SegmentSums;
};

export type SegmentExplained = {
  readonly of: Readonly<Record<string, string>>;
  readonly before: bigint;
  readonly after: bigint;
  /** After − before = volume + mix + rate, to the smallest unit. */
  readonly change: bigint;
  /** What it made that there was more or less of everything. */
  readonly volume: bigint;
  /** What it made that the segment's share of everything rose or fell. */
  readonly mix: bigint;
  /** What it made that the segment was worth more or less for each visit, order or piece. */
  readonly rate: bigint;
};

const NOTHING: SegmentSums = { volume: 0n, amount: 0n };
/** Segments that are told apart; the others are one. */
export const MOST_SEGMENTS = 25;

/**
 * What each segment made of a change, the largest first, and how: by `segmentChanges`, with the mix that is the segment's
 * own, so that rows add up as well as columns. Beyond 25 segments the rest is one, which stands for no value.
 */
export function explainSegments(pairs: readonly SegmentPair[]): readonly SegmentExplained[] {
  const changes = segmentChanges(
    pairs.map(({ before, after }, name) => ({ name, before: numbersOf(before), after: numbersOf(after) })),
  );
  const explained = pairs.map(({ of, before, after }, index) => {
    const change = after.amount - before.amount;
    const { volume = 0, level = 0 } = changes[index] ?? {};
    const parts = exactParts([volume, Number(change) - volume - level, level], change);
    const [ofVolume = 0n, mix = 0n, rate = 0n] = parts;
    return { of, before: before.amount, after: after.amount, change, volume: ofVolume, mix, rate };
  });
  const sorted = explained.toSorted((a, b) => compare(size(b.change), size(a.change)) || textOf(a, b));
  if (sorted.length <= MOST_SEGMENTS) return sorted;
  return [...sorted.slice(0, MOST_SEGMENTS), sorted.slice(MOST_SEGMENTS).reduce(added)];
}

/** The segments of both periods; what the totals have beyond those that were told is a segment of no value. */
export function pairSegments(
  before: ReadonlyMap<string, { readonly of: SegmentPair['of'] } & SegmentSums>,
  after: ReadonlyMap<string, { readonly of: SegmentPair['of'] } & SegmentSums>,
  totals: { readonly before: SegmentSums; readonly after: SegmentSums },
): SegmentPair[] {
  const pairs = [...new Set([...after.keys(), ...before.keys()])].map((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    return { of: (is ?? was)?.of ?? {}, before: was ?? NOTHING, after: is ?? NOTHING };
  });
  const rest = {
    of: {},
    before: restOf(totals.before, [...before.values()]),
    after: restOf(totals.after, [...after.values()]),
  };
  const isNothing = [rest.before, rest.after].every(({ volume, amount }) => volume === 0n && amount === 0n);
  return isNothing ? pairs : [...pairs, rest];
}

function restOf(total: SegmentSums, told: readonly SegmentSums[]): SegmentSums {
  const volume = told.reduce((left, one) => left - one.volume, total.volume);
  const amount = told.reduce((left, one) => left - one.amount, total.amount);
  // Where it is counted in several segments, there is less of it than they have.
  return { volume: volume > 0n ? volume : 0n, amount };
}

function added(a: SegmentExplained, b: SegmentExplained): SegmentExplained {
  return {
    of: {},
    before: a.before + b.before,
    after: a.after + b.after,
    change: a.change + b.change,
    volume: a.volume + b.volume,
    mix: a.mix + b.mix,
    rate: a.rate + b.rate,
  };
}

function numbersOf({ volume, amount }: SegmentSums) {
  return { volume: Number(volume), value: Number(amount) };
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function textOf(a: SegmentExplained, b: SegmentExplained): number {
  return JSON.stringify(a.of) < JSON.stringify(b.of) ? -1 : 1;
}
