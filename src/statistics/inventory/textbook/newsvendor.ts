import { type Demand, leftover } from '../demand/demand.ts';

/** What a unit left over, and a unit short, cost in a period. */
export type NewsvendorCosts = { readonly holding: number; readonly shortage: number };

export type NewsvendorLevel = { readonly level: number; readonly cost: number };

/**
 * How much to have for demand that is not known: the least level with P(D ≤ level) ≥ p/(p + h), and the
 * expected cost of what is left and what is short. Snyder and Shen (2019), chapter 4, for normal demand
 * (example 4.3), any continuous and any discrete. With demand over lead time and one period it is the best
 * base-stock level (example 4.4). Throws a RangeError where costs are not positive or have no end.
 *
 * @example newsvendor(normalDemand(50, 8), { holding: 0.18, shortage: 0.7 }) // level 56.60, cost 1.998
 */
export function newsvendor(demand: Demand, { holding, shortage }: NewsvendorCosts): NewsvendorLevel {
  if (!(holding > 0 && shortage > 0 && Number.isFinite(holding + shortage))) {
    throw new RangeError(`no level of costs ${holding} of a unit left and ${shortage} of one short`);
  }
  const level = demand.quantile(shortage / (shortage + holding));
  return { level, cost: holding * leftover(demand, level) + shortage * demand.shortage(level) };
}

/**
 * The two costs of something bought once for a season: left over it lost cost less salvage, short it lost its
 * margin (Snyder and Shen 2019, chapter 4, example 4.2).
 *
 * @example newsvendorCosts({ price: 1, unitCost: 0.3, salvage: 0.12 }) // { holding: 0.18, shortage: 0.7 }
 */
export function newsvendorCosts({
  price,
  unitCost,
  salvage,
}: {
  readonly price: number;
  readonly unitCost: number;
  readonly salvage: number;
}): NewsvendorCosts {
  return { holding: unitCost - salvage, shortage: price - unitCost };
}
