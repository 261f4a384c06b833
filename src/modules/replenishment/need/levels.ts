import {
  bestOrder,
  costOptimalService,
  holdingCostPerDay,
  levelForService,
  type OrderQuestion,
  shortageCost,
  stockLevels,
} from '../../../statistics/index.ts';
import type { NeedFacts } from './need.ts';

export type Levels = {
  /** Order when the position is below it. */
  readonly reorderPoint: number;
  readonly orderUpTo: number;
};

/** More than this no service aims at: its level would have no end. */
const MOST_SERVICE = 0.9999;

/** What `bestOrder` is asked, from a position on. Money in minor units of the shop's currency. */
export function questionOf(facts: NeedFacts, position: number, reorderPoint: number): OrderQuestion {
  const { source, policy, forecast, leadTimes, marginMinor, prices } = facts;
  const { packSize: pack, minimumQuantity: minimum, shelfLifeDays, reviewDays } = source;
  return {
    ...{ forecast, leadTimes, reviewDays, position, reorderPoint, prices, discount: 'all_units' },
    sizes: { pack, minimum },
    costs: {
      perOrder: Number(policy.orderCostMinor),
      holdingShare: policy.holdingRate,
      perUnitShort: shortageCost({ margin: marginMinor, substituted: policy.substitutionShare }),
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
  const { policy } = facts;
  if (policy.minMax !== undefined) return { reorderPoint: policy.minMax.min, orderUpTo: policy.minMax.max };
  const reorderPoint = reorderPointOf(facts);
  const { quantity } = bestOrder(questionOf(facts, reorderPoint, reorderPoint));
  return { reorderPoint, orderUpTo: reorderPoint + quantity };
}

function reorderPointOf(facts: NeedFacts): number {
  const { source, policy, forecast, leadTimes } = facts;
  const { service } = policy;
  const protection = { forecast, leadTimes, reviewDays: source.reviewDays };
  if (service.kind === 'fill') return levelForService(protection, 'fill', service.share);
  const share = service.kind === 'cycle' ? service.share : cheapestService(facts);
  return stockLevels(protection, { service: Math.min(share, MOST_SERVICE) }).reorderPoint;
}

/** What is left of a cycle lies until the next review. */
function cheapestService({ source, policy, marginMinor, prices }: NeedFacts): number {
  return costOptimalService({
    shortage: shortageCost({ margin: marginMinor, substituted: policy.substitutionShare }),
    holding: holdingCostPerDay(prices[0]?.unitCost ?? 0, policy.holdingRate) * source.reviewDays,
  });
}
