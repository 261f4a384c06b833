import {
  bestOrder,
  demandOverLeadTime,
  type OrderQuestion,
  orderCycles,
  type Service,
} from '../../../statistics/index.ts';
import { aimOf, lossOf, type PieceEconomics } from '../policy/aim.ts';
import type { NeedFacts } from './need.ts';

export type Levels = {
  /** Order when the position is below it. */
  readonly reorderPoint: number;
  readonly orderUpTo: number;
  /** What the reorder point is reckoned to serve, by the item's forecast and lead times. */
  readonly expected: Service;
};

/** What is enough this often is near the reorder points of most shops. */
const USUAL = 0.9;

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
 * When to order and up to where: by least and most where somebody says so, else by the order that costs least and the service that
 * is aimed at with orders of this size.
 */
export function levelsOf(facts: NeedFacts): Levels {
  const { policy, forecast, leadTimes, source } = facts;
  const { reviewDays, packSize: pack } = source;
  const protection = { forecast, leadTimes, reviewDays };
  if (policy.minMax !== undefined) {
    const { min: reorderPoint, max: orderUpTo } = policy.minMax;
    const cycles = orderCycles(protection, { quantity: orderUpTo - reorderPoint, pack });
    return { reorderPoint, orderUpTo, expected: cycles.serviceOf(reorderPoint) };
  }
  // What is ordered at the reorder point hardly depends on where that is.
  const usual = demandOverLeadTime(forecast, leadTimes, reviewDays).quantile(USUAL);
  const { quantity } = bestOrder(questionOf(facts, usual, usual));
  // In packs it ends up to half a pack above or below.
  const size = { quantity: Math.max(quantity - Math.floor(pack / 2), 0), pack };
  const { reorderPoint, expected } = aimOf(protection, size, policy, pieceOf(facts));
  return { reorderPoint, orderUpTo: reorderPoint + quantity, expected };
}
