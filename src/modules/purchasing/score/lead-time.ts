import {
  type LeadTimes,
  leadTimeMoments,
  learnLeadTimes,
  quotedLeadTime,
} from '../../../statistics/index.ts';

/** How long it takes from order to goods, in days on which the supplier is open. */
export type LeadTime = {
  readonly meanDays: number;
  readonly sdDays: number;
  /** Each length with its probability, as learned: what often comes at once or very late is not one bell. */
  readonly distribution: LeadTimes;
  /** Of how many receipts it was learned. */
  readonly receipts: number;
  /** It is what the supplier says: nothing came from them yet. */
  readonly isAssumed: boolean;
};

/** A delivery: how many open days it took, or, of one that is still to come, how many it has taken so far. */
export type Delivery = { readonly days: number; readonly isOpen: boolean };

/** What the supplier says is believed as much as so many deliveries. */
const PRIOR_WEIGHT = 3;

/**
 * The lead time of a supplier, from what they say and what came (`learnLeadTimes`): their word counts as three deliveries,
 * and orders that are still to come count where they may yet come, so that what is late makes it longer.
 *
 * @example
 * // Stated 10 days, nothing came: 10 and 3, assumed. Came after 14, 15 and 16: (3 · 10 + 45) / 6 = 12.5 days.
 */
export function learnLeadTime(statedDays: number, deliveries: readonly Delivery[]): LeadTime {
  const daysOf = (isOpen: boolean) =>
    deliveries.filter((one) => one.isOpen === isOpen).map(({ days }) => days);
  const received = daysOf(false);
  const prior = { leadTimes: quotedLeadTime(statedDays), weight: PRIOR_WEIGHT };
  const distribution = learnLeadTimes({ received, open: daysOf(true) }, prior);
  const { mean, variance } = leadTimeMoments(distribution);
  const meanDays = received.length === 0 && deliveries.length === 0 ? statedDays : mean;
  return {
    meanDays,
    sdDays: Math.sqrt(variance),
    distribution,
    receipts: received.length,
    isAssumed: received.length === 0,
  };
}
