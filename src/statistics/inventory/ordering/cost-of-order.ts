import { type Demand, leftover } from '../demand/demand.ts';
import { leadTimeMoments } from '../lead-time/lead-times.ts';
import { demandOverLeadTime } from '../lead-time/protection.ts';
import { shortInCycle } from '../service/order-cycles.ts';
import type { Protection } from '../service/service-of-stock.ts';
import { type DemandPath, demandPath } from './demand-path.ts';
import type { OrderSizes } from './order-quantity.ts';
import { type DiscountKind, type PriceBreaks, purchaseCost } from './price-breaks.ts';

/**
 * What is asked when something may be ordered. Money in one currency, the shop's: who buys abroad converts.
 */
export type OrderQuestion = Protection & {
  /** On hand + on order − promised: negative where more is promised than there is. Units. */
  readonly position: number;
  readonly reorderPoint: number;
  readonly sizes: OrderSizes;
  readonly prices: PriceBreaks;
  readonly discount: DiscountKind;
  readonly costs: {
    /** Of an order, however large. */
    readonly perOrder: number;
    /** Of a unit for a year, as a share of what it cost: 0.2. */
    readonly holdingShare: number;
    /** Of a unit that is wanted and not there: `shortageCost`. */
    readonly perUnitShort: number;
  };
  /** How long a unit can be sold from its receipt on, and what one that was not is worth. */
  readonly shelfLife?: { readonly days: number; readonly salvage: number };
  /** The longest that an order may be meant for, in days; 365. */
  readonly horizonDays?: number;
};

/** An order of some quantity: how long it lasts, and what it costs until the next one. */
export type OrderCost = {
  readonly quantity: number;
  /** What the units cost, on the average. */
  readonly unitCost: number;
  /** Days until the position is at the reorder point again. */
  readonly coverDays: number;
  readonly purchase: number;
  readonly holding: number;
  readonly shortage: number;
  readonly spoilage: number;
  /** These, the cost of ordering, and what the next order must make up for. */
  readonly total: number;
};

/** The cost of an order of any quantity ≥ 0, from any position on. */
export type CostOfOrder = (position: number, quantity: number) => OrderCost;

const HORIZON_DAYS = 365;
const DAYS_OF_YEAR = 365;

/**
 * Costs of one cycle: from the receipt of an order until that of the next, which is placed when the position
 * is expected to be at the reorder point again, at the next review at the soonest. Stock lies as expected
 * demand takes it; short is what a cycle is that ends with an order below the reorder point (`shortInCycle`),
 * and of less than that point what demand over lead time and review exceeds it by; spoiled is what is left
 * when the shelf life ends (first in, first out). Silver, Pyke and Thomas 2017, chapters 4 (holding), 6
 * (shortage) and 9 (an end of sale). Stock that lasts beyond the horizon is paid for and lies until then.
 */
export function costOfOrder(question: OrderQuestion): CostOfOrder {
  const { forecast, leadTimes, reviewDays, reorderPoint, prices, discount, costs, shelfLife } = question;
  const lead = leadTimeMoments(leadTimes).mean;
  const horizon = Math.max(reviewDays, Math.min(horizonOf(question), shelfLife?.days ?? Infinity));
  const path = demandPath(forecast, Math.ceil(lead + horizon));
  const protection = demandOverLeadTime(forecast, leadTimes, reviewDays);
  // Nearly all orders reach the reorder point: what is short then is worked out once.
  const shortAtPoint = shortInCycle(question, Math.max(0, reorderPoint));
  const sellable = shelfLife && demandOverLeadTime(forecast, leadTimes, shelfLife.days);
  return (position, quantity) => {
    const level = position + quantity;
    const coverDays = Math.min(horizon, Math.max(reviewDays, path.daysUntil(level - reorderPoint)));
    const purchase = purchaseCost(prices, discount, quantity);
    const unitCost = quantity > 0 ? purchase / quantity : (prices[0]?.unitCost ?? 0);
    const holding = holdingCost(path, { level, lead, coverDays }, unitCost * costs.holdingShare);
    const short = level < reorderPoint ? protection.shortage(level) : shortAtPoint;
    const shortage = costs.perUnitShort * short;
    const spoilage = spoiledUnits(sellable, position, quantity) * (unitCost - (shelfLife?.salvage ?? 0));
    const perOrder = quantity > 0 ? costs.perOrder : 0;
    // What is gone by the next review and not ordered now is bought then: putting it off saves nothing.
    const putOff = Math.max(0, reorderPoint - (level - path.unitsUntil(coverDays))) * unitCost;
    const total = perOrder + purchase + putOff + holding + shortage + spoilage;
    return { quantity, unitCost, coverDays, purchase, holding, shortage, spoilage, total };
  };
}

export function horizonOf({ horizonDays = HORIZON_DAYS, reviewDays }: OrderQuestion): number {
  if (!(Number.isSafeInteger(reviewDays) && reviewDays >= 1 && horizonDays >= reviewDays)) {
    throw new RangeError(`a review each ${reviewDays} days, looking ${horizonDays} days ahead`);
  }
  return horizonDays;
}

function holdingCost(
  path: DemandPath,
  { level, lead, coverDays }: { readonly level: number; readonly lead: number; readonly coverDays: number },
  costPerYear: number,
): number {
  const end = Math.min(path.days, lead + coverDays);
  return (path.unitDays(level, lead, end) * costPerYear) / DAYS_OF_YEAR;
}

/** What this order adds to what cannot be sold in time. */
function spoiledUnits(sellable: Demand | undefined, position: number, quantity: number): number {
  if (sellable === undefined) return 0;
  return leftover(sellable, position + quantity) - leftover(sellable, position);
}
