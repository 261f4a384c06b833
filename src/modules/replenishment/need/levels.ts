import { bestOrder, type OrderQuestion } from '../../../statistics/index.ts';
import { lossOf, type PieceEconomics, reorderPointOf } from '../policy/aim.ts';
import type { NeedFacts } from './need.ts';

export type Levels = {
  /** Order when the position is below it. */
  readonly reorderPoint: number;
  readonly orderUpTo: number;
};

export function pieceOf({ marginMinor, prices }: NeedFacts): PieceEconomics {
  return { marginMinor, unitCost: prices[0]?.unitCost ?? 0 };
}

/** What `bestOrder` is asked, from a position on. Money in minor units of the shop's currency. */
export function questionOf(facts: NeedFacts, position: number, reorderPoint: number): OrderQuestion {
  const { source, policy, forecast, leadTimes, prices } = facts;
  const { packSize: pack, minimumQuantity: minimum, shelfLifeDays, reviewDays } = source;
  return {
    ...{ forecast, leadTimes, reviewDays, position, reorderPoint, prices, discount: 'all_units' },
    sizes: { pack, minimum },
    costs: {
      perOrder: Number(policy.orderCostMinor),
      holdingShare: policy.holdingRate,
      perUnitShort: lossOf(pieceOf(facts), policy),
    },
    horizonDays: Math.max(policy.maxCoverDays, reviewDays),
    // What could not be sold in time is worth nothing.
    ...(shelfLifeDays === undefined ? {} : { shelfLife: { days: shelfLifeDays, salvage: 0 } }),
  };
}

/**
 * When to order and up to where: by least and most where somebody says so, else by the service that is aimed at over lead
 * time and review, and by the order that costs least.
 */
export function levelsOf(facts: NeedFacts): Levels {
  const { policy, forecast, leadTimes, source } = facts;
  if (policy.minMax !== undefined) return { reorderPoint: policy.minMax.min, orderUpTo: policy.minMax.max };
  const protection = { forecast, leadTimes, reviewDays: source.reviewDays };
  const reorderPoint = reorderPointOf(protection, policy, pieceOf(facts));
  const { quantity } = bestOrder(questionOf(facts, reorderPoint, reorderPoint));
  return { reorderPoint, orderUpTo: reorderPoint + quantity };
}
