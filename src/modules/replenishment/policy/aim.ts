import {
  aimedService,
  type CycleSize,
  costOptimalService,
  holdingCostPerDay,
  leadTimeMoments,
  orderCycles,
  type Protection,
  type Service,
  shortageCost,
} from '../../../statistics/index.ts';
import type { Policy } from './policy.ts';

/** More than this no service aims at: its level would have no end. */
const MOST_SERVICE = 0.9999;

/** Of a piece, in minor units of the shop's currency. */
export type PieceEconomics = { readonly marginMinor: number; readonly unitCost: number };

/** What a piece that is wanted and not there loses: the margin of those who do not take something else. */
export function lossOf({ marginMinor }: PieceEconomics, { substitutionShare }: Policy): number {
  return shortageCost({ margin: marginMinor, substituted: substitutionShare });
}

export type Aim = {
  /** An order is due where a review finds the position below it. */
  readonly reorderPoint: number;
  /** What its service is reckoned to be: what is aimed at, more where one whole piece less would be too little, less within the longest cover. */
  readonly expected: Service;
  /** The share of cycles, or of pieces, that is aimed at. */
  readonly aimed: number;
  /** The longest cover allows less than that. */
  readonly isLimited: boolean;
};

/**
 * The least reorder point that reaches the service which a policy aims at, of orders of such a size: a promised one as what came of
 * aims says that it has to be aimed at; the cheapest as it is reckoned, where what is left of a cycle lies until the next order.
 */
export function aimOf(protection: Protection, size: CycleSize, policy: Policy, piece: PieceEconomics): Aim {
  const { service, holdingRate, experience } = policy;
  const cycles = orderCycles(protection, size);
  const cheapest = () =>
    costOptimalService({
      shortage: lossOf(piece, policy),
      holding: holdingCostPerDay(piece.unitCost, holdingRate) * cycles.days,
    });
  // What came of aims keeps a promise. It does not make a piece worth more: of goods that run out for want of knowing, the next piece
  // hardly helps, and drawn to it the cheapest cost 2 to 3 % more (docs/forecasting.md).
  const share = service.kind === 'cost' ? cheapest() : aimedService(service.share, experience);
  const aimed = Math.min(share, MOST_SERVICE);
  const reached = cycles.reorderPointFor(service.kind === 'fill' ? 'fill' : 'cycle', aimed);
  const most = mostReorderPoint(protection, size, policy);
  const reorderPoint = Math.min(reached, most);
  return { reorderPoint, expected: cycles.serviceOf(reorderPoint), aimed, isLimited: reached > most };
}

/**
 * Nobody orders for longer than the policy says: of goods of which hardly anything is known, such as new ones, what would be enough
 * 95 times of 100 may last for years. So an order ends at what is expected to be wanted in the longest cover after it has
 * come, and begins at half of it at the least; `expected` says what service is left.
 */
function mostReorderPoint(
  { forecast, leadTimes, reviewDays }: Protection,
  { quantity }: CycleSize,
  { maxCoverDays }: Policy,
): number {
  const most = Math.ceil(forecast.meanOver(leadTimeMoments(leadTimes).mean + reviewDays + maxCoverDays));
  return Math.max(1, most - Math.ceil(quantity), Math.floor(most / 2));
}
