import {
  costOptimalService,
  holdingCostPerDay,
  levelForService,
  type Protection,
  shortageCost,
  stockLevels,
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

/**
 * The least position that reaches the service which a policy aims at, over lead time and review. Where the cheapest service is
 * aimed at, what is left of a cycle lies until the next review.
 */
export function reorderPointOf(protection: Protection, policy: Policy, piece: PieceEconomics): number {
  const { service, holdingRate } = policy;
  if (service.kind === 'fill') return levelForService(protection, 'fill', service.share);
  const cheapest = () =>
    costOptimalService({
      shortage: lossOf(piece, policy),
      holding: holdingCostPerDay(piece.unitCost, holdingRate) * protection.reviewDays,
    });
  const share = service.kind === 'cycle' ? service.share : cheapest();
  return stockLevels(protection, { service: Math.min(share, MOST_SERVICE) }).reorderPoint;
}
