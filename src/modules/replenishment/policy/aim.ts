import {
  aimedService,
  type CycleSize,
  costOptimalService,
  holdingCostPerDay,
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
  /** What its service is reckoned to be: at least what is aimed at, and more where one whole piece less would be too little. */
  readonly expected: Service;
  /** The share of cycles, or of pieces, that is aimed at. */
  readonly aimed: number;
};

/**
 * The least reorder point that reaches the service which a policy aims at, of orders of such a size, as what came of aims says that
 * it has to be aimed at. Where the cheapest service is aimed at, what is left of a cycle lies until the next order.
 */
export function aimOf(protection: Protection, size: CycleSize, policy: Policy, piece: PieceEconomics): Aim {
  const { service, holdingRate, experience } = policy;
  const cycles = orderCycles(protection, size);
  const cheapest = () =>
    costOptimalService({
      shortage: lossOf(piece, policy),
      holding: holdingCostPerDay(piece.unitCost, holdingRate) * cycles.days,
    });
  const share = service.kind === 'cost' ? cheapest() : service.share;
  const aimed = Math.min(aimedService(share, experience), MOST_SERVICE);
  const reorderPoint = cycles.reorderPointFor(service.kind === 'fill' ? 'fill' : 'cycle', aimed);
  return { reorderPoint, expected: cycles.serviceOf(reorderPoint), aimed };
}
