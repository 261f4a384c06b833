import { at } from '../../series.ts';
import { type Chances, isFine, mixedChances } from '../demand/chances.ts';
import { leastWhole } from '../demand/demand.ts';
import { lossTable } from '../demand/loss-table.ts';
import { demandOverLeadTime } from '../lead-time/protection.ts';
import type { Protection, Service } from './service-of-stock.ts';

/** How orders are placed: at a review that finds the position below the reorder point, up to so much above it. */
export type CycleSize = {
  /** Order-up-to level less reorder point, in units ≥ 0. */
  readonly quantity: number;
  /** Orders are rounded up to whole packs of so many units, so that they end that much above. */
  readonly pack?: number;
};

/** Orders one after the other, and how they serve. */
export type OrderCycles = {
  /** Days from one order to the next; ∞ where nothing is wanted. */
  readonly days: number;
  readonly serviceOf: (reorderPoint: number) => Service;
  /** The least whole reorder point whose service, in the way that is asked for, is `target`, in [0, 1). */
  readonly reorderPointFor: (way: keyof Service, target: number) => number;
};

/** The position between order-up-to level and reorder point is told apart in so many parts. */
const PARTS = 64;
/** Who wants less in a review wants nothing. */
const LEAST = 1e-5;

/**
 * Service where stock is looked at every R days and what is below the reorder point s is ordered up to S = s + Q: the
 * (R, s, S) policy. An order is placed when a review finds that the position has fallen some way below s, and serves what
 * is wanted until it comes, so that its cycle is short where demand over the lead time exceeds where the position was:
 * to protect lead time and review in full from s on is right only if every review orders, and too much else.
 *
 * With m(y) the expected number of reviews in a cycle that leave the position at y (the renewal mass of demand of a
 * review, from S down to s), D_L and D_{L+R} demand over lead time and lead time and review:
 *
 * - P(short in a cycle) = P(D_L > S) + Σ m(y) (P(D_{L+R} > y) − P(D_L > y)), s ≤ y ≤ S. It is P(D_L > y) of the position
 *   that the last review finds, by Dynkin's formula, and needs no more than these two distributions: errors that both
 *   have in common are in them.
 * - fill rate = 1 − Σ m(y) (n_{L+R}(y) − n_L(y)) / (µ_R Σ m(y)), n(y) = E[(D − y)⁺].
 *
 * Of large orders m is 1 / µ_R, so that the former is 1 − (n_{L+R}(s) − n_L(s)) / µ_R, with the undershoot of renewal
 * theory, and the latter that of Tijms and Groenevelt (1984), "Simple approximations for the reorder point in periodic
 * and continuous review (s, S) inventory systems with service level constraints", European Journal of Operational
 * Research 17, equations 8 and 12. Of Q = 0 the former is P(D_{L+R} > S | something was wanted). Exact of backordered
 * demand that is alike at all times. The position is told apart in 64 parts at most.
 *
 * @example orderCycles(protection, { quantity: 14 }).reorderPointFor('cycle', 0.95)
 */
export function orderCycles({ forecast, leadTimes, reviewDays }: Protection, size: CycleSize): OrderCycles {
  const { quantity, pack = 1 } = size;
  if (!(quantity >= 0 && pack >= 1))
    throw new RangeError(`no orders of ${quantity} units in packs of ${pack}`);
  const over = (moreDays: number) => lossTable(chancesOver({ forecast, leadTimes, reviewDays }, moreDays));
  const [before, until] = [over(0), over(reviewDays)];
  const wanted = until.shortage(0) - before.shortage(0);
  const review = forecast.demandOver(reviewDays);
  if (!(wanted > LEAST && review.shortage(0) > LEAST)) {
    return {
      days: Number.POSITIVE_INFINITY,
      serviceOf: () => ({ cycle: 1, fill: 1 }),
      reorderPointFor: () => 0,
    };
  }
  // From the highest that an order ends at down to s itself.
  const units = Math.floor(quantity) + pack;
  const width = Math.max(1, units / PARTS);
  const visits = visitsOf(inParts(mixedChances([{ weight: 1, demand: review }]), { width, mean: wanted }), {
    parts: Math.round(units / width),
    start: Math.max(1, Math.round(pack / width)),
  });
  const reviews = visits.reduce((total, of) => total + of, 0);
  const serviceOf = (reorderPoint: number): Service => {
    let [isShort, short] = [0, 0];
    for (let part = 0; part < visits.length; part += 1) {
      const high = reorderPoint + units - part * width;
      const [low, share] = [high - width, at(visits, part) / width];
      const lost = until.shortage(low) - before.shortage(low) - until.shortage(high) + before.shortage(high);
      isShort += share * lost;
      short +=
        share *
        (until.shortages(low) - before.shortages(low) - until.shortages(high) + before.shortages(high));
    }
    // An order ends in the first `pack` units, whichever it is.
    const top = (before.shortage(reorderPoint + units - pack) - before.shortage(reorderPoint + units)) / pack;
    return { cycle: within(1 - top - isShort), fill: within(1 - short / (wanted * reviews)) };
  };
  return {
    days: reviews * reviewDays,
    serviceOf,
    reorderPointFor: (way, target) => {
      if (!(target >= 0 && target < 1)) throw new RangeError(`no service to reach: ${target}`);
      return leastWhole((point) => serviceOf(point)[way], target, until.shortage(0));
    },
  };
}

/**
 * E[(D_L + U − s)⁺]: the units that a cycle of large orders is short of, U the undershoot of renewal theory; by the equation above
 * (Σ n_{L+R}(y) − n_L(y)) / µ_R over all y ≥ s.
 */
export function shortInCycle(protection: Protection, reorderPoint: number): number {
  const [before, until] = [0, protection.reviewDays].map((days) => lossTable(chancesOver(protection, days)));
  if (before === undefined || until === undefined) return 0;
  const wanted = until.shortage(0) - before.shortage(0);
  if (!(wanted > LEAST)) return 0;
  return Math.max(0, until.shortages(reorderPoint) - before.shortages(reorderPoint)) / wanted;
}

/** Of demand over the lead time and more days: those that are known already, where each whole unit is told apart. */
function chancesOver({ forecast, leadTimes }: Protection, moreDays: number): Chances {
  const parts = leadTimes.map(({ days, probability: weight }) => {
    return { weight, demand: forecast.demandOver(days + moreDays) };
  });
  const known = isFine(parts) ? demandOverLeadTime(forecast, leadTimes, moreDays).chances?.() : undefined;
  return known === undefined ? mixedChances(parts) : { step: 1, chances: known };
}

/**
 * Demand of a review in parts of `width`, its mean made that of the review which an order of today protects; what lies
 * between two is shared by them, which keeps the mean.
 */
function inParts(
  { step, chances }: Chances,
  to: { readonly width: number; readonly mean: number },
): Float64Array {
  const mean = step * chances.reduce((total, chance, index) => total + chance * index, 0);
  const scale = (step * to.mean) / (mean * to.width);
  const parts = new Float64Array(Math.ceil(scale * chances.length) + 1);
  for (let index = 0; index < chances.length; index += 1) {
    const place = index * scale;
    const part = Math.floor(place);
    const chance = at(chances, index);
    parts[part] = at(parts, part) + chance * (1 - place + part);
    if (place > part) parts[part + 1] = at(parts, part + 1) + chance * (place - part);
  }
  return parts;
}

/** How many reviews leave the position in each part before it is below all, from any of the first `start` alike. */
function visitsOf(
  review: Float64Array,
  { parts, start }: { readonly parts: number; readonly start: number },
): Float64Array {
  const visits = new Float64Array(parts);
  const moves = 1 - at(review, 0);
  for (let part = 0; part < parts; part += 1) {
    let total = part < start ? 1 / Math.min(start, parts) : 0;
    for (let by = Math.min(part, review.length - 1); by > 0; by -= 1) {
      total += at(review, by) * at(visits, part - by);
    }
    visits[part] = total / moves;
  }
  return visits;
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
