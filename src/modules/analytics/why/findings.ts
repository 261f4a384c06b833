import { proportionDifference, wilsonInterval } from '../../../statistics/index.ts';
import { amountOf, type Explained, type FactorChange, type PeriodSums } from './factors.ts';
import type { SegmentExplained } from './segments.ts';

export type Breakdown = {
  readonly dimension: string;
  /** What its volume counts. */
  readonly volume: 'sessions' | 'orders' | 'units';
  readonly segments: readonly SegmentExplained[];
};

/** A sentence to be said about a change, in any language: what it is about and its numbers. */
export type Finding =
  | { readonly kind: 'change'; readonly before: bigint; readonly after: bigint; readonly change: bigint }
  | ({ readonly kind: 'factor' | 'also' | 'against' } & FactorChange)
  | ({ readonly kind: 'segment'; readonly dimension: string } & Pick<SegmentExplained, 'of' | 'change'>)
  | { readonly kind: 'spread' }
  | { readonly kind: 'chance_of_orders'; readonly before: bigint; readonly after: bigint }
  | { readonly kind: 'chance_of_conversion'; readonly low: number; readonly high: number }
  | { readonly kind: 'tracking'; readonly before: number; readonly after: number };

type Told = {
  readonly of: Explained;
  readonly before: PeriodSums;
  readonly after: PeriodSums;
  /** Days of the two spans. */
  readonly days: { readonly before: number; readonly after: number };
  readonly factors: readonly FactorChange[];
  readonly breakdowns: readonly Breakdown[];
};

const CONFIDENCE = 0.95;
const MOST = 5;
/** What is worth a sentence, of the sum of all factors' parts or of the change. */
const NOTEWORTHY = 0.2;
/** How much the share of orders with a known visit may move before conversions cannot be compared. */
const TRACKING_MOVED = 0.1;

/**
 * What to say about a change, the most important first, two to five sentences: how much, which factor made most of it,
 * which goes along or against it, in which segment it is, whether it may be chance, and whether visits were followed alike.
 */
export function findingsOf(told: Told): readonly Finding[] {
  const { of, before, after, factors } = told;
  const [was, is] = [amountOf(of, before), amountOf(of, after)];
  const change = is - was;
  const total: Finding = { kind: 'change', before: was, after: is, change };
  const doubts = [...trackingOf(told), ...chanceOf(told)];
  const [first, ...others] = factors.toSorted((a, b) => sizeOf(b.change) - sizeOf(a.change));
  if (change === 0n || first === undefined || first.change === 0n) return [total, ...doubts].slice(0, MOST);
  const all = factors.reduce((sum, factor) => sum + sizeOf(factor.change), 0);
  const next = others.filter((one) => sizeOf(one.change) >= NOTEWORTHY * all).slice(0, 1);
  const said: Finding[] = [
    total,
    { kind: 'factor', ...first },
    ...next.map((one): Finding => {
      return { kind: one.change > 0n === first.change > 0n ? 'also' : 'against', ...one };
    }),
    ...segmentOf(told, change),
    ...doubts,
  ];
  return said.slice(0, MOST);
}

/**
 * The segment that changed most beyond what all did: its change less its share, before, of the whole change. A segment
 * that is half of everything and made half of the change is no news.
 */
function segmentOf({ breakdowns }: Told, change: bigint): Finding[] {
  const found = breakdowns.flatMap(({ dimension, segments }) => {
    const all = segments.reduce((sum, { before }) => sum + Number(before), 0);
    return segments
      .filter(({ of }) => Object.keys(of).length > 0)
      .map(({ of, before, change: own }) => {
        const share = all > 0 ? Number(before) / all : 0;
        return { dimension, of, change: own, beyond: Number(own) / Number(change) - share };
      });
  });
  const [first] = found.toSorted((a, b) => b.beyond - a.beyond);
  if (first === undefined) return [];
  if (first.beyond < NOTEWORTHY) return [{ kind: 'spread' }];
  const { beyond: _, ...segment } = first;
  return [{ kind: 'segment', ...segment }];
}

/** Whether chance alone makes such a difference of orders, or of conversion: then it has to be said. */
function chanceOf({ of, before, after, days, factors }: Told): Finding[] {
  const orders = Number(before.orders + after.orders);
  if (orders === 0) return [];
  // Of two Poisson counts, the second is binomial of their sum: by as many days as it had (Przyborowski and Wilenski 1940).
  const share = wilsonInterval(Number(after.orders), orders, CONFIDENCE);
  const even = days.after / (days.before + days.after);
  if (of === 'orders' && share.low <= even && even <= share.high) {
    return [{ kind: 'chance_of_orders', before: before.orders, after: after.orders }];
  }
  const conversion = factors.find(({ factor }) => factor === 'conversion');
  const all = factors.reduce((sum, factor) => sum + sizeOf(factor.change), 0);
  if (conversion === undefined || conversion.change === 0n) return [];
  if (sizeOf(conversion.change) < NOTEWORTHY * all) return [];
  const { low, high } = proportionDifference(proportionOf(before), proportionOf(after), CONFIDENCE);
  return low <= 0 && high >= 0 ? [{ kind: 'chance_of_conversion', low, high }] : [];
}

function proportionOf({ sessions, trackedOrders }: PeriodSums) {
  const trials = Number(sessions);
  // More than one order in a visit: as good as all visits bought.
  return { successes: Math.min(Number(trackedOrders), trials), trials };
}

function trackingOf({ before, after }: Told): Finding[] {
  const [was, is] = [before, after].map(({ orders, trackedOrders }) => {
    return orders > 0n ? Number(trackedOrders) / Number(orders) : undefined;
  });
  if (was === undefined || is === undefined || Math.abs(is - was) < TRACKING_MOVED) return [];
  return [{ kind: 'tracking', before: was, after: is }];
}

function sizeOf(amount: bigint): number {
  return Math.abs(Number(amount));
}
