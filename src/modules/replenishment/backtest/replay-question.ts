import {
  certainLeadTime,
  type LeadTimes,
  leadTimeQuantile,
  quotedLeadTime,
  type ReplayQuestion,
} from '../../../statistics/index.ts';
import { lossOf } from '../policy/aim.ts';
import type { BacktestInput, ReplayedItem } from './backtest.ts';
import { knownFrom, usualDay } from './usual-day.ts';

const [NEAR_DAYS, MONTH] = [28, 30];

/** What is replayed of an item, whatever the policy: what was wanted, how long orders take, and what there is to begin with. */
export function replayQuestion(
  item: ReplayedItem,
  index: number,
  { before, length, policy, seed }: Omit<BacktestInput, 'items'>,
): Omit<ReplayQuestion, 'policy'> {
  const known = knownFrom(item.days, before);
  const demand = filled(item.days, before, length).map((of, day) => (before + day < known ? 0 : of));
  const leadTimes = leadTimesOf(item);
  const leads = demand.map((_, day) => leadTimeQuantile(leadTimes, chanceOf(seed, index, day)));
  return {
    ...({
      demand,
      unmet: 'lost',
      start: begunAsItWas(item, before) ?? begunAsUsual(item, { known, before }),
    } as const),
    leadTimeOf: (day: number) => leads[day] ?? 0,
    costs: {
      ...{ unitCost: item.unitCost, perOrder: Number(policy.orderCostMinor) },
      ...{ holdingShare: policy.holdingRate, lostMargin: lossOf(item, policy) },
    },
  };
}

/** As learned of the supplier's receipts; of two moments where no supplier is known. */
export function leadTimesOf({ lead: { meanDays, sdDays, distribution } }: ReplayedItem): LeadTimes {
  if (distribution !== undefined) return distribution;
  return meanDays < 1 ? certainLeadTime(Math.round(meanDays)) : quotedLeadTime(meanDays, sdDays / meanDays);
}

/** The days of the span, those without stock at the mean of what days near them wanted. */
export function filled(days: readonly number[], before: number, length: number): number[] {
  return Array.from({ length }, (_, day) => {
    const at = before + day;
    const of = days[at] ?? 0;
    if (!Number.isNaN(of)) return of;
    const near = days
      .slice(Math.max(at - NEAR_DAYS, 0), at + NEAR_DAYS + 1)
      .filter((one) => !Number.isNaN(one));
    return near.length === 0 ? 0 : near.reduce((total, one) => total + one, 0) / near.length;
  });
}

/**
 * What there was on the first morning, and what came sooner than an order of that morning could have: it had been ordered before,
 * and would have come under any policy. What came is what the stock grew by, and what was sold beside.
 */
function begunAsItWas(
  { actual, days, lead }: ReplayedItem,
  before: number,
): ReplayQuestion['start'] | undefined {
  const first = actual?.[0];
  if (actual === undefined || first === undefined) return undefined;
  const soldOn = (day: number) => {
    const of = days[before + day] ?? 0;
    return Number.isNaN(of) ? 0 : of;
  };
  const evenings = actual.slice(0, Math.max(1, Math.round(lead.meanDays)));
  const arriving = evenings.flatMap((onHand, day) => {
    const quantity = day === 0 ? 0 : onHand - (evenings[day - 1] ?? 0) + soldOn(day);
    return quantity > 0 ? [{ day, quantity }] : [];
  });
  return { onHand: first + soldOn(0), arriving };
}

/**
 * With what was wanted before in lead time, review and a month: nobody begins with nothing. What is new comes on the day on which it is
 * replayed from: until then no policy keeps any of it.
 */
function begunAsUsual(
  item: ReplayedItem,
  { known, before }: { readonly known: number; readonly before: number },
): ReplayQuestion['start'] {
  const quantity = Math.ceil(usualDay(item.days, known) * (item.lead.meanDays + item.reviewDays + MONTH));
  return known > before ? { onHand: 0, arriving: [{ day: known - before, quantity }] } : { onHand: quantity };
}

/** Evenly spread in (0, 1), the same for the same three numbers (a mixing of bits as in SplitMix32). */
function chanceOf(seed: number, item: number, day: number): number {
  let bits = (seed ^ Math.imul(item + 1, 0x9e3779b9) ^ Math.imul(day + 1, 0x85ebca6b)) >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
}
